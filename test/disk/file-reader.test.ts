/** Files of any size, one after the other, each whole. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileReader } from '../../src/disk/file-reader.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

test('gives all bytes of each file and none of the one before, whatever their sizes', () => {
  const read = createFileReader();
  for (const size of [3, 0, 70_000, 65_535, 65_536, 65_537, 1, 400_000, 139_999, 140_001, 0]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + size) % 251));
    writeFileSync(join(folder, 'file'), bytes);
    expect(Buffer.compare(read(join(folder, 'file')), bytes)).toBe(0);
  }
});

test('gives what a file without a size holds', () => {
  expect(Buffer.from(createFileReader()('/proc/self/stat')).toString()).toMatch(/^\d+ \(/);
});

test('throws where there is no file', () => {
  expect(() => createFileReader()(join(folder, 'none'))).toThrow('ENOENT');
  expect(() => createFileReader()(folder)).toThrow('EISDIR');
});
