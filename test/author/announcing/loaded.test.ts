/** What only `candor announce` needs is loaded by it alone. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../src/cli/commands.ts';
import { repository } from '../../support/build.ts';

const src = join(repository, 'src');

/** Files that are loaded with `file`, without those that are asked for later. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+\.ts)'|^import '(\.[^']+\.ts)'/gm,
  );
  for (const [, from = '', bare = ''] of imports) loadedWith(resolve(dirname(file), from || bare), found);
  return found;
}

const filesOf = (file: string) => [...loadedWith(join(src, 'cli', file))].map((path) => relative(src, path));

test.each([
  'main.ts',
  ...Object.keys(commands)
    .filter((name) => name !== 'announce')
    .map((name) => `${name === 'import' ? 'import-command' : name}.ts`),
])('%s loads nothing of announcing', (file) => {
  expect(filesOf(file).filter((path) => path.startsWith('author/announcing/'))).toEqual([]);
});

test('announce loads it, and the library for mail stands in one file', () => {
  const files = filesOf('announce.ts');
  expect(files).toContain('author/announcing/channels/email.ts');
  expect(files.filter((path) => readFileSync(join(src, path), 'utf8').includes("'nodemailer'"))).toEqual([
    'author/announcing/channels/email.ts',
  ]);
});
