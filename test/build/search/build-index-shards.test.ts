/** The index of a large site, and what is kept of it from build to build. */
import { hash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { buildIndexShards } from '../../../src/build/search/build-index-shards.ts';
import { vendorDigests } from '../../../src/build/search/vendor-files.ts';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { indexShardSize } from '../../../src/site/search/index-shards.ts';
import { everyByte, filesIn, removeFolder, temporaryFolder } from '../../support/build.ts';
import { minutesOf, writeManyPages } from '../../support/many-pages.ts';

const count = indexShardSize + 20;
const site = temporaryFolder();
const cache = join(site, 'cache');
const kept = temporaryFolder();
let files: string[] = [];
let cold: Map<string, string>;

const buildOf = (of: readonly string[], version = 'one') =>
  buildIndexShards({ folder: site, files: of, cache, version, digests: openFileDigests(join(site, 'digests.json')) });
const build = (version?: string) => buildOf(files, version);
const built = () => everyByte(join(site, 'pagefind'));
const dropIndex = () => removeFolder(join(site, 'pagefind'));
/** Names of the folders of shards. */
const cached = () => readdirSync(cache).filter((name) => statSync(join(cache, name)).isDirectory());
const filesOf = (shard: string) => filesIn(join(cache, shard)).map((file) => join(cache, shard, file));
const changes = () => filesIn(cache).map((name) => [name, statSync(join(cache, name)).ino]);

beforeAll(async () => {
  const textOf = (number: number) => `<p>Number${number} waited. ${number === 3 ? 'Of Quillfeather.' : ''}</p>`;
  files = [
    ...writeManyPages(site, { count, textOf }),
    ...writeManyPages(site, { count, textOf, prefix: 'de/', language: 'de' }),
  ];
  expect(await build()).toEqual([]);
  cold = built();
  cpSync(cache, kept, { recursive: true });
});
beforeEach(() => {
  dropIndex();
  removeFolder(cache);
  cpSync(kept, cache, { recursive: true });
});
afterEach(() => expect(built()).toEqual(cold));
afterAll(() => [site, kept].map(removeFolder));

describe('an index on shards', () => {
  test('has the newest in its own folder, each shard in every language, and the programs once', async () => {
    await build();
    const entry = (folder: string) =>
      Object.entries(
        (
          JSON.parse(readFileSync(join(site, 'pagefind', folder, 'pagefind-entry.json'), 'utf8')) as {
            languages: Record<string, { page_count: number }>;
          }
        ).languages,
      ).map(([language, { page_count }]) => [language, page_count]);
    expect(entry('').sort()).toEqual([
      ['de', 20],
      ['en', 20],
    ]);
    expect(entry('1').sort()).toEqual([
      ['de', indexShardSize],
      ['en', indexShardSize],
    ]);
    const programs = filesIn(join(site, 'pagefind')).filter((file) => /\.js$|wasm/.test(file));
    expect(programs.filter((file) => file.startsWith('1/'))).toEqual([]);
    expect(programs).toContain('pagefind.js');
    expect(programs).toContain('wasm.de.pagefind');
  });

  test('says of each fragment what its postmortem is ordered by', async () => {
    await build();
    for (const [folder, first] of [
      ['1', 0],
      ['', indexShardSize],
    ] as const) {
      const orders = JSON.parse(readFileSync(join(site, 'pagefind', folder, 'orders.json'), 'utf8')) as object;
      const fragments = readdirSync(join(site, 'pagefind', folder, 'fragment'));
      expect(Object.keys(orders)).toEqual(fragments.map((name) => name.replace('.pf_fragment', '')).sort());
      const minutes = Array.from({ length: fragments.length / 2 }, (_, index) => minutesOf(first + index));
      expect(Object.values(orders).sort()).toEqual([...minutes, ...minutes].map((value) => [value, 10]).sort());
    }
  });

  test('is searched for private text on every shard', async () => {
    await build();
    const fingerprints = fingerprint([{ text: 'Quillfeather', origin: 'a.mdx:1', isTerm: true }], [], {
      words: new Set(),
      texts: [],
    });
    const index = filesIn(site).filter((file) => file.startsWith('pagefind/'));
    const found = await checkLeaks(site, index, { fingerprints, known: await vendorDigests() });
    expect([...new Set(found.map(({ location }) => location.file))]).toEqual([
      expect.stringMatching(/^pagefind\/1\/fragment\/de_/),
      expect.stringMatching(/^pagefind\/1\/fragment\/en_/),
    ]);
  });

  test('leaves out a page that leads from an earlier address, and refuses one that tells half of itself', async () => {
    const file = 'postmortems/earlier/index.html';
    mkdirSync(join(site, 'postmortems', 'earlier'), { recursive: true });
    writeFileSync(join(site, file), '<!doctype html><title>Moved</title><p>Moved.</p>');
    await buildOf([...files, file]);
    writeFileSync(join(site, file), '<meta name="candor:year" content="2020">');
    const half = buildOf([...files, file]);
    await expect(half).rejects.toThrow('does not say its newest');
  });

  test('is the same in whatever order the pages come', async () => {
    removeFolder(cache);
    await buildOf(files.toReversed());
  });
});

describe('what is kept of a shard', () => {
  test('is taken while nothing changed, byte for byte', async () => {
    const before = changes();
    expect(cached()).toHaveLength(2);
    await build();
    expect(changes()).toEqual(before);
  });

  test('is published under a second name, which stays where it was so already', async () => {
    const places = () => filesIn(join(site, 'pagefind')).map((file) => statSync(join(site, 'pagefind', file)).ino);
    await build();
    expect(places().sort()).toEqual(
      cached()
        .flatMap(filesOf)
        .map((file) => statSync(file).ino)
        .sort(),
    );
    const [before, changed] = [places(), statSync(join(site, 'pagefind', 'pagefind.js')).ctimeMs];
    writeFileSync(join(site, 'pagefind', 'of-another-time.js'), '');
    await build();
    expect(places()).toEqual(before);
    expect(statSync(join(site, 'pagefind', 'pagefind.js')).ctimeMs).toBe(changed);
  });

  test('is taken for the shard alone whose pages did not change, and what is no longer of use is dropped', async () => {
    const page = join(site, files[3] ?? '');
    const text = readFileSync(page, 'utf8');
    const before = cached();
    writeFileSync(page, text.replace('waited', 'returned'));
    await build();
    const [changed, words] = [cached(), built()];
    expect(changed).toHaveLength(2);
    expect(changed.filter((name) => before.includes(name))).toHaveLength(1);
    dropIndex();
    removeFolder(cache);
    await build();
    expect(built()).toEqual(words);
    writeFileSync(page, text);
    dropIndex();
    await build();
  });

  test.each<[string, (shard: string, other: string) => void]>([
    ['a list with another byte', (shard) => flip(`${shard}.json`, -1)],
    ['a list with another seal', (shard) => flip(`${shard}.json`, 0)],
    ['half a list', (shard) => truncateSync(`${shard}.json`, 100)],
    ['an empty list', (shard) => truncateSync(`${shard}.json`, 0)],
    ['the list of another shard', (shard, other) => cpSync(`${other}.json`, `${shard}.json`)],
    ['no list', (shard) => rmSync(`${shard}.json`)],
    ['a sealed lie', (shard) => writeFileSync(`${shard}.json`, `${hash('sha256', '[]')}\n[]`)],
    ['a file with another byte', (shard) => flip(firstIn(shard), -1)],
    ['half a file', (shard) => truncateSync(firstIn(shard), 9)],
    ['a file less', (shard) => rmSync(firstIn(shard))],
    ['a file more', (shard) => writeFileSync(join(shard, 'more.json'), '{}')],
    ['a link more', (shard) => symlinkSync('/etc/passwd', join(shard, 'more.json'))],
    ['the files of another shard', (shard, other) => moveOver(other, shard)],
    ['no files', (shard) => removeFolder(shard)],
  ])('is made anew where it has %s', async (_, damage) => {
    const [first = '', second = ''] = cached();
    damage(join(cache, first), join(cache, second));
    const before = new Map(changes().map(([name, place]) => [name, place]));
    await build();
    expect(cached()).toEqual([first, second]);
    expect(everyByte(join(cache, first))).toEqual(everyByte(join(kept, first)));
    const isMade = (name: unknown) => !`${name}`.startsWith(second) && name !== 'pages.json';
    for (const [name, place] of changes()) if (isMade(name)) expect(place).not.toBe(before.get(name));
  });

  test('is not taken by other code, nor is what an interrupted build left', async () => {
    const [first = ''] = cached();
    rmSync(join(cache, `${first}.json`));
    writeFileSync(join(cache, 'of-another-time'), '');
    await build('two');
    expect(readdirSync(cache).filter((name) => name !== 'pages.json' && readdirSync(kept).includes(name))).toEqual([]);
    expect(readdirSync(cache)).not.toContain('of-another-time');
  });
});

function firstIn(shard: string): string {
  return join(shard, filesIn(shard)[0] ?? '');
}

function moveOver(from: string, to: string): void {
  removeFolder(to);
  cpSync(from, to, { recursive: true });
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
