/** Terms as short as a handle: the engine's own names are no text, and every other name and value is. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';

const handles = ['li', 'td', 'h1', 'id', 'md', 'js', 'bx', 'api', 'og', 'en', 'qx', 'mchen', 'ld', 'ab'];
const fingerprints = fingerprint(
  [
    ...handles.map((text) => ({ text, origin: 'content/people.yaml', isTerm: true })),
    { text: 'FROG-41702', origin: 'content/postmortems/a/index.mdx:9' },
  ],
  [],
  { words: new Set(), texts: [] },
);
const own = {
  attributes: new Set(['class="li-row"', 'id="id"', 'property="og:title"', 'content="h1, td"']),
  classes: new Set(['td', 'action-id']),
  words: new Set(['id', 'api', 'url']),
  assets: ['postmortem.Bx-qx_3k.css'],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-own-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function codes(file: string, content: string) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), content);
  const found = await checkLeaks(folder, [file], { fingerprints, readOwnNames: async () => own });
  return found.map(({ code }) => code);
}

test.each([
  ['elements', 'a.html', '<h1>a</h1><ul><li>b</li></ul><table><td>c</td></table>'],
  [
    'elements with attributes',
    'a.html',
    '<li class="td"><td data-x="y">a</td></li>'.replace(' data-x="y"', ' colspan="2"'),
  ],
  ['attributes', 'a.html', '<p id="x">a</p>'],
  ['attributes of templates', 'a.html', '<meta property="og:title" content="h1, td"><p id="id" class="li-row">a</p>'],
  ['classes of stylesheets', 'a.html', '<p class="td action-id">a</p>'],
  ['languages', 'a.html', '<html lang="en"><a hreflang="en-GB">a</a></html>'],
  ['addresses', 'a.html', '<a href="/postmortems/a.md">a</a> <a href="https://example.org/api/schema/b.json">b</a>'],
  ['names of its files', 'a.html', '<link href="/_astro/postmortem.Bx-qx_3k.css">'],
  ['pictures', 'a.html', '<img src="/images/0a1b2c3d4e5f60718293-480.webp">'],
  ['paths', 'a.html', '<svg><path d="M1 2h1v3"/></svg>'],
  ['keys', 'a.json', '{"id":1,"api":{"@id":"x"}}'],
  ['keys in a page', 'a.html', '<script type="application/ld+json">{"@id":"x"}</script>'],
  [
    'markup in a feed',
    'a.xml',
    '<feed><content type="html">&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;/ul&gt;</content></feed>',
  ],
  ['its own path', 'api/x.md', 'a'],
  ['a language’s part of the index', 'pagefind/x.json', '{}'],
])('%s of the engine are no text', async (_, file, content) => {
  expect(await codes(file, content)).toEqual([]);
});

test.each([
  ['text', 'a.html', '<p>Ask li.</p>'],
  ['text of one word', 'a.html', '<p>td</p>'],
  ['an element that is not the engine’s', 'a.html', '<mchen>a</mchen>'],
  ['an attribute that is not the engine’s', 'a.html', '<p data-mchen="a">a</p>'],
  ['an attribute without a value', 'a.html', '<p qx>a</p>'],
  ['a class that is not the engine’s', 'a.html', '<p class="td li">a</p>'],
  ['an id', 'a.html', '<h2 id="li">a</h2>'],
  ['a part of an id', 'a.html', '<h2 id="ask-li-first">a</h2>'],
  ['alt', 'a.html', '<img alt="td and">'],
  ['title', 'a.html', '<a title="li">a</a>'],
  ['aria-label', 'a.html', '<a aria-label="li">a</a>'],
  ['content', 'a.html', '<meta name="author" content="li">'],
  ['an address', 'a.html', '<a href="/about/li/">a</a>'],
  ['the name of a file in an address', 'a.html', '<a href="/images/li.webp">a</a>'],
  ['an address of the engine’s with more in it', 'a.html', '<a href="/api/?q=api">a</a>'],
  ['data', 'a.html', '<p data-who="li">a</p>'],
  ['datetime', 'a.html', '<time datetime="li">a</time>'],
  ['a style', 'a.html', '<p style="--li: 1">a</p>'],
  ['a comment', 'a.html', '<!-- li -->'],
  ['a value', 'a.json', '{"id":"li"}'],
  ['a key that is not the engine’s', 'a.json', '{"qx":1}'],
  ['a value in a page', 'a.html', '<script type="application/ld+json">{"@id":"li"}</script>'],
  ['a path', 'about/li.html', 'a'],
  ['a folder', 'li/a.html', 'a'],
])('a handle as %s is found', async (_, file, content) => {
  expect(await codes(file, content)).toContain('gate/leak');
});

test('what is no term is found where terms are not looked for', async () => {
  expect(await codes('a.html', '<li class="frog-41702">a</li>')).toEqual(['gate/leak']);
  expect(await codes('frog-41702.md', '<li>a</li>')).toContain('gate/leak');
});
