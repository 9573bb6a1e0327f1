import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSealed, writeSealed } from '../../src/files/sealed-file.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

const folder = temporaryFolder();
const path = join(folder, 'below', 'memory.json');
afterAll(() => removeFolder(folder));

test.each(['', 'one line', 'two\nlines\n'])('what was written is read back: %j', (body) => {
  writeSealed(path, 'key', body);
  expect(readSealed(path, 'key')).toBe(body);
  expect(readdirSync(join(folder, 'below'))).toEqual(['memory.json']);
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
