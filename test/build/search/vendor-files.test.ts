/** What is remembered of the files that Pagefind writes into every index. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { vendorDigests } from '../../../src/build/search/vendor-files.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

test('digests are those of the files, whether they are remembered, or what is remembered is of other code or damaged', async () => {
  const path = join(folder, 'vendor.json');
  const made = await vendorDigests();
  expect(made.size).toBeGreaterThan(10);
  expect(await vendorDigests({ path, key: 'one' })).toEqual(made);
  const written = readFileSync(path, 'utf8');
  expect(await vendorDigests({ path, key: 'one' })).toEqual(made);
  writeFileSync(
    path,
    written.replace(/[0-9a-f]$/, (digit) => (digit === '0' ? '1' : '0')),
  );
  expect(await vendorDigests({ path, key: 'one' })).toEqual(made);
  expect(await vendorDigests({ path, key: 'two' })).toEqual(made);
  expect(readFileSync(path, 'utf8')).toMatch(/^two /);
});
