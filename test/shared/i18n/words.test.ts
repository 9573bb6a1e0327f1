/** Every language says everything that the interface has to say, in its own words. */
import { expect, test } from 'vitest';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { spokenLanguageOf, spokenLanguages } from '../../../src/shared/incident/languages.ts';

const others = spokenLanguages.filter((language) => language !== 'en');
/** Whatever a sentence asks for; a number too, where it has to be chosen by one. */
const samples = ['⟨0⟩', '⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩'];
const counts = [0, 1, 2, 3, 7, 11, 21, 100, 1_000_000];

/** The same in every language: names, signs, and what is only put together from its parts. */
const shared = new Set(
  [
    'pageOf card.alt feeds.all feeds.formats.atom feeds.formats.rss feeds.formats.json verdict.notApplicable time.utc',
    'time.at label comma availability.budget postmortem.teamDid feeds.ofService feeds.ofSeverity feeds.promiseTitle',
    'feeds.revisionTitle detectedByTeam agreement.weight verdict.partOf severity.title postmortem.kicker numbers.sample list.count',
  ].flatMap((line) => line.split(' ')),
);

type Said = Map<string, string[]>;

/** Every sentence by its key: of a function, what it says of sample values. */
function listSentences(words: unknown, path = '', said: Said = new Map()): Said {
  if (typeof words === 'string') said.set(path, [words]);
  else if (typeof words === 'function') said.set(path, sayAll(path, words as (...values: unknown[]) => string));
  else
    for (const [key, value] of Object.entries(words as object))
      listSentences(value, path === '' ? key : `${path}.${key}`, said);
  return said;
}

function sayAll(path: string, say: (...values: unknown[]) => string): string[] {
  if (path === 'card.alt') return [say({ title: '⟨0⟩', severity: '⟨1⟩', rest: '⟨2⟩', site: '⟨3⟩' })];
  if (path === 'availability.quarter') return [say(3, '⟨1⟩')];
  return takesCount(path) ? counts.map((count) => say(count, '⟨1⟩')) : [say(...samples)];
}

function takesCount(path: string): boolean {
  return /^(?:list\.count|answers\.status\.open|promises\.count|numbers\.(?:total|distribution|leftOut|aboutNote|sumLacking))$/.test(
    path,
  );
}

const placesIn = (text: string) => [...new Set(text.match(/⟨\d⟩|\{\w+\}|#/g) ?? [])].sort();
const english = listSentences(useLocale('en').words);

test.each(others)('%s says every sentence, none of them empty', (language) => {
  const said = listSentences(useLocale(language).words);
  // A list of plural forms has those of its own language.
  const keys = (of: Said) => [...of.keys()].filter((key) => !key.startsWith('search.found.'));
  expect(keys(said)).toEqual(keys(english));
  expect([...said].filter(([, texts]) => texts.some((text) => text.trim() === '')).map(([key]) => key)).toEqual([]);
});

test.each(others)('%s leaves out no value that the English sentence shows', (language) => {
  const lacking = [...listSentences(useLocale(language).words)].filter(([key, texts]) => {
    const wanted = placesIn(english.get(key)?.[0] ?? '');
    // A form for one or two may say the number as a word.
    return texts.slice(takesCount(key) ? 4 : 0).some((text) => placesIn(text).join() !== wanted.join());
  });
  expect(lacking.filter(([key]) => !key.startsWith('search.found.'))).toEqual([]);
});

test.each(others)('%s leaves no English sentence untranslated', (language) => {
  const same = [...listSentences(useLocale(language).words)].filter(
    ([key, [text = '']]) => !shared.has(key) && text === english.get(key)?.[0] && / /.test(text.replace(/⟨\d⟩/g, '')),
  );
  expect(same.map(([key, [text]]) => `${key}: ${text}`)).toEqual([]);
});

test.each(spokenLanguages)('%s has a form of the count of found postmortems for each of its plurals', (language) => {
  const { found } = useLocale(language).words.search;
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  expect(Object.keys(found).sort()).toEqual([...categories].sort());
});

test('a regional tag speaks its language, in the forms of its region', () => {
  expect(useLocale('de-AT').words).toBe(useLocale('de').words);
  expect(useLocale('de-AT').format.date('2026-01-05')).toBe('5. Jänner 2026');
  expect(useLocale('en-US').format.date('2026-01-05')).toBe('January 5, 2026');
});

test('what is no tag of a spoken language is not spoken', () => {
  expect(['tlh', 'de_DE', '', 'x'].map(spokenLanguageOf)).toEqual(['tlh', 'de_DE', '', 'x'].map(() => undefined));
});
