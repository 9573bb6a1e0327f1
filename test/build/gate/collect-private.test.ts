/** The gate's memory of sources: after any change it knows what reading everything anew would know. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { type CollectedPrivate, collectPrivate } from '../../../src/build/gate/collect-private.ts';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { readSite } from '../../../src/disk/source/read-site.ts';
import { namesOf } from '../../../src/shared/text/fingerprints.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { anyPng, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
const memory = join(site, 'memory');
const story = (slug: string) => join(site, 'content/postmortems', slug, 'index.mdx');
const engines = {
  one: { words: new Set(['harbour']), texts: ['the lantern over the harbour burns all night'] },
  two: { words: new Set(['birchwood']), texts: ['ansgar of culverton and dunmore'] },
};
afterAll(() => removeFolder(site));
const png = await anyPng();

const text = (slug: string, body: string, changes = {}) =>
  postmortem(body, changes).replace(/^id: .*$/m, `id: PM-${slug.length}`);

beforeEach(async () => {
  removeFolder(site);
  await writeSite(site, {
    one: {
      'index.mdx': text(
        'one',
        'Ferries waited.\n\n<Internal>\n\nThe winch at Greywater had rusted through.\n\n</Internal>',
      ),
    },
    three: { 'index.mdx': text('three', 'The queue was long.'), 'drawing.png': png },
    fourth: { 'index.mdx': text('fourth', 'Nobody was hurt.'), 'minutes.md': 'Anselm asked who had oiled the winch.' },
  });
});

async function collect(
  options: { now?: string; isKept?: boolean; key?: string; engine?: 'one' | 'two' } = {},
): Promise<CollectedPrivate> {
  const { now = '2026-11-23T00:00:00Z', isKept = true, key = 'one' } = options;
  const digest = options.engine ?? 'one';
  const engine = { digest, readTexts: async () => engines[digest] };
  const { site: source } = await readSite(site);
  if (!source) throw new Error('The site cannot be read.');
  const digests = openFileDigests(join(memory, 'digests.json'));
  const found = await collectPrivate(site, source, {
    now,
    engine,
    ...(isKept ? { memory: { folder: memory, key, digests } } : {}),
  });
  if (!isKept) return found;
  found.save();
  const folder = join(site, 'content/postmortems');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  digests.save(files);
  return found;
}

const known = ({ fingerprints, privateFiles: { digests, names } }: CollectedPrivate) => ({
  names: namesOf(fingerprints).sort(),
  digests: [...digests].sort(),
  pictures: [...names].sort(),
});

/** What is known with the memory, which is what is known without. */
async function compare(options: { now?: string; key?: string; engine?: 'one' | 'two' } = {}) {
  const found = known(await collect(options));
  expect(found).toEqual(known(await collect({ ...options, isKept: false })));
  return found;
}

test('words that leave private text, enter it, or become public elsewhere are known as such', async () => {
  expect((await compare()).names).toContain('a rare token greywater');
  writeFileSync(story('three'), text('three', 'The queue at Greywater was long.'));
  expect((await compare()).names).not.toContain('a rare token greywater');
  writeFileSync(story('three'), text('three', 'The queue was long. <Internal>Ludovica slept.</Internal>'));
  const { names } = await compare();
  expect(names).toEqual(expect.arrayContaining(['a rare token greywater', 'a rare token ludovica']));
  writeFileSync(story('one'), text('one', 'Ludovica waited.'));
  const last = (await compare()).names;
  expect(last).not.toContain('a rare token greywater');
  expect(last).not.toContain('a rare token ludovica');
});

test('what is withheld until a moment is private before it, and public after', async () => {
  writeFileSync(story('one'), text('one', 'Ferries waited at Hobbleford.', { publishedAt: '2026-05-01T00:00:00Z' }));
  expect((await compare({ now: '2026-04-30T00:00:00Z' })).names).toContain('a rare token hobbleford');
  expect((await compare({ now: '2026-05-02T00:00:00Z' })).names).not.toContain('a rare token hobbleford');
  expect((await compare({ now: '2026-04-30T00:00:00Z' })).names).toContain('a rare token hobbleford');
});

test('a picture is hidden until public text shows one of the same bytes', async () => {
  expect((await compare()).pictures.length).toBeGreaterThan(0);
  writeFileSync(join(dirname(story('one')), 'copy.png'), png);
  expect((await compare()).pictures.length).toBeGreaterThan(0);
  writeFileSync(story('one'), text('one', '![A line](copy.png)'));
  expect((await compare()).pictures).toEqual([]);
});

test('folders that come, go and change their name are followed, also when their names are numbers', async () => {
  await compare();
  const added = join(site, 'content/postmortems/2024');
  mkdirSync(added);
  writeFileSync(join(added, 'index.mdx'), text('2024', 'Rain. <Internal>Cuthbert fell in.</Internal>'));
  expect((await compare()).names).toContain('a rare token cuthbert');
  renameSync(added, join(site, 'content/postmortems/11'));
  await compare();
  rmSync(join(site, 'content/postmortems/11'), { recursive: true });
  expect((await compare()).names).not.toContain('a rare token cuthbert');
  const texts = readdirSync(join(memory, 'texts')).map((name) => readFileSync(join(memory, 'texts', name), 'utf8'));
  expect(texts.join()).toContain('The queue was long.');
  expect(texts.join()).not.toContain('Rain.');
});

test('a memory that is damaged, cut, of other code or without its texts counts as none', async () => {
  await compare();
  const list = join(memory, 'sources.json');
  const texts = () => readdirSync(join(memory, 'texts')).map((name) => join(memory, 'texts', name));
  const damage = (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('Greywater', 'Elsewhere'));
  const damages = [
    () => damage(list),
    () => writeFileSync(list, readFileSync(list, 'utf8').slice(0, -1)),
    () => {
      for (const path of texts()) writeFileSync(path, readFileSync(path, 'utf8').replace('queue', 'quest'));
    },
    () => rmSync(join(memory, 'texts'), { recursive: true }),
    () => rmSync(list),
  ];
  for (const spoil of damages) {
    spoil();
    writeFileSync(
      story('fourth'),
      text('fourth', 'Nobody was hurt.', { internal: 'A quest for a queue at Elsewhere.' }),
    );
    await compare();
    writeFileSync(story('fourth'), text('fourth', 'Nobody was hurt.'));
    await compare();
  }
  await compare({ key: 'two' });
});

test('after many changes at random the memory still knows what reading everything knows', async () => {
  const random = createRandom(8);
  const words = [
    'Ansgar',
    'Birchwood',
    'Culverton',
    'Dunmore',
    'Eskdale',
    'Fennimore',
    'db-7.internal.example',
    'the',
    'and',
    'harbour',
  ];
  const sentence = () => Array.from({ length: 7 }, () => random.pick(words)).join(' ');
  const slugs = ['one', 'three', 'fourth', '77', '8'];
  for (let round = 0; round < 40; round += 1) {
    const slug = random.pick(slugs);
    const path = story(slug);
    const roll = random.between(0, 9);
    mkdirSync(dirname(path), { recursive: true });
    if (roll === 0) rmSync(dirname(path), { recursive: true });
    else if (roll === 1) writeFileSync(join(dirname(path), 'notes.txt'), sentence());
    else
      writeFileSync(
        path,
        text(
          slug,
          `${sentence()}.\n\n<Internal>${sentence()}</Internal>\n\n${sentence()}.`,
          roll === 2 ? { state: 'draft' } : {},
        ),
      );
    await compare({ engine: round % 5 === 0 ? 'two' : 'one' });
  }
}, 60_000);
