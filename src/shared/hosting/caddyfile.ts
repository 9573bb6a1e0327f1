/** The rules as lines of a Caddyfile, for within a site's block. */
import {
  contentSecurityPolicy,
  embedPath,
  embedPolicy,
  type Headers,
  headerRules,
  patternOf,
  securityHeaders,
} from './response-headers.ts';

/** `base` begins and ends with a slash. */
export function caddyfile(base: string): string {
  const rules = headerRules.map(({ paths, headers }, index) => {
    const pattern = paths.map((path) => patternOf(path, base)).join('|');
    return `@candor${index} path_regexp ${pattern}\nheader @candor${index} {\n${linesOf(headers)}\n}`;
  });
  const embeds = patternOf(embedPath, base);
  const policies = [
    `@candorEmbed path_regexp ${embeds}\nheader @candorEmbed {\n${linesOf({ 'Content-Security-Policy': embedPolicy })}\n}`,
    `@candorPage not path_regexp ${embeds}\nheader @candorPage {\n${linesOf({ 'Content-Security-Policy': contentSecurityPolicy })}\n}`,
  ];
  return [`header {\n${linesOf(securityHeaders)}\n}`, ...policies, ...rules].map((block) => `${block}\n`).join('');
}

function linesOf(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `\t${name} ${JSON.stringify(value)}`)
    .join('\n');
}
