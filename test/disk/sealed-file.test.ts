import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileReader } from '../../src/disk/file-reader.ts';
import { readSealed, readSealedBytes, writeSealed } from '../../src/disk/sealed-file.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

const folder = temporaryFolder();
const path = join(folder, 'below', 'memory.json');
afterAll(() => removeFolder(folder));

test.each(['', 'one line', 'two\nlines\n'])('what was written is read back: %j', (body) => {
  writeSealed(path, 'key', body);
  expect(readSealed(path, 'key')).toBe(body);
  expect(readdirSync(join(folder, 'below'))).toEqual(['memory.json']);
});

test('bytes that are no text are read back', () => {
  const bytes = Buffer.from([0, 255, 10, 200, 10]);
  writeSealed(path, 'key', bytes);
  expect(readSealedBytes(path, 'key')).toEqual(bytes);
  expect(readSealedBytes(path, 'key', createFileReader())).toEqual(bytes);
  expect(readSealedBytes(path, 'other')).toBeUndefined();
});

test('one changed byte is seen where both bytes are no text', () => {
  writeSealed(path, 'key', Buffer.from([200]));
  const whole = readFileSync(path);
  whole[whole.length - 1] = 201;
  writeFileSync(path, whole);
  expect(readSealedBytes(path, 'key')).toBeUndefined();
});

test('nothing is read of another key, of a damaged file, of one that is cut off, or of none', () => {
  writeSealed(path, 'key', 'two\nlines');
  expect(readSealed(path, 'other')).toBeUndefined();
  const whole = readFileSync(path, 'utf8');
  for (const damaged of [whole.replace('two', 'too'), whole.slice(0, -1), `${whole} `, '', 'key', 'two\nlines']) {
    writeFileSync(path, damaged);
    expect(readSealed(path, 'key')).toBeUndefined();
  }
  expect(readSealed(join(folder, 'none'), 'key')).toBeUndefined();
});

test('no other module that keeps something writes beside and renames', () => {
  const src = join(import.meta.dirname, '../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sealing = files.filter((name) => /renameSync\(/.test(readFileSync(join(src, name), 'utf8')));
  // A draft is placed as a whole folder, and kept by nobody but its author.
  expect(sealing.sort()).toEqual(['cli/write-drafts.ts', 'disk/sealed-file.ts']);
});
