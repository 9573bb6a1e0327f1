/** A rule of the policy that can never match is an error at its line, told without a word of it. */
import { expect, test } from 'vitest';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { neverMatches } from '../../../src/shared/redaction/never-matches.ts';
import { peopleSchema, redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { checkSchema } from '../../../src/shared/yaml/schema-problems.ts';
import { parseYaml } from '../../../src/shared/yaml/yaml-document.ts';

function problemsOf(yaml: string, schema: typeof redactionSchema | typeof peopleSchema) {
  const { document } = parseYaml(yaml, 'content/redaction.yaml', 1, { secret: true });
  if (!document) throw new Error('The YAML cannot be read.');
  return checkSchema(document, schema, { secret: true }).problems;
}

test.each([
  ['a tag in capitals', 'tags: [unreleased, Canary]', 'lower-case words joined by hyphens'],
  ['a tag with a space', 'tags: [canary plan]', 'lower-case words joined by hyphens'],
  ['a tag with an underscore', 'tags: [canary_plan]', 'lower-case words joined by hyphens'],
  ['a term of nothing', 'terms: [{ term: "\\u200b\\u00ad", because: canary }]', 'nothing of it is drawn'],
  ['a host with its scheme', 'hosts: ["https://canary.example.net"]', 'no host name'],
  ['a host with its port', 'hosts: ["canary.example.net:8443"]', 'no host name'],
  ['a host with a path', 'hosts: [canary.example.net/x]', 'no host name'],
  ['a star within a host', 'hosts: ["canary.*.example.net"]', 'no host name'],
  ['a pattern over lines', 'patterns: [{ name: canary, pattern: "canary\\\\nx", because: x }]', 'single spaces'],
  ['a pattern with a tab', 'patterns: [{ name: canary, pattern: "canary\\\\t", because: x }]', 'single spaces'],
  ['a pattern with two spaces', 'patterns: [{ name: canary, pattern: "canary  x", because: x }]', 'single spaces'],
  ...[
    ['"canary\\\\x0ab"', 'single spaces'],
    ['"^$"', 'nothing of it'],
    ['"c{0}|b{0,0}"', 'nothing of it'],
    ['"canary^b"', 'before its begin'],
    ['"(?i)canary$b"', 'behind its end'],
    ['"(?-i)CANARY-\\\\d"', 'lower case'],
  ].map(([pattern = '', fact = '']) => [
    `the pattern ${pattern}`,
    `patterns: [{ name: canary, pattern: ${pattern}, because: x }]`,
    fact,
  ]),
  [
    'an exception of nothing',
    'allow: [{ text: "\\u200b", because: canary, until: 2027-01-31 }]',
    'nothing of it is drawn',
  ],
  ['an end that is no day', 'allow: [{ text: canary, because: x, until: 2027-02-30 }]', 'no day of the calendar'],
])('%s', (_, yaml, fact) => {
  const problems = problemsOf(yaml, redactionSchema);
  expect(problems.map(({ code, location }) => `${code} ${location.line}`)).toEqual(['schema/wrong-value 1']);
  expect(problems[0]?.fact).toContain(fact);
  expect(JSON.stringify(problems)).not.toMatch(/canary/i);
});

test.each([
  ['a name of nothing', 'canary: { name: "\\u200b", role: x }', 'nothing of it is drawn'],
  ['another name of nothing', 'canary: { name: Canary, role: x, aliases: ["\\u2060"] }', 'nothing of it is drawn'],
])('of people, %s', (_, yaml, fact) => {
  const problems = problemsOf(yaml, peopleSchema);
  expect(problems[0]?.fact).toContain(fact);
  expect(JSON.stringify(problems)).not.toMatch(/canary/i);
});

test('a role for a language that no site can have is told', () => {
  const [problem, ...others] = problemsOf('canary: { name: Canary, role: x, roles: { xx: Canary } }', peopleSchema);
  expect(others).toEqual([]);
  expect(problem?.location.line).toBe(1);
  expect(JSON.stringify(problem)).not.toMatch(/canary/i);
});

test('rules that can match stand', () => {
  const yaml = `terms: [{ term: 狐, because: x }, { term: C++, because: x }]
hosts: ["*.Corp.example.net", bastion-1, 10.1.2.3, "*.münchen.example"]
patterns: [{ name: a, pattern: 'x\\s+y|\\d{4}', because: x }]
tags: [unreleased, not-announced]
allow: [{ text: help@example.org, because: x, until: 2028-02-29 }]`;
  expect(problemsOf(yaml, redactionSchema)).toEqual([]);
});

test.each([
  '^chg-\\d+$',
  '(?:^|\\s)chg(?:$|\\s)',
  'c:\\\\new',
  'chg[^\\n]+',
  '[$^]x',
  '\\$5\\^2',
  '(?P<a>^b)|c$',
  '(?i)x{0,2}',
  '(?-i)chg',
  'a*^b',
])('the pattern %s stands', (pattern) => {
  expect(neverMatches(pattern)).toBeUndefined();
});

test('a host is found as addresses write it in other letters', () => {
  const redaction = redactionSchema.parse({ hosts: ['*.münchen.example'] });
  const find = createFinder({ people: {}, redaction });
  expect(find('at db.münchen.example').length).toBe(1);
  expect(find('https://db.xn--mnchen-3ya.example/').length).toBe(1);
});
