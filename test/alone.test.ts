/** Files of tests that share a process leave nothing behind in it that another would meet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A module replaced, or the environment or a global of all changed. */
const leavesBehind =
  /\bvi\.(?:mock|doMock|stubEnv|stubGlobal|useFakeTimers|setSystemTime)\(|\bprocess\.env(?:\.\w+|\[[^\]]+\]) \??\??=[^=]|\bglobalThis(?:\.\w+|\[[^\]]+\]) =[^=]/;

test.each([
  ["vi.mock('./a.ts', () => ({}))", true],
  ["process.env['A'] = '1'", true],
  ['process.env.A ??= folder', true],
  ['globalThis.now = 1', true],
  ["process.env['A'] === '1'", false],
  ['const { A } = process.env; vi.fn()', false],
])('%s: %s', (code, leaves) => {
  expect(leavesBehind.test(code)).toBe(leaves);
});

test('each file that does is named *.alone.test.ts, which gives it a process', () => {
  const shared = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.alone)\.test\.ts$/.test(file) && !/^(?:built|browser)\b/.test(file) && file !== 'alone.test.ts',
  );
  expect(shared.length).toBeGreaterThan(100);
  const wrong = shared.filter((file) => leavesBehind.test(readFileSync(join(import.meta.dirname, file), 'utf8')));
  expect(wrong).toEqual([]);
});
