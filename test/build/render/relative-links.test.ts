/** Links made relative: only links, and only within the site. */
import { expect, test } from 'vitest';
import { relativePage } from '../../../src/build/render/relative-links.ts';

const known = new Set(['index.html', 'a/index.html', 'a/b/index.html', 'a/b.json', 'i.webp', 'i-2.webp', 's.js']);
const at =
  (file: string, base = '/trust/') =>
  (source: string) =>
    relativePage(source, { base, file, known });

test.each([
  ['a page', '<a href="/trust/a/">', '<a href="../index.html">'],
  ['the first page', '<a class="x" href="/trust/">', '<a class="x" href="../../index.html">'],
  ['the page itself', '<a href="/trust/a/b/">', '<a href="index.html">'],
  ['a place in a page', '<a href="/trust/a/?q=1#c">', '<a href="../index.html?q=1#c">'],
  ['a file', '<a href="/trust/a/b.json">', '<a href="../b.json">'],
  [
    'pictures',
    '<img src="/trust/i.webp" srcset="/trust/i.webp 1w, /trust/i-2.webp 2w">',
    '<img src="../../i.webp" srcset="../../i.webp 1w, ../../i-2.webp 2w">',
  ],
  ['a script', '<script type="module" src="/trust/s.js"></script>', '<script type="module" src="../../s.js"></script>'],
  [
    'a move',
    '<meta http-equiv="refresh" content="0; url=/trust/a/">',
    '<meta http-equiv="refresh" content="0; url=../index.html">',
  ],
  [
    'the security policy',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src \'self\'">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src \'self\' file:">',
  ],
  [
    'a tag with a sign of its own in it',
    '<a title="1 > 2" href="/trust/a/">',
    '<a title="1 > 2" href="../index.html">',
  ],
])('%s', (_, source, expected) => {
  expect(at('a/b/index.html')(source)).toBe(expected);
});

test.each([
  ['text', '<p>Write &#x3C;a href="/trust/a/"> so.</p>'],
  ['a fragment', '<a href="#a">'],
  ['another site', '<a href="https://x.example/trust/a/">'],
  ['another host without a scheme', '<a href="//x.example/">'],
  ['another part of the host', '<a href="/other/">'],
  ['what no file answers', '<a href="/trust/gone/">'],
  ['data', '<script type="application/ld+json">{"url":"<a href=\\"/trust/a/\\">"}</script>'],
])('%s is left alone', (_, source) => {
  expect(at('a/b/index.html')(source)).toBe(source);
});

test('a site at the top of its host', () => {
  expect(at('index.html', '/')('<a href="/a/"><a href="/">')).toBe('<a href="a/index.html"><a href="index.html">');
});
