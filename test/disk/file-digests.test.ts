import { hash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openFileDigests } from '../../src/disk/file-digests.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

const folder = temporaryFolder();
const memory = join(folder, 'digests.json');
const file = join(folder, 'a.txt');
const before = new Date('2026-01-01T00:00:00Z');
afterAll(() => removeFolder(folder));

const sum = (text: string) => hash('sha256', text);
const digestAnew = () => openFileDigests(memory).digestOf(file);
/** Writes `one`, of which the memory says it was something else: what is known that way was not read. */
const remember = () => {
  rmSync(file, { force: true });
  writeFileSync(file, 'one');
  utimesSync(file, before, before);
  const digests = openFileDigests(memory);
  digests.note(file, sum('remembered'));
  digests.save([file]);
};
beforeEach(remember);

test('a file that nobody touched is not read again', () => {
  expect(digestAnew()).toBe(sum('remembered'));
});

test.each<[string, () => void]>([
  [
    'written to with as many letters and its old times',
    () => {
      writeFileSync(file, 'two');
      utimesSync(file, before, before);
    },
  ],
  ['longer', () => writeFileSync(file, 'three')],
  [
    'replaced by another of the same size and times',
    () => {
      writeFileSync(`${file}.new`, 'two');
      utimesSync(`${file}.new`, before, before);
      renameSync(`${file}.new`, file);
    },
  ],
])('a file that is %s is read', (_, change) => {
  change();
  expect(digestAnew()).toBe(sum(readFileSync(file, 'utf8')));
});

test('a second name changes nothing within a build, and is known under both names in the next', () => {
  const other = join(folder, 'b.txt');
  rmSync(other, { force: true });
  const digests = openFileDigests(memory);
  const digest = digests.digestOf(file) ?? '';
  linkSync(file, other);
  digests.note(other, digest);
  expect(digests.digestOf(file)).toBe(sum('remembered'));
  rmSync(other);
  digests.save([file]);
  expect(digestAnew()).toBe(sum('remembered'));
});

test('a file written after its digest was noted is read when it is remembered', () => {
  const digests = openFileDigests(memory);
  expect(digests.digestOf(file)).toBe(sum('remembered'));
  writeFileSync(file, 'two');
  digests.save([file]);
  expect(digestAnew()).toBe(sum('two'));
});

test('a damaged, cut or missing memory counts as none', () => {
  const whole = readFileSync(memory, 'utf8');
  const damages = [
    () => writeFileSync(memory, whole.replace(sum('remembered'), sum('other'))),
    () => writeFileSync(memory, whole.slice(0, -3)),
    () => writeFileSync(memory, ''),
    () => rmSync(memory),
  ];
  for (const damage of damages) {
    damage();
    expect(digestAnew()).toBe(sum('one'));
  }
});

test('a link, a folder and nothing have no digest', () => {
  rmSync(join(folder, 'link'), { force: true });
  symlinkSync(file, join(folder, 'link'));
  const digests = openFileDigests(memory);
  expect(['link', '.', 'missing'].map((name) => digests.digestOf(join(folder, name)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
