/** What the gate remembers within one build. */
import { expect, test } from 'vitest';
import { createRecent } from '../../../src/build/gate/recent.ts';

test('what was added is known, and what was asked for stays, however much comes behind it', () => {
  const recent = createRecent(10);
  recent.add('kept');
  recent.add('forgotten');
  for (let index = 0; index < 100; index += 1) {
    recent.add(`other ${index}`);
    expect(recent.has('kept')).toBe(true);
    expect(recent.has(`other ${index}`)).toBe(true);
  }
  expect(recent.has('forgotten')).toBe(false);
  expect(recent.has('other 0')).toBe(false);
});
