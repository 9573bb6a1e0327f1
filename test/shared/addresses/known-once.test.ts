/** What an address looks like stands in the table, and nowhere else in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type AddressKind, addressKinds } from '../../../src/shared/addresses/address-kinds.ts';
import { repository } from '../../support/build.ts';

const src = join(repository, 'src');
const rows: AddressKind[] = Object.values(addressKinds);
const written = rows.flatMap(({ pattern, further = [], file }) => [pattern].concat(further, file ?? []));
const folders = [...new Set(written.flatMap((path) => /^\/([^/:]+)\//.exec(path)?.[1] ?? []))].sort();
const names = [...new Set(written.flatMap((path) => /^\/?([^/:]*\.[^/:]+|_[^/:]+)$/.exec(path)?.[1] ?? []))]
  // Servers know `.nojekyll`, and the owner may have it too.
  .filter((name) => !name.startsWith('.'))
  .sort();
const anyOf = (words: readonly string[]) => words.map((word) => word.replaceAll('.', '\\.')).join('|');

/** In quotes: a path that begins with a folder of the table, one that is put together, or a file of it; a page of a list. */
const copies = new RegExp(
  [
    `['"\`](?:\\\\/|\\^\\\\?/?|/)?(?:${anyOf(folders)})\\\\?/`,
    `\\}/?(?:${anyOf(folders)})/`,
    `/(?:\\^|\\^\\\\/)(?:${anyOf(folders)})\\\\/`,
    `['"\`]/?(?:${anyOf(names)}|(?:atom|rss)\\.xml|feed\\.json)['"\`]`,
    '/page-\\$\\{',
  ].join('|'),
);

/** Who writes such a thing all the same, and why it is no copy. */
const exceptions: Record<string, string> = {
  'disk/output-writer.ts': 'files of rules, which hosts name so',
  'shared/formats/take-apart.ts': 'files of rules, which hosts name so',
  'build/gate/own-names.ts': 'the gate knows nothing of what it watches but its own list',
  'build/gate/split-site-texts.ts': 'a file of the sources',
  'shared/hosting/netlify-toml.ts': 'files of rules, which hosts name so',
  'shared/hosting/vercel-json.ts': 'a page that hosts name so',
  'private/export/public-copy.ts': 'a file of the sources',
  'private/publish/check-public-names.ts': 'files of rules, which hosts name so',
  'private/publish/check-settings.ts': 'a file of the sources',
  'private/publish/publication-cache.ts': 'a file of the cache',
  'private/publish/write-projection.ts': 'files of the projection',
  'build/render/output-folder.ts': 'the marker that says whose folder it is',
  'build/render/relative-links.ts': 'the page that every server answers with, by its fixed name',
  'site/search/pagefind.ts': 'browsers run it: the table would make it twice as long',
  'site/data/site-data.ts': 'files of the projection',
};

test('no other code writes an address by itself', () => {
  const found = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(src.length + 1))
    .filter((file) => !file.startsWith('shared/addresses/'))
    .flatMap((file) =>
      readFileSync(join(src, file), 'utf8')
        .split('\n')
        // Codes of problems (`theme/no-file`), words for people and comments look like addresses.
        .filter(
          (line) =>
            !/^\s*(?:\/?\*|\/\/|import )|createProblem\(|^\s*'theme\/[a-z-]+':|\bremedy\b|Correct the/.test(line),
        )
        .filter((line) => copies.test(line))
        .map((line) => ({ file, line: line.trim() })),
    );
  expect(found.filter(({ file }) => !Object.hasOwn(exceptions, file))).toEqual([]);
  expect(Object.keys(exceptions).filter((file) => !found.some((each) => each.file === file))).toEqual([]);
});
