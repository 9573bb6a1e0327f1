/** A link to each file of a built site is alive, and a link to what merely resembles one is dead: before and after a build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AddressKind, addressKinds } from '../../src/shared/addresses/address-kinds.ts';
import { findAddress, pathOfFile } from '../../src/shared/addresses/find-address.ts';
import { candor, copyBuiltDemo, filesIn, removeFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { writeFiles } from '../support/site.ts';

const site = copyBuiltDemo();
const out = join(site, 'dist');
const story = 'content/postmortems/every-address/index.mdx';
/** Of what has its content in its name, only a build can tell what is there. */
const named = ['/images/none.webp', '/cards/none.png', '/_astro/none.css', '/pagefind/none', '/theme/0a.css'];
let alive: string[] = [];
let dead: string[] = [];
let problems: { code: string; fact: string; place: { file: string; line: number } }[] = [];

beforeAll(async () => {
  alive = filesIn(out)
    // With a postmortem more, parts of the index have other names.
    .filter((file) => !/^pagefind\/(?!pagefind\.js$)/.test(file))
    .map(pathOfFile);
  const kinds = Map.groupBy(alive, (path) => JSON.stringify(kindOf(path)));
  const missed = [...kinds.values()].flatMap(([path = '']) => nearMisses(path));
  dead = [...new Set(missed)].filter((path) => !alive.includes(path)).sort();
  const links = [...alive, ...dead, ...named].map((path) => `[An address](<${path}>)`);
  await writeFiles(site, { [story]: postmortem(links.join('\n\n'), { id: 'PM-2026-900', state: 'preliminary' }) });
  const built = await candor('build', '--site', site);
  expect(built.code, built.error).toBe(0);
  const checked = await candor('check', '--site', site, '--links', '--format', 'json');
  problems = (JSON.parse(checked.out) as { problems: typeof problems }).problems;
}, 600_000);
afterAll(() => removeFolder(site));

function kindOf(path: string): (string | undefined)[] {
  const { kind, parts = {}, language } = findAddress(path, ['de']) ?? {};
  return [kind, ...Object.keys(parts), language];
}

/** Another ending, another value of each part, a language that there is not, and one that what is shared has not. */
function nearMisses(path: string): string[] {
  const { kind, parts = {} } = findAddress(path, ['de']) ?? {};
  const { type, isShared }: Partial<AddressKind> = kind === undefined ? {} : addressKinds[kind];
  const isNamed = type === 'made' || kind === 'themeStyles';
  const values = { year: '1999', number: '99', feed: 'none.xml' } as Record<string, string>;
  const others = Object.entries(parts).map(([name, part]) => path.replace(`/${part}`, `/${values[name] ?? 'none'}`));
  if (path === '/') return ['/xx/'];
  const endings = path.endsWith('/') ? [`${path}none/`, `${path.slice(0, -1)}.htm`] : [`${path}x`, `${path}/`];
  return [...(isNamed ? [] : [...endings, ...others]), `/xx${path}`, ...(isShared ? [`/de${path}`] : [])];
}

/** The links that the check of the sources calls dead, by their lines. */
function deadInSources(): string[] {
  const lines = readFileSync(join(site, story), 'utf8').split('\n');
  return problems
    .filter(({ code, place }) => code === 'links/dead-path' && place.file === story)
    .map(({ place }) => /<(.*)>/.exec(lines[place.line - 1] ?? '')?.[1] ?? `line ${place.line}`)
    .sort();
}

/** Those that the check of what was built calls dead: each once, wherever it found it first. */
function deadInOutput(): string[] {
  const links = problems
    .filter(({ code }) => code === 'links/dead')
    .map(({ fact }) => /`([^`]*)`/.exec(fact)?.[1] ?? '');
  return links.map((link) => new URL(link, 'https://postmortems.tallybridge.example/').pathname).sort();
}

test('the site has an address of every kind but those of long lists', () => {
  const kinds = new Set<string | undefined>(alive.map((path) => findAddress(path, ['de'])?.kind));
  expect(Object.keys(addressKinds).filter((kind) => !kinds.has(kind))).toEqual(['numbersOfYear']);
  expect(dead.length).toBeGreaterThan(100);
});

test('the check of the sources calls what resembles an address dead, and no address', () => {
  expect(deadInSources()).toEqual(dead);
});

test('the check of the built site does so too, and knows what has its content in its name', () => {
  expect(deadInOutput()).toEqual([...dead, ...named].sort());
});
