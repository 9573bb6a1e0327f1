import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { printGithub } from '../../../src/shared/problem/print-github.ts';
import { printJunit } from '../../../src/shared/problem/print-junit.ts';
import { printProblems, printProblemsAsJson } from '../../../src/shared/problem/print-problems.ts';
import { printSarif } from '../../../src/shared/problem/print-sarif.ts';
import { createProblem, type Problem } from '../../../src/shared/problem/problem.ts';

const file = 'content/postmortems/a b/index.mdx';
const contradiction = createProblem(
  'times/out-of-order',
  { file, line: 9, column: 12 },
  { earlier: 'started', earlierAt: '10:40', later: 'mitigated', laterAt: '10:02' },
  { file, line: 7, column: 3 },
);
const wholeFile = createProblem('file/not-found', { file: 'content/100%,x:y.yaml' }, { path: '<a & "b">\u0007' });
const warned: Problem = createProblem('chart/thinned', { file, line: 20, column: 1 }, { rows: 9, drawn: 5 });
const hinted: Problem = { ...warned, severity: 'hint', location: { file, line: 21, column: 1 } };
const all = [contradiction, wholeFile, warned, hinted];

test('the text has place, fact, the other place and remedy, and counts at its end', () => {
  expect(printProblems(all.slice(0, 1))).toMatchInlineSnapshot(`
    "content/postmortems/a b/index.mdx:9:12 error times/out-of-order
      \`mitigated\` (10:02) is before \`started\` (10:40).
      The other place: content/postmortems/a b/index.mdx:7:3
      Set \`mitigated\` to 10:40 or later, or correct the other one.

    1 error in 1 file."
  `);
  expect(printProblems(all)).toMatch(/2 errors, 1 warning, 1 hint in 2 files\.$/);
});

test('an excerpt shows its line with a caret below the character', () => {
  const text = printProblems([{ ...warned, excerpt: { line: 'It should have fired.', column: 4 } }]);
  expect(text.split('\n').slice(1, 3)).toEqual(['  20 | It should have fired.', '     |    ^']);
});

test('a line that is not published yet is shown to a person, and in no log', () => {
  const withheld = [{ ...warned, excerpt: { line: 'Embargoed words.', column: 1, isWithheld: true } }];
  expect(printProblems(withheld)).not.toContain('Embargoed');
  expect(printProblems(withheld, { showsWithheld: true })).toContain('Embargoed');
});

test('of a long line, the excerpt shows what stands around the caret', () => {
  const line = `${'a'.repeat(300)}X${'b'.repeat(300)}`;
  const [, shown = '', caret = ''] = printProblems([{ ...warned, excerpt: { line, column: 301 } }]).split('\n');
  expect(shown.length).toBeLessThan(120);
  expect(shown[caret.indexOf('^')]).toBe('X');
});

test('colours are the painter’s alone', () => {
  const text = printProblems([warned], { paint: (shade, words) => `<${shade}>${words}</${shade}>` });
  expect(text).toContain('<warning>warning</warning> <code>chart/thinned</code>');
});

test('JSON leaves excerpts out and keeps everything else, under the names that scripts know', () => {
  const document = JSON.parse(printProblemsAsJson([{ ...warned, excerpt: { line: 'x', column: 1 } }]));
  const { location: place, ...rest } = warned;
  expect(document).toEqual({ ok: true, problems: [{ ...rest, place }] });
});

test('GitHub commands escape what would end a property or the line, and name paths of the repository', () => {
  const lines = printGithub(all, 'my-site/').split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(
    /^::error file=my-site\/content\/postmortems\/a b\/index.mdx,line=9,col=12,title=times\/out/,
  );
  expect(lines[0]).toContain('.%0ASet');
  expect(lines[1]).toMatch(/^::error file=my-site\/content\/100%25%2Cx%3Ay\.yaml,title=file\/not-found::/);
  expect(lines.slice(2).map((line) => line.split(' ')[0])).toEqual(['::warning', '::notice']);
});

/** What SARIF 2.1.0 asks of the parts that Candor writes; the types of `sarif` hold the names of their keys. */
const place = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation'],
      additionalProperties: false,
      properties: {
        artifactLocation: { type: 'object', properties: { uri: { type: 'string', pattern: '^[^\\s:]+$' } } },
        region: {
          type: 'object',
          required: ['startLine'],
          additionalProperties: false,
          properties: { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
};
const message = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const sarif = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: { rules: { type: 'array', uniqueItems: true, items: { required: ['id'] } } },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                level,
                message,
                ruleIndex: { type: 'integer', minimum: 0 },
                locations: { type: 'array', minItems: 1, items: place },
                relatedLocations: {
                  type: 'array',
                  uniqueItems: true,
                  items: { ...place, required: ['id', 'message'] },
                },
              },
            },
          },
        },
      },
    },
  },
};

test('SARIF has what 2.1.0 requires, also when there is nothing to say', () => {
  const isSarif = new Ajv({ strict: false }).compile(sarif);
  for (const problems of [all, []]) {
    const log = JSON.parse(printSarif(problems, { root: '', version: '0.1.0' }));
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    for (const { ruleId, ruleIndex } of log.runs[0].results)
      expect(log.runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId);
  }
});

test('SARIF names files as relative addresses and tells where the other half of a conflict is', () => {
  const [first, second] = JSON.parse(printSarif(all, { root: 'my site/', version: '0.1.0' })).runs[0].results;
  expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe(
    'my%20site/content/postmortems/a%20b/index.mdx',
  );
  expect(first.relatedLocations[0].physicalLocation.region).toEqual({ startLine: 7, startColumn: 3 });
  expect(second.locations[0].physicalLocation).not.toHaveProperty('region');
});

const xmllint = '/usr/bin/xmllint';

test('JUnit is well-formed XML in which errors alone are failures', () => {
  for (const problems of [all, []]) {
    const xml = printJunit(problems);
    if (existsSync(xmllint)) execFileSync(xmllint, ['--noout', '-'], { input: xml });
    expect(xml).not.toContain('\u0007');
    expect([...xml.matchAll(/<failure /g)]).toHaveLength(problems.length === 0 ? 0 : 2);
    expect([...xml.matchAll(/<testcase /g)]).toHaveLength(Math.max(1, problems.length));
  }
});
