/** Where a link leads, in the site's own language and in a translation. */
import { expect, test } from 'vitest';
import { checkLinks } from '../../../src/private/publish/check-links.ts';

const there = new Set([
  '/archive/',
  '/feed.json',
  '/de/archive/',
  '/de/postmortems/a/',
  '/de/feed.json',
  '/postmortems/ä/',
]);

function isDead(url: string, file: string): boolean {
  const links = [{ url, location: { file: `content/postmortems/a/${file}` } }];
  const options = { page: '/postmortems/a/', translations: ['de'], isAddress: (path: string) => there.has(path) };
  return checkLinks(links, options).length > 0;
}

test.each([
  ['/archive', false, false],
  ['/archive/index.html?x#y', false, false],
  ['../../archive/', false, false],
  ['/de/archive/', false, true],
  ['../', true, true],
  ['./', true, false],
  ['/feed.json', false, false],
  ['../../feed.json', false, false],
  ['/postmortems/%C3%A4/', false, true],
  ['/postmortems/%E4/', false, false],
  ['/archive.html', true, true],
])('%s: dead in the original: %s; in the translation: %s', (url, original, translation) => {
  expect([isDead(url, 'index.mdx'), isDead(url, 'index.de.mdx')]).toEqual([original, translation]);
});
