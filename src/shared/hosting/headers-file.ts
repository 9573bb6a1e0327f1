/** `_headers`, which Netlify and Cloudflare Pages read: a path, then its headers, indented. */
import { embedPath, embedPolicy, type Headers, headerRules, securityHeaders, unframed } from './response-headers.ts';

/**
 * `base` begins and ends with a slash; `paths` are those of all pages, below the base. These hosts cannot except a path from
 * a rule, but send all values where several rules match, and browsers enforce every policy: so the places of pages get a
 * second policy, and those for frames do not.
 */
export function headersFile(base: string, paths: readonly string[]): string {
  const block = (path: string, headers: Headers) =>
    [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  const rules = headerRules.flatMap(({ paths: globs, headers }) => globs.map((path) => block(path, headers)));
  const places = [...new Set(paths.map(placeOf))].filter((place) => place !== embedPath).sort();
  return [
    block('*', { 'Content-Security-Policy': embedPolicy, ...securityHeaders }),
    ...rules,
    ...places.map((place) => block(place, { 'Content-Security-Policy': unframed })),
  ].join('\n');
}

/** `archive/2026/` is in `archive/*`; a file at the top is a place of its own. */
function placeOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : `${path.slice(0, slash)}/*`;
}
