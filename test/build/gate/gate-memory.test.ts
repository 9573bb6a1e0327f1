/** The memory of the leak gate: what it leaves out was searched, and nothing else is left out. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { openGateMemory } from '../../../src/build/gate/gate-memory.ts';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');
const path = join(folder, 'memory', 'gate.json');
mkdirSync(out);
afterAll(() => removeFolder(folder));
beforeEach(() => removeFolder(join(folder, 'memory')));

const engine = { words: new Set<string>(), texts: [] };
const fingerprintsOf = (...texts: string[]) =>
  fingerprint(
    texts.map((text) => ({ text, origin: 'content/x.mdx:1', isTerm: true })),
    [],
    engine,
  );

const filesOf = (problems: readonly Problem[]) => [...new Set(problems.map(({ location }) => location.file))];

/** Writes files and sends them through the gate, with the memory that an earlier run left. */
async function gate(files: Record<string, string>, secrets: string[], key = 'one'): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
  const fingerprints = fingerprintsOf(...secrets);
  const memory = openGateMemory({ path, key, fingerprints });
  const problems = await checkLeaks(out, Object.keys(files).sort(), { fingerprints, memory });
  if (problems.length === 0) memory.save();
  return filesOf(problems);
}

const left = async (file: string, digest: string, secrets: string[], key = 'one') =>
  openGateMemory({ path, key, fingerprints: fingerprintsOf(...secrets) }).left(file, digest);

async function rememberOne(): Promise<void> {
  const memory = openGateMemory({ path, key: 'one', fingerprints: fingerprintsOf('Basilisk') });
  memory.remember('a.txt', 'd1');
  memory.save();
}

test('nothing is left to search in a file of the same name and bytes', async () => {
  await rememberOne();
  expect(await left('a.txt', 'd1', ['Basilisk'])).toBeUndefined();
});

test.each([
  ['other bytes', 'a.txt', 'd2', 'one'],
  ['another name', 'b.txt', 'd1', 'one'],
  ['a name that objects have', 'constructor', 'd1', 'one'],
  ['another policy, program or Node', 'a.txt', 'd1', 'two'],
])('everything is left to search with %s', async (_, file, digest, key) => {
  await rememberOne();
  expect((await left(file, digest, ['Basilisk'], key))?.others.has('basilisk')).toBe(true);
});

test('what is newly private is found in a file that did not change', async () => {
  const files = { 'a.txt': 'Ask for the wyvern.', 'b.html': '<p>Nothing here</p>' };
  expect(await gate(files, ['Basilisk'])).toEqual([]);
  expect(await gate(files, ['Basilisk', 'Wyvern'])).toEqual(['a.txt']);
  // It was not remembered as clean by the run that found it.
  expect(await gate(files, ['Basilisk', 'Wyvern'])).toEqual(['a.txt']);
});

test('what is private no longer, and private again, is found again', async () => {
  const files = { 'a.txt': 'Ask for the wyvern.' };
  expect(await gate(files, ['Basilisk'])).toEqual([]);
  expect(await gate(files, [])).toEqual([]);
  expect(await gate({ 'a.txt': 'Ask for the basilisk.' }, [])).toEqual([]);
  expect(await gate({ 'a.txt': 'Ask for the basilisk.' }, ['Basilisk'])).toEqual(['a.txt']);
});

test('a memory that is cut off anywhere, or changed in a letter, counts as none', async () => {
  await rememberOne();
  const whole = readFileSync(path, 'utf8');
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(path, whole.slice(0, length));
    expect(await left('a.txt', 'd1', ['Basilisk'])).toBeDefined();
    writeFileSync(path, `${whole.slice(0, length)}~${whole.slice(length + 1)}`);
    expect(await left('a.txt', 'd1', ['Basilisk'])).toBeDefined();
  }
});

test('with a memory the gate finds what it finds without, whatever changed in between', async () => {
  const words = ['wyvern', 'basilisk', 'lantern', 'gorse', 'umber', 'kestrel'];
  for (let seed = 0; seed < 60; seed += 1) {
    removeFolder(join(folder, 'memory'));
    const random = createRandom(seed);
    const files: Record<string, string> = { 'a.txt': 'a', 'b.html': '<p>b</p>', 'c.json': '"c"' };
    for (let run = 0; run < 6; run += 1) {
      const name = random.pick(Object.keys(files));
      const word = random.next() < 0.7 ? 'nothing' : random.pick(words);
      files[name] = name === 'c.json' ? `"${word} ${run}"` : `${word} ${run}`;
      const secrets = words.filter(() => random.next() < 0.3);
      const found = await gate(files, secrets);
      const plain = await checkLeaks(out, Object.keys(files).sort(), { fingerprints: fingerprintsOf(...secrets) });
      expect(found).toEqual(filesOf(plain));
    }
  }
});

test('a copy of a private file, and a private name, are found whatever is remembered', async () => {
  writeFileSync(join(out, 'a.txt'), 'bytes');
  await gate({ 'a.txt': 'bytes' }, ['Basilisk']);
  const fingerprints = fingerprintsOf('Basilisk');
  const memory = openGateMemory({ path, key: 'one', fingerprints });
  const names = new Map([['a.txt', 'content/postmortems/x/a.png']]);
  const problems = await checkLeaks(out, ['a.txt'], {
    fingerprints,
    memory,
    privateFiles: { digests: new Map(), names },
  });
  expect(problems.map(({ code }) => code)).toEqual(['gate/leak']);
});
