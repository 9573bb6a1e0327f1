/** A folder within a folder that the user may not read is named, and all beside it is imported. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';

// Whoever runs the tests may be allowed to read everything.
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  const readdirSync = (path: string, options: { withFileTypes: true }) => {
    if (basename(path) === 'locked') throw Object.assign(new Error('locked'), { code: 'EACCES' });
    return fs.readdirSync(path, options);
  };
  return { ...fs, default: { ...fs, readdirSync }, readdirSync };
});

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

test('a folder that may not be read', async () => {
  mkdirSync(join(folder, 'old/locked'), { recursive: true });
  writeFileSync(join(folder, 'old/one.md'), '# One\n\nText.\n');
  const into = join(folder, 'site');
  const { code, out, error } = await candor('import', 'document', join(folder, 'old'), '--into', into);
  expect(code).toBe(1);
  expect(`${out}${error}`).toMatch(/locked error\s+You may not read it\./);
  expect(existsSync(join(into, 'content/postmortems/one/index.mdx'))).toBe(true);
});
