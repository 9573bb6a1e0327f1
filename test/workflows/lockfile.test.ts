/** The lockfile: each package by a digest of its bytes, and by no host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/build.ts';

interface Entry {
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

const text = readFileSync(join(repository, 'package-lock.json'), 'utf8');
/** But for this repository and its workspace. */
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Entry> }).packages).filter(
  ([path, { link }]) => path !== '' && !path.startsWith('tools/') && !(link && path === 'node_modules/candor-node'),
);

test('every package has the digest of its bytes, those of other systems too', () => {
  expect(packages.length).toBeGreaterThan(500);
  const open = packages.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity));
  expect(open.map(([path]) => path)).toEqual([]);
});

test('none comes from a place of its own', () => {
  expect(packages.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual([]);
});
