/** The kinds of files that the guide says are published are those that can be taken apart. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isKnownEnding, knownEndings } from '../../src/shared/formats/take-apart.ts';

test('docs/site.md lists every kind, and no other', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/site.md'), 'utf8');
  const [table = ''] = /\| Kind \| Endings \|[\s\S]*?\n\n/.exec(guide) ?? [];
  const listed = [...table.matchAll(/`([^`.]+)`/g)].flatMap(([, name = '']) => name);
  expect(listed.filter((name) => /^[a-z0-9]+$/.test(name)).sort()).toEqual(knownEndings);
  for (const name of listed.filter((written) => !/^[a-z0-9]+$/.test(written))) expect(isKnownEnding(name)).toBe(true);
});
