/** Labels of the interface that an owner words: each is there in every language, and is plain text. */
import { expect, test } from 'vitest';
import { withOwnWords } from '../../../src/shared/i18n/own-words.ts';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { spokenLanguages } from '../../../src/shared/incident/languages.ts';
import { ownWordsSchema } from '../../../src/shared/incident/own-labels.ts';

const labels = Object.keys(ownWordsSchema.shape);

test.each(spokenLanguages)('each label is one of the words in %s, and the words of others stay', (language) => {
  const { words } = useLocale(language);
  const before = JSON.stringify(words);
  for (const label of labels) {
    const changed = JSON.stringify(withOwnWords(words, { [label]: 'Umbrellas & <b>' }));
    expect(changed).toContain('Umbrellas & <b>');
  }
  expect(JSON.stringify(words)).toBe(before);
  expect(withOwnWords(words, {})).toEqual(words);
});

test('about thirty labels are offered', () => {
  expect(labels.length).toBeGreaterThanOrEqual(30);
});

test.each([
  ['two lines', { home: 'One\ntwo' }],
  ['a mark of direction', { home: 'One \u202e two' }],
  ['a long text', { home: 'x'.repeat(61) }],
  ['nothing', { home: ' ' }],
  ['a label that is none', { hom: 'One' }],
])('%s is refused', (_, words) => {
  expect(ownWordsSchema.safeParse(words).success).toBe(false);
});
