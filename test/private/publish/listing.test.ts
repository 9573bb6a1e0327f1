import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shardOf } from '../../../src/disk/shards.ts';
import { listPublication } from '../../../src/private/publish/listed-publication.ts';
import { openListing } from '../../../src/private/publish/listing.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem, publish } from '../../support/publish.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

const listedAs = async (slug: string, key: string) =>
  listPublication(await publish(postmortem('The story itself.'), { slug }), key);

test('what is listed has the facts of a postmortem and not its texts', async () => {
  const listed = await listedAs('first', 'a');
  expect(listed).toMatchObject({
    slug: 'first',
    key: 'a',
    postmortem: { title: 'Checkout failed for some customers' },
  });
  expect(JSON.stringify(listed)).not.toContain('The story itself.');
  expect(JSON.stringify(listed)).not.toContain('The deploy began.');
});

test('a listing is found again by its key alone, and by none when it is damaged', async () => {
  const first = await listedAs('first', 'a');
  const listing = openListing(folder);
  listing.add('first', first);
  listing.add('second', await listedAs('second', 'b'));
  listing.save(['first', 'second']);
  expect(openListing(folder).find('first', 'a')).toEqual(first);
  expect(openListing(folder).find('first', 'b')).toBeUndefined();
  const path = join(folder, 'listing', `${shardOf('first')}.json`);
  const whole = readFileSync(path, 'utf8');
  for (const damaged of [whole.replace('Checkout failed', 'Checkout fared'), whole.slice(0, -9), '', 'x\n{']) {
    writeFileSync(path, damaged);
    expect(openListing(folder).find('first', 'a')).toBeUndefined();
  }
});

test('an entry is known by its key before it is read, whatever its name, and is kept though nobody read it', async () => {
  const names = ['plain', 'with { a } brace', 'two words\nand a line', 'größe 100%'];
  const listing = openListing(folder);
  for (const name of names)
    listing.add(name, await listedAs('first', `key of ${names.indexOf(name)}`.replaceAll(' ', '-')));
  listing.save(names);
  const again = openListing(folder);
  expect(names.map((name) => again.has(name, `key-of-${names.indexOf(name)}`))).toEqual(names.map(() => true));
  expect(again.has('plain', 'key-of-1')).toBe(false);
  expect(again.has('other', 'key-of-0')).toBe(false);
  again.add('new', await listedAs('new', 'c'));
  again.save([...names, 'new']);
  const last = openListing(folder);
  for (const name of names) expect(last.find(name, `key-of-${names.indexOf(name)}`)?.slug).toBe('first');
  expect(last.find('new', 'c')?.slug).toBe('new');
});

test('a listing keeps no postmortem that is gone', async () => {
  const listing = openListing(folder);
  listing.add('first', await listedAs('first', 'a'));
  listing.add('second', await listedAs('second', 'b'));
  listing.save(['second']);
  expect(openListing(folder).find('first', 'a')).toBeUndefined();
  expect(openListing(folder).find('second', 'b')).toBeDefined();
});
