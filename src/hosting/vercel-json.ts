/** The rules as a `vercel.json`, which lies at the top of the repository that Vercel builds. */
import { type Headers, headerRules, securityHeaders } from './response-headers.ts';

/** `base` begins and ends with a slash. */
export function vercelJson(base: string): string {
  const rule = (path: string, headers: Headers) => ({
    source: `${base}${path.replaceAll('.', '\\.').replace('*', '(.*)')}`,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  });
  const rules = headerRules.flatMap(({ paths, headers }) => paths.map((path) => rule(path, headers)));
  return `${JSON.stringify({ trailingSlash: true, headers: [rule('*', securityHeaders), ...rules] }, null, 2)}\n`;
}
