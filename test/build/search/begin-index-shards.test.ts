/** A shard of the index that is begun of earlier pages: what comes of it is what would have come without them. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BegunShards, beginIndexShards } from '../../../src/build/search/begin-index-shards.ts';
import { buildIndexShards } from '../../../src/build/search/build-index-shards.ts';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { indexShardSize } from '../../../src/site/search/index-shards.ts';
import { everyByte, filesWith, removeFolder, temporaryFolder } from '../../support/build.ts';
import { slugOf, writeManyPages } from '../../support/many-pages.ts';

const count = 30;
const earlier = temporaryFolder();
const site = temporaryFolder();
const caches: string[] = [];
let files: string[] = [];

const writePages = (folder: string, textOf: (number: number) => string) =>
  ['', 'de/'].flatMap((prefix) =>
    writeManyPages(folder, { count, prefix, language: prefix === '' ? 'en' : 'de', textOf }),
  );
const textOf = (number: number) => `<p>Everybody waited for number${number}. Of Quillfeather${number}.</p>`;

/** Every byte of the index of `folder`. */
async function indexOf(folder: string, of: readonly string[], begun?: BegunShards): Promise<Map<string, string>> {
  const cache = temporaryFolder();
  caches.push(cache);
  removeFolder(join(folder, 'pagefind'));
  const digests = openFileDigests(join(cache, 'digests.json'));
  expect(
    await buildIndexShards({ folder, files: of, cache: join(cache, 'search'), version: 'one', digests, begun }),
  ).toEqual([]);
  return everyByte(join(folder, 'pagefind'));
}

/** `pages` counts how many are put before the index is wanted. */
function begin(changed: readonly string[], { shards = [files], pages = Infinity, from = earlier } = {}) {
  let put = 0;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const begun = beginIndexShards({
    earlier: shards.map((shard) => shard.toSorted()),
    changed,
    placeOf: (file) => join(from, file),
    async pause() {
      put += 1;
      if (put > pages || put === shards.flat().length) stop();
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  return { begun, stopped };
}

beforeAll(() => {
  files = writePages(earlier, textOf);
});
beforeEach(() => {
  removeFolder(site);
  cpSync(earlier, site, { recursive: true });
});
afterAll(() => [earlier, site, ...caches].map(removeFolder));

test.each([
  ['the whole shard', Infinity],
  ['half of it', count],
  ['a page', 1],
  ['none', 0],
])('is the same for a page that changed, after %s was begun', async (_, pages) => {
  const { begun, stopped } = begin([slugOf(7)], { pages });
  writePages(site, (number) => (number === 7 ? '<p>Nobody waited any more.</p>' : textOf(number)));
  await stopped;
  const made = await indexOf(site, files, begun);
  expect(made).toEqual(await indexOf(site, files));
  expect(filesWith(made, 'Quillfeather7.')).toEqual([]);
  expect(filesWith(made, 'Nobody waited')).not.toEqual([]);
});

test('is the same where others changed than those that were told of', async () => {
  const { begun, stopped } = begin([slugOf(7)]);
  writePages(site, (number) => `<p>Number${number} is told anew.</p>`);
  await stopped;
  const made = await indexOf(site, files, begun);
  expect(made).toEqual(await indexOf(site, files));
  expect(filesWith(made, 'Quillfeather')).toEqual([]);
});

test.each([
  ['', true],
  [', and withdrawn meanwhile', false],
])('is the same where a postmortem is new, in every language%s', async (_, isThere) => {
  const old = files.filter((file) => !file.includes(slugOf(12)));
  const now = isThere ? files : old;
  const { begun, stopped } = begin([slugOf(12)], { shards: [old] });
  await stopped;
  expect(await indexOf(site, now, begun)).toEqual(await indexOf(site, now));
  const { begun: again } = begin([slugOf(12)], { shards: [old] });
  expect((await again.take(now.toSorted())) !== undefined).toBe(isThere);
});

test('is the same where earlier pages are gone, or are none', async () => {
  const from = temporaryFolder();
  caches.push(from);
  cpSync(earlier, from, { recursive: true });
  rmSync(join(from, files[3] ?? ''));
  writeFileSync(join(from, files[4] ?? ''), 'no page at all');
  writeFileSync(join(from, files[5] ?? ''), '');
  const { begun, stopped } = begin([slugOf(7)], { from });
  await stopped;
  expect(await indexOf(site, files, begun)).toEqual(await indexOf(site, files));
});

test('begins the shards alone that a change concerns, and two at most', async () => {
  const shards = [0, 1, 2].map((third) =>
    files.filter((_, at) => at % count >= third * 10 && at % count < third * 10 + 10),
  );
  const taken = async (changed: string[]) => {
    const { begun } = begin(changed, { shards });
    const found = [];
    for (const [at, shard] of shards.entries()) if (await begun.take(shard.toSorted())) found.push(at);
    return found;
  };
  expect(await taken([slugOf(15)])).toEqual([1]);
  expect(await taken([slugOf(1), slugOf(15), slugOf(25)])).toEqual([0]);
});

test('leaves a full newest shard as it is where a postmortem is new', async () => {
  const full = Array.from({ length: indexShardSize }, (_, number) => `postmortems/${slugOf(number)}/index.html`);
  const { begun } = begin([slugOf(indexShardSize)], { shards: [full], pages: 0 });
  expect(await begun.take([...full, `postmortems/${slugOf(indexShardSize)}/index.html`])).toBeUndefined();
});

test('tells why it ended to whoever takes it', async () => {
  const begun = beginIndexShards({
    earlier: [files],
    changed: [slugOf(7)],
    placeOf: (file) => join(earlier, file),
    pause: () => Promise.reject(new Error('Nobody waits.')),
  });
  await expect(begun.take(files)).rejects.toThrow('Nobody waits.');
});
