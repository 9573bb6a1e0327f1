import { expect, test } from 'vitest';
import { readSeverity } from '../../../src/site/search/read-severity.ts';
import { suggestWords } from '../../../src/site/search/suggest-words.ts';

const terms = ['checkout', 'webhooks', 'tls', 'café'];

test.each([
  ['webhoks', ['webhoks'], 'webhooks'],
  ['late chekout', ['chekout'], 'late checkout'],
  ['cafe', ['cafe'], 'café'],
  ['tsl', ['tsl'], undefined],
  ['zzyzx', ['zzyzx'], undefined],
  ['chekout zzyzx', ['chekout', 'zzyzx'], undefined],
])('%s is taken for what a slip of the pen explains, if anything', (words, unknown, meant) => {
  expect(suggestWords(words, unknown, terms)).toBe(meant);
});

test.each([
  ['severity 1', '', 'Severity 1'],
  ['late  severity 1 labels', 'late labels', 'Severity 1'],
  ['severity 12', 'severity 12', undefined],
  ['major outage', '', 'Major outage'],
])('of "%s" the name of a severity is taken out', (asked, words, severity) => {
  expect(readSeverity(asked, ['Severity 1', 'Major', 'Major outage'])).toEqual({ words, severity });
});
