import { expect, test } from 'vitest';
import type { SpokenLanguage } from '../../../src/shared/incident/languages.ts';
import { typesetText } from '../../../src/shared/typography/typeset-text.ts';

function typeset(text: string, language: SpokenLanguage = 'en'): string {
  const signs = [...text];
  for (const { index, sign } of typesetText(text, language)) signs[index] = sign;
  return signs.join('');
}

test.each<[SpokenLanguage, string, string]>([
  ['en', `He said "it's 'over'", and left.`, 'He said “it’s ‘over’”, and left.'],
  ['de', `Sie sagte "das war's" und 'fertig'.`, 'Sie sagte „das war’s“ und ‚fertig‘.'],
  ['fr', `L'erreur "délai dépassé" : pourquoi ?`, 'L’erreur «délai dépassé»\u00a0: pourquoi\u202f?'],
  ['fr', 'Voir « le délai » ; 34 % !', 'Voir «\u202fle délai\u202f»\u202f; 34\u202f%\u202f!'],
  ['es', 'El error "tiempo agotado" duró 5 %.', 'El error «tiempo agotado» duró 5\u00a0%.'],
  ['pt', `O erro "d'água" voltou.`, 'O erro “d’água” voltou.'],
  ['ja', '状態が"保留"になり、"pending"と表示された。', '状態が「保留」になり、「pending」と表示された。'],
  ['ar', 'ظهرت رسالة "انتهت المهلة" مرتين.', 'ظهرت رسالة «انتهت المهلة» مرتين.'],
])('in %s, %s becomes %s', (language, typed, set) => {
  expect(typeset(typed, language)).toBe(set);
});

test.each([
  ['("a"), ["b"] and {"c"}', '(“a”), [“b”] and {“c”}'],
  ["the shops' own, two weeks' notice", 'the shops’ own, two weeks’ notice'],
  [`rock 'n' roll, O'Brien's`, 'rock ‘n’ roll, O’Brien’s'],
  ['"One." "Two."', '“One.” “Two.”'],
  ['31 % of 4 %-ers', '31\u00a0% of 4\u00a0%-ers'],
])('%s becomes %s', (typed, set) => {
  expect(typeset(typed)).toBe(set);
});

test.each([
  'a 19" rack, 5\' 3"',
  'key="value" and a:\'b\'',
  '"never closed',
  'never opened"',
  'space after " a " both',
  'a % b, and what ?',
  'at 10:30 : no French',
])('what is no certain quotation stays: %s', (typed) => {
  expect(typeset(typed)).toBe(typed);
});

test('a quotation within its like keeps its typed marks, whose fold would be another', () => {
  expect(typeset('"He said "no" twice"')).toBe('“He said "no" twice”');
});

test('the time does not grow with the number of open marks', () => {
  const text = `${'"a '.repeat(200_000)}${"x' ".repeat(200_000)}`;
  expect(typesetText(text, 'en').length).toBe(200_000);
});
