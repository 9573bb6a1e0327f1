/**
 * What followers and links of others hold on to: ids and dates of feed entries, and addresses with their anchors. The fixture
 * holds those of the demonstration. An address may be added to it and none may leave it; entries change with content alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesIn, repository } from '../support/build.ts';

const dist = join(inject('builtDemo'), 'dist');
const fixture = (name: string) => join(repository, 'test/fixtures/permanent', name);
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
/** Files whose name says their content, and parts of the search index. */
const named = /^(?:_astro|pagefind|theme|cards|images)\//;

/** What only names its neighbour to a screen reader. */
const inner = /-(?:title|desc)$/;

/** `file id published updated` of every entry of every Atom feed, in their order. */
function listEntries(): string[] {
  return filesIn(dist)
    .filter((file) => /(?:^|\/)atom(?:-\d+)?\.xml$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) => {
        const textOf = (name: string) => new RegExp(`^ {4}<${name}>([^<]*)</${name}>`, 'm').exec(entry)?.[1] ?? '?';
        return [file, textOf('id'), textOf('published'), textOf('updated')].join(' ');
      }),
    );
}

/** Every file, and every anchor of postmortems. */
function listAddresses(): string[] {
  return filesIn(dist)
    .filter((file) => !named.test(file))
    .flatMap((file) => {
      const anchors = /(?:^|\/)postmortems\/.*\.html$/.test(file) ? read(file).matchAll(/ id="([^"]*)"/g) : [];
      const ids = [...anchors].flatMap(([, id = '']) => (inner.test(id) ? [] : [id]));
      return [file, ...ids.sort().map((id) => `${file}#${id}`)];
    });
}

function readLines(name: string, present: readonly string[]): string[] {
  if (process.env['CANDOR_WRITE_PERMANENT']) writeFileSync(fixture(name), `${present.join('\n')}\n`);
  return readFileSync(fixture(name), 'utf8').trimEnd().split('\n');
}

test('every entry of every feed keeps its id and its dates', () => {
  const entries = listEntries();
  expect(entries.length).toBeGreaterThan(150);
  expect(entries).toEqual(readLines('entries.txt', entries));
});

test('RSS and JSON have the same ids in the same order as Atom', () => {
  const idsOf = (path: string) => ({
    atom: [...read(`${path}atom.xml`).matchAll(/^ {4}<id>([^<]*)/gm)].map(([, id]) => id),
    rss: [...read(`${path}rss.xml`).matchAll(/<guid[^>]*>([^<]*)/g)].map(([, id]) => id),
    json: (JSON.parse(read(`${path}feed.json`)) as { items: { id: string }[] }).items.map(({ id }) => id),
  });
  for (const path of ['', 'updates/', 'promises/', 'services/checkout/']) {
    const { atom, rss, json } = idsOf(path);
    expect(atom.length).toBeGreaterThan(0);
    expect(rss).toEqual(atom);
    expect(json).toEqual(atom);
  }
});

test('no address and no anchor of a postmortem is gone', () => {
  const addresses = listAddresses();
  const present = new Set(addresses);
  expect(readLines('addresses.txt', addresses).filter((address) => !present.has(address))).toEqual([]);
});
