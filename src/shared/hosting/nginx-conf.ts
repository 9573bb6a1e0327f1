/**
 * The rules for nginx: maps from a path to what is said of it, for the `http` block, and the lines that use them, for the
 * `server` block. An empty value sends no header.
 */
import {
  contentSecurityPolicy,
  embedPath,
  embedPolicy,
  headerRules,
  patternOf,
  securityHeaders,
} from './response-headers.ts';

export interface NginxConf {
  http: string;
  server: string;
}

/** Headers that depend on the path; the type is not among them, for nginx takes it from `types`. */
const mapped = [
  { name: 'Cache-Control', variable: '$candor_cache' },
  { name: 'Access-Control-Allow-Origin', variable: '$candor_origin' },
] as const;

/** `base` begins and ends with a slash. */
export function nginxConf(base: string): NginxConf {
  const maps = mapped.map(({ name, variable }) => {
    const lines = rulesWith(name, base).map(({ pattern, value }) => `\t"~${pattern}" "${value}";`);
    return [`map $uri ${variable} {`, '\tdefault "";', ...lines, '}', ''].join('\n');
  });
  const policies = [
    'map $uri $candor_policy {',
    `\tdefault ${JSON.stringify(contentSecurityPolicy)};`,
    `\t"~${patternOf(embedPath, base)}" ${JSON.stringify(embedPolicy)};`,
    '}',
    '',
  ];
  const headers = [
    'add_header Content-Security-Policy $candor_policy always;',
    ...Object.entries(securityHeaders).map(([name, value]) => `add_header ${name} ${JSON.stringify(value)} always;`),
    ...mapped.map(({ name, variable }) => `add_header ${name} ${variable};`),
  ];
  const types = rulesWith('Content-Type', base).map(
    ({ pattern, value }) => `location ~ "${pattern}" { types { } default_type ${JSON.stringify(value)}; }`,
  );
  return { http: [policies.join('\n'), ...maps].join(''), server: [...headers, ...types, ''].join('\n') };
}

function rulesWith(header: string, base: string): { pattern: string; value: string }[] {
  return headerRules.flatMap(({ paths, headers }) => {
    const value = headers[header];
    return value === undefined ? [] : paths.map((path) => ({ pattern: patternOf(path, base), value }));
  });
}
