/** Parts of a set of fingerprints are searched beside the whole, as the gate's memory does. */
import { expect, test } from 'vitest';
import {
  findLeaks,
  fingerprintCandidates,
  fingerprintsWithout,
  namesOf,
} from '../../../src/shared/text/fingerprints.ts';

test('a part of a set takes nothing from the whole', () => {
  const term = (text: string) => ({ text, origin: text, isTerm: true });
  const whole = fingerprintCandidates([
    term('mei chen lud'),
    term('mei chen hob'),
    term('ana lud'),
    term('bo chen lud'),
  ]);
  const find = (text: string) => findLeaks(text, whole).map(({ origin }) => origin);
  const before = whole.all.map(({ name }) => find(name));
  expect(find('By Mei Chen Lud.')).toEqual(['mei chen lud']);
  for (const kept of namesOf(whole)) {
    expect(fingerprintsWithout(whole, (name) => name !== kept)?.all).toHaveLength(1);
    fingerprintsWithout(whole, (name) => name === kept);
    expect(whole.all.map(({ name }) => find(name))).toEqual(before);
  }
});
