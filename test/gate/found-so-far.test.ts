/** What the gate remembers within one build. */
import { expect, test } from 'vitest';
import { createFoundSoFar } from '../../src/gate/found-so-far.ts';
import type { Leak } from '../../src/redaction/fingerprints.ts';

const leaks: Leak[] = [{ kind: 'a rare token', origin: 'a.mdx' }];

test('what was set is found, and what was asked for stays, however much comes behind it', () => {
  const found = createFoundSoFar(10);
  found.set('kept', leaks);
  found.set('forgotten', leaks);
  for (let index = 0; index < 100; index += 1) {
    found.set(`other ${index}`, []);
    expect(found.get('kept')).toBe(leaks);
    expect(found.get(`other ${index}`)).toEqual([]);
  }
  expect(found.get('forgotten')).toBeUndefined();
  expect(found.get('other 0')).toBeUndefined();
});
