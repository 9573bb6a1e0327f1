/** The scanners of the locks take time linear in what they read: twice the text is twice the work, counted and not timed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPolicySearch, probeOf } from '../../../src/build/gate/policy-search.ts';
import { splitSource } from '../../../src/build/gate/split-source.ts';
import { sentencesIn, valuesIn } from '../../../src/private/publish/split-internal.ts';
import { createValueSearch } from '../../../src/private/publish/value-search.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { spelledForms } from '../../../src/shared/redaction/spelled-out.ts';
import { decodedForms, decodedTexts } from '../../../src/shared/text/decoded-forms.ts';
import { findLeaks, findLeaksInAll, fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { normalise, normalText } from '../../../src/shared/text/normalise.ts';
import { tokensOf } from '../../../src/shared/text/tokens.ts';
import { countVisits } from '../../support/count-visits.ts';
import { hostilePolicy, hostileUnits } from '../../support/hostile.ts';

const find = createFinder(hostilePolicy, { ticketPrefixes: ['pay-', 'inc', '#'], internalNames: ['Edge Cache'] });
const search = createPolicySearch(hostilePolicy, '2026-11-23');
const fingerprints = fingerprint(
  [
    { text: 'db 7 of the blue fox was one of five', origin: 'x' },
    { text: 'db-7', origin: 'x' },
    { text: 'a.b.c', origin: 'x', isTerm: true },
  ],
  [],
  { words: new Set(), texts: [] },
);
const options = { file: 'index.mdx', isWithheld: false, privateWords: new Set<string>(), isBare: true };

const location = { file: 'index.mdx' };
const searchValues = createValueSearch([
  { text: 'Blue Fox', kind: 'the name of an attendee', location },
  { text: 'PAY-7', kind: 'a ticket', location },
  { text: '#7', kind: 'a ticket', location },
  { text: 'a.b.c', kind: 'a value of `internal`', location },
  { text: 'the blue fox was one of five', kind: 'an internal sentence', location },
]);

const scanners: Record<string, (text: string) => unknown> = {
  'the normal form': normalText,
  'the normal form with offsets': (text) => normalise(text).offsets,
  'the forms without escapes': (text) => [decodedForms(text), decodedTexts(text)],
  'the forms with letters put together': spelledForms,
  'the finder': find,
  tokens: (text) => tokensOf(normalText(text)),
  'the search of the gate': (text) => [findLeaks(text, fingerprints), findLeaksInAll([probeOf(text)], fingerprints)],
  'the search of the gate for the policy': (text) => search.inText(text, probeOf(text)),
  'the splitter of the gate': (text) => splitSource(text, options),
  'the search for what is internal by kind': searchValues,
  'the values of an internal text': (text) => [valuesIn(text), sentencesIn(text)],
};

const textOf = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

describe.each(Object.entries(scanners))('%s', (_, scan) => {
  test.each(Object.entries(hostileUnits))('%s', async (_, unit) => {
    scan(textOf(unit, 500));
    const [once, twice] = [
      await countVisits(() => scan(textOf(unit, 4_000))),
      await countVisits(() => scan(textOf(unit, 8_000))),
    ];
    expect(twice).toBeLessThanOrEqual(once * 2.5 + 500);
  });
});

test('each reads hundreds of thousands of characters of anything, also where an expression of the language does the work', () => {
  const script = join(import.meta.dirname, '..', '..', 'support', 'scan-hostile.ts');
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 120_000 });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}, 150_000);
