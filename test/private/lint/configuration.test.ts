import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { isConfigurable, isLintCode, problemCodes } from '../../../src/shared/problem/catalogue.ts';
import { candor, removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
beforeAll(async () => {
  await writeSite(site, { one: { 'index.mdx': postmortem('## What happened\n\nIt should have fired.') } });
});
afterAll(() => removeFolder(site));

async function check(more: string, ...args: string[]) {
  writeFileSync(join(site, 'content/site.yaml'), `${siteYaml}${more}`);
  const { code, out } = await candor('check', '--site', site, '--format', 'json', ...args);
  const { problems } = JSON.parse(out) as {
    problems: { code: string; severity: string; fact: string; remedy: string; place: object }[];
  };
  return { code, problems, of: (wanted: string) => problems.find((problem) => problem.code === wanted) };
}

test.each([
  ['', 'warning', 0],
  ['checks: { language/counterfactual: error }\n', 'error', 1],
  ['checks: { language/counterfactual: hint }\n', 'hint', 0],
  ['checks: { language/counterfactual: "off" }\n', undefined, 0],
])('%j makes it %s', async (more, severity, exit) => {
  const { code, of } = await check(more);
  expect(of('language/counterfactual')?.severity).toBe(severity);
  expect(code).toBe(exit);
});

test('a bare `off` is read as the word', async () => {
  expect((await check('checks: { language/counterfactual: off }\n')).of('language/counterfactual')).toBeUndefined();
});

test.each([
  ['checks: { language/counterfactal: off }\n', 'Did you mean `language/counterfactual`?'],
  ['checks: { redaction/private-text: off }\n', 'docs/checks.md'],
  ['checks: { language/judging: loud }\n', 'Use one of: error, warning, hint, off.'],
])('%j is refused at its place', async (more, remedy) => {
  const { code, problems } = await check(more);
  expect(code).toBe(1);
  expect(problems[0]?.remedy).toContain(remedy);
  expect(problems[0]?.place).toEqual({ file: 'content/site.yaml', line: 8, column: expect.any(Number) });
});

test('thresholds and the glossary are the site’s', async () => {
  const { of } = await check(
    'thresholds: { detectionMinutes: { sev1: 20 }, actionDays: 10 }\nglossary: { SLO: goal }\n',
  );
  // A customer saw it first: that needs no threshold.
  expect(of('detection/no-observability')).toBeDefined();
  expect((await check('thresholds: { actionDays: 0 }\n')).code).toBe(1);
});

test('nothing that guards privacy, safety or the form can be set', () => {
  const settable = problemCodes.filter(isConfigurable);
  expect(
    settable.filter((code) => /^(?:redaction|gate|public|schema|yaml|file|story|silence|times)\//.test(code)),
  ).toEqual([]);
  expect(problemCodes.filter(isLintCode).every(isConfigurable)).toBe(true);
});

test('settings of checks are not in the projection', async () => {
  const more = 'checks: { language/judging: hint }\nglossary: { SLO: CANARY-glossary }\n';
  writeFileSync(join(site, 'content/site.yaml'), `${siteYaml}${more}`);
  await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z' });
  const written = await readFile(join(site, '.candor/public/projection/site.json'), 'utf8');
  expect(written).toContain('Example postmortems');
  expect(written).not.toMatch(/CANARY|judging|actionDays/);
});
