/** Escapes of every kind are taken off, once and again. */
import { expect, test } from 'vitest';
import { decodedForms, decodedTexts } from '../../../src/shared/text/decoded-forms.ts';

test.each([
  ['a percent escape', '%42lue', 'Blue'],
  ['a percent escape of two units', '%u0042lue', 'Blue'],
  ['a decimal reference', '&#66;lue', 'Blue'],
  ['a decimal reference with zeros before', '&#0000000066;lue', 'Blue'],
  ['a reference without its semicolon', '&#66lue', 'Blue'],
  ['a hexadecimal reference without its semicolon', '&#x42lue'.replace('lue', ' Fox'), 'B Fox'],
  ['a named reference', 'Blue&nbsp;Fox', 'Blue\u00a0Fox'],
  ['a rare named reference', 'Blue&NonBreakingSpace;Fox', 'Blue\u00a0Fox'],
  ['a name in the wrong case', 'Blue&NBSP;Fox', 'Blue\u00a0Fox'],
  ['an old name without its semicolon', 'Jos&eacute is here', 'José is here'],
  ['a letter by its name', '&Bscr;lue', 'ℬlue'],
  ['an invisible letter by its name', 'Bl&ZeroWidthSpace;ue', 'Bl\u200bue'],
  ['a reference of Windows', 'O&#146;Hara', 'O’Hara'],
  ['an escape of JavaScript', '\\u0042lue \\x46ox \\u{000046}', 'Blue Fox F'],
  ['an escape in an escape', '&amp;#66;lue', 'Blue'],
])('%s', (_, written, meaning) => {
  expect(decodedForms(written).map(({ text }) => text)).toContain(meaning);
  expect(decodedTexts(written)).toEqual(decodedForms(written).map(({ text }) => text));
});

test.each(['AT&T;', '&nope;', '100 % of it', '%zz', '\\u12', '&', '&#;', '&#x;'])(
  '%s stands for nothing else',
  (text) => {
    expect(decodedForms(text)).toEqual([]);
  },
);
