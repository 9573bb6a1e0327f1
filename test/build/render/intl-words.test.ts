/** What pages write through the language's own tables is the engine's word, whoever has such a name. */
import { expect, test } from 'vitest';
import { intlWords } from '../../../src/build/render/intl-words.ts';
import { normalText } from '../../../src/shared/text/normalise.ts';

test.each([
  'March',
  'May',
  'Jan',
  'Sept',
  'Sun',
  'Friday',
  'GMT',
  'UTC',
  'hrs',
  'mins',
  'and',
  'März',
  'Jänner',
  'Deutsch',
  'août',
  'mil',
])('%s is one', (word) => {
  const words = new Set(intlWords().flatMap((text) => normalText(text).match(/[\p{L}\p{M}]+/gu) ?? []));
  expect(words).toContain(normalText(word));
});
