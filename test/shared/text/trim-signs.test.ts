import { expect, test } from 'vitest';
import { trimSigns } from '../../../src/shared/text/trim-signs.ts';

const isStop = (character: string) => /[.\s]/.test(character);

test.each([
  ['', '', ''],
  ['...', '', ''],
  ['.a. b. ', 'a. b', '.a. b'],
  ['𝒂.', '𝒂', '𝒂'],
])('of %j', (text, both, end) => {
  expect(trimSigns(text, isStop)).toBe(both);
  expect(trimSigns(text, isStop, 'end')).toBe(end);
  expect(trimSigns(end, isStop, 'start')).toBe(both);
});
