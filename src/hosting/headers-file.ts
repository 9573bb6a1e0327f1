/** `_headers`, which Netlify and Cloudflare Pages read: a path, then its headers, indented. */
import { type Headers, headerRules, securityHeaders } from './response-headers.ts';

/** `base` begins and ends with a slash. */
export function headersFile(base: string): string {
  const block = (path: string, headers: Headers) =>
    [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  const rules = headerRules.flatMap(({ paths, headers }) => paths.map((path) => block(path, headers)));
  return [block('*', securityHeaders), ...rules].join('\n');
}
