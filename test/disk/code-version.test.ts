import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeVersion, digestCode } from '../../src/disk/code-version.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

let folder = '';
beforeAll(() => {
  folder = temporaryFolder();
  for (const path of ['src/a.ts', 'src/pages/b.astro', 'package.json', 'package-lock.json']) write(path, '1');
});
afterAll(() => removeFolder(folder));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test('the same code has the same version', () => {
  expect(digestCode(folder)).toBe(digestCode(folder));
  expect(codeVersion()).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  'src/a.ts',
  'src/pages/b.astro',
  'src/new/folder/c.ts',
  'src/i18n/en/data.mdx',
  'src/styles/site.css',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
])('another %s makes another version', (path) => {
  const before = digestCode(folder);
  write(path, '2');
  expect(digestCode(folder)).not.toBe(before);
});

test('another name of a file makes another version', () => {
  const before = digestCode(folder);
  renameSync(join(folder, 'src/a.ts'), join(folder, 'src/z.ts'));
  expect(digestCode(folder)).not.toBe(before);
});

test('a file that is there and empty is another than none', () => {
  const before = digestCode(folder);
  write('src/empty.ts', '');
  expect(digestCode(folder)).not.toBe(before);
});
