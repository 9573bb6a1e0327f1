/** The rules as lines of a Caddyfile, for within a site's block. */
import { type Headers, headerRules, patternOf, securityHeaders } from './response-headers.ts';

/** `base` begins and ends with a slash. */
export function caddyfile(base: string): string {
  const rules = headerRules.map(({ paths, headers }, index) => {
    const pattern = paths.map((path) => patternOf(path, base)).join('|');
    return `@candor${index} path_regexp ${pattern}\nheader @candor${index} {\n${linesOf(headers)}\n}`;
  });
  return [`header {\n${linesOf(securityHeaders)}\n}`, ...rules].map((block) => `${block}\n`).join('');
}

function linesOf(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `\t${name} ${JSON.stringify(value)}`)
    .join('\n');
}
