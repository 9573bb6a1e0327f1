import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { siteSchema } from '../../src/shared/incident/site-schema.ts';
import { catalogue, isConfigurable, type ProblemCode, problemCodes } from '../../src/shared/problem/catalogue.ts';
import { settings } from '../support/publish.ts';

const guide = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
/** Each row of a table with a code, and whether it stands below a heading with the mark of what can be set. */
const rows = new Map(
  guide
    .split('\n## ')
    .flatMap((section) =>
      [...section.matchAll(/^\| `([a-z]+\/[a-z-]+)` \|(?: (error|warning|hint) \|)? (.+) \|$/gm)].map(
        ([, code = '', severity, example]) =>
          [code, { severity, example, canBeSet: /[●○]/.test(section.split('\n')[0] ?? '') }] as const,
      ),
    ),
);

test.each(problemCodes)(
  '`%s` has a row with an example, its severity, and whether it can be set',
  (code: ProblemCode) => {
    const row = rows.get(code);
    expect(row?.example).toBeTruthy();
    expect(row?.severity ?? 'error').toBe(catalogue[code].severity);
    expect(row?.canBeSet).toBe(isConfigurable(code));
  },
);

test('no row explains a code that does not exist', () => {
  expect([...rows.keys()].filter((code) => !problemCodes.some((known) => known === code))).toEqual([]);
});

test('the settings of the guide are understood, and are the usual ones where it says so', () => {
  const yaml = /```yaml\n(checks:[\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const base = { ...settings, checks: undefined, thresholds: undefined, glossary: undefined };
  const parsed = siteSchema.parse({ ...base, ...parse(yaml) });
  expect(parsed.thresholds).toMatchObject({ ...settings.thresholds });
});
