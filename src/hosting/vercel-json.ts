/** The rules as a `vercel.json`, which lies at the top of the repository that Vercel builds. */
import {
  contentSecurityPolicy,
  embedPath,
  embedPolicy,
  type Headers,
  headerRules,
  securityHeaders,
} from './response-headers.ts';

/** `base` begins and ends with a slash. */
export function vercelJson(base: string): string {
  const at = (source: string, headers: Headers) => ({
    source,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  });
  const sourceOf = (path: string) => `${base}${path.replaceAll('.', '\\.').replace('*', '(.*)')}`;
  const rule = (path: string, headers: Headers) => at(sourceOf(path), headers);
  const policies = [
    rule(embedPath, { 'Content-Security-Policy': embedPolicy }),
    at(`${base}((?!${embedPath.replace('*', '')}).*)`, { 'Content-Security-Policy': contentSecurityPolicy }),
  ];
  const rules = headerRules.flatMap(({ paths, headers }) => paths.map((path) => rule(path, headers)));
  return `${JSON.stringify({ trailingSlash: true, headers: [rule('*', securityHeaders), ...policies, ...rules] }, null, 2)}\n`;
}
