/** Names that are words too: sentences of every day pass both locks, full names and other parts are found. */
import { describe, expect, test } from 'vitest';
import { createPolicySearch, probeOf } from '../../../src/build/gate/policy-search.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { type Policy, peopleSchema, redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { findLeaks, fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { nameParticles, ordinaryNames } from '../../../src/shared/text/ordinary-names.ts';

const people = peopleSchema.parse({
  api: { name: 'Will March', role: 'a' },
  support: { name: 'April Grant', role: 'a' },
  max: { name: 'Mark Field', role: 'a' },
  jdoering: { name: 'Jordan Doering', role: 'a' },
  lberg: { name: 'Ludwig van der Berg', role: 'a', aliases: ['Will'] },
  rpascal: { name: 'Rosalind Pascal', role: 'a' },
  emorgen: { name: 'Ernst Morgen', role: 'a' },
  pblanc: { name: 'Pierre Blanc', role: 'a' },
  lcruz: { name: 'Luz Cruz', role: 'a' },
  schiba: { name: '千葉 さくら', role: 'a' },
  ksalih: { name: 'كريم صالح', role: 'a' },
});
const policyWith = (changes: Partial<(typeof people)[string]> = {}): Policy => ({
  people: Object.fromEntries(Object.entries(people).map(([handle, person]) => [handle, { ...person, ...changes }])),
  redaction: redactionSchema.parse({}),
});
const find = createFinder(policyWith());
const search = createPolicySearch(policyWith(), '2026-11-23');
const inGate = (text: string) => search.inText(text, probeOf(text));

const ordinary = [
  'On 14 March 2026 the release went out.',
  'MARCH 2026: three incidents.',
  'It lasted from March to April 2026.',
  'April 2026 was quiet.',
  'Will this happen again?',
  'Will customers lose data? No.',
  'Grant the role, then mark the field.',
  'Field names were wrong. Mark them.',
  'Users in Jordan saw errors.',
  'Customers in Jordan, Chad and India were affected.',
  'De dienst van der week viel uit.',
  'Der Dienst fiel aus, der Fehler lag in der Abfrage.',
  'Der Berg an Anfragen wuchs bis zum Morgen.',
  'Ernst wurde es am Morgen.',
  'Morgen folgt der Rest.',
  'The api returned 500, and the API docs said 429.',
  'The support team told support again.',
  'Support answered within the hour; max 200 requests a second.',
  'The max is 300 and max-age is 60.',
  'Max connections: 200.',
  'A pressure of 3 kPa, which is 3000 Pascal.',
  'The scripts in Pascal ran again.',
  'Un mur de pierre. Pierre après pierre.',
  'Le Mont Blanc, région Blanc.',
  'La luz volvió; Luz verde a las 10:00.',
  'La Cruz Roja lo notó.',
  '千葉のデータセンターで障害が発生しました。',
  'المدخل غير صالح، وكان الرد كريم.',
  'المفتاح صالح حتى الغد.',
  'Version 10.2.3.4 was released.',
  'We rolled back to version 10.2.3.4 of the agent.',
  'The agent v10.2.3.4 was at fault.',
  'Die Version 10.2.3.4 hatte den Fehler.',
  'La version 10.2.3.4 était touchée.',
  'La versión 10.2.3.4 falló.',
  'A versão 10.2.3.4 falhou.',
  'バージョン10.2.3.4 を使った。',
  'الإصدار 10.2.3.4 توقف.',
  'Release 10.2.3.4, build 10.2.3.5.',
  'At the end of March, will we mark it? In Jordan, yes.',
];

test.each(ordinary)('is nobody: %s', (sentence) => {
  expect(find(sentence)).toEqual([]);
  expect(inGate(sentence)).toEqual([]);
});

test.each([
  ['a month', 'On 14 March 2026 it began.', [6]],
  ['a verb', 'Will this happen again?', [0]],
  ['a country', 'Users in Jordan saw errors.', [9]],
  ['a particle', 'Der Dienst van der week', []],
  ['a handle', 'the api and support', []],
  ['what is part of a name that is found', 'Then Will March came.', []],
])('%s is a doubt, and no more', (_, sentence, places) => {
  expect((find.inDoubt?.(sentence) ?? []).map(({ start }) => start)).toEqual(places);
});

describe('is found by both locks', () => {
  test.each([
    'Then Will March came.',
    'WILL MARCH',
    'will-march.png',
    'We asked April Grant.',
    'Mark Field',
    'Jordan Doering',
    'Doering did it.',
    'Ludwig was there.',
    'Mr van der Berg was there.',
    'Ludwig van der Berg',
    'Rosalind saw it.',
    'Rosalind Pascal',
    'Ernst Morgen kam.',
    'Luz Cruz lo vio.',
    '千葉さくらが見た。',
    'قال كريم صالح',
    'Ask @api for it.',
    'cc @max',
    'ask jdoering',
  ])('%s', (sentence) => {
    expect(find(sentence).length).toBeGreaterThan(0);
    expect(inGate(sentence).length).toBeGreaterThan(0);
  });
  test.each(['at 10.2.3.4', 'the address 10.2.3.4', 'http://10.2.3.4/', 'conversion 10.2.3.4'])('%s', (sentence) => {
    expect(find(sentence)).toEqual([expect.objectContaining({ kind: 'a private network address' })]);
  });
});

test('with `match: full` neither a word nor another part counts, and the full name does', () => {
  const full = createFinder(policyWith({ match: 'full', because: 'It is a month.' }));
  const inFull = createPolicySearch(policyWith({ match: 'full', because: 'It is a month.' }), '2026-11-23');
  for (const text of ['Will this be in March?', 'Doering', 'Ludwig']) {
    expect(full(text)).toEqual([]);
    expect(full.inDoubt?.(text) ?? []).toEqual([]);
    expect(inFull.inText(text, probeOf(text))).toEqual([]);
  }
  expect(full('Will March')).toHaveLength(1);
  expect(inFull.inText('Will March', probeOf('Will March'))).toHaveLength(1);
});

test.each([
  ['a reason alone', '{ name: A B, role: x, because: y }', false],
  ['no reason', '{ name: A B, role: x, match: full }', false],
  ['both', '{ name: A B, role: x, match: full, because: y }', true],
])('an entry with %s is read accordingly', (_, written, isRead) => {
  const entry = Object.fromEntries(
    written
      .slice(2, -2)
      .split(', ')
      .map((pair) => pair.split(': ')),
  );
  expect(peopleSchema.safeParse({ a: entry }).success).toBe(isRead);
});

test('a word of the list is no fingerprint by itself, and a run of words with it is', () => {
  const prints = fingerprint([{ text: 'Jordan told April that the field is broken by Kessenich', origin: 'a' }], [], {
    words: new Set(),
    texts: [],
  });
  expect(findLeaks('Users in Jordan, since April, in one field', prints)).toEqual([]);
  expect(findLeaks('Kessenich', prints)).toHaveLength(1);
  expect(findLeaks('april that the field is', prints)).toHaveLength(1);
});

test('the list is short', () => {
  const accounts = ['api', 'support', 'desk'];
  expect(accounts.every((word) => ordinaryNames.has(word))).toBe(true);
  expect(nameParticles.size).toBeLessThan(30);
  expect(ordinaryNames.size).toBeLessThan(435);
});
