/** Links within a built site. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLinks } from '../../../src/private/links/check-links.ts';
import { findSource } from '../../../src/private/links/find-source.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { filesIn, removeFolder, temporaryFolder } from '../../support/build.ts';
import { writeFiles } from '../../support/site.ts';

const site = temporaryFolder();
const out = `${site}/dist`;
const url = 'https://status.example/postmortems/';
let problems: Problem[];

beforeAll(async () => {
  await writeFiles(site, {
    'content/postmortems/checkout/index.mdx': '---\nid: x\n---\nSee /gone-too and\n[gone](/gone/) or [x](#nowhere).\n',
  });
  await writeFiles(out, {
    'index.html': `<title>x</title><meta property="og:image" content="${url}images/gone.png">
      <a href="postmortems/checkout/#story">fine</a> <a href="/postmortems/archive">fine</a> <a href="#top">fine</a>
      <a href="${url}archive/?q=1#r%C3%A9sum%C3%A9">fine</a> <a href="https://elsewhere.example/nowhere">fine</a>
      <a href="/other-site/">fine</a> <a href="mailto:a@b.example">fine</a> <a href="old/#anything">fine</a>
      <a href="archive/#gone">dead</a> <img src="images/a.png" srcset="images/a.png 1x, images/b.png 2x">`,
    'archive/index.html': '<h1 id="résumé">x</h1><a href="../nowhere/">dead</a>',
    'old/index.html': '<meta http-equiv="refresh" content="0; url=../archive/">',
    'tags/index.html': '<a href="../nowhere/">dead again</a>',
    'images/a.png': 'x',
    'postmortems/checkout/index.html':
      '<h2 id="story">x</h2><a href="/postmortems/gone/">dead</a><a href="#nowhere">dead</a>',
    'atom.xml': `<feed><link href="${url}"/><content>&lt;a href="${url}archive/?a=1&amp;#38;b=2"&gt;${url}feed-gone/. ${url}gone/</content></feed>`,
    'robots.txt': `Sitemap: ${url}archive/\n`,
  });
  problems = await checkLinks({
    out,
    files: filesIn(out),
    url,
    findSource: (page, href) => findSource(site, page, { href, base: '/postmortems/', translations: [] }),
  });
});

afterAll(() => removeFolder(site));

test('each address that leads nowhere is named once, at its first use', () => {
  const dead = problems.map(({ code, fact, location }) => [code, /`([^`]*)`/.exec(fact)?.[1], location.file]);
  expect(dead.sort()).toEqual([
    ['links/anchor-dead', '#nowhere', 'content/postmortems/checkout/index.mdx'],
    ['links/anchor-dead', 'archive/#gone', 'index.html'],
    ['links/dead', '../nowhere/', 'archive/index.html'],
    ['links/dead', '/postmortems/gone/', 'content/postmortems/checkout/index.mdx'],
    ['links/dead', `${url}feed-gone/`, 'atom.xml'],
    ['links/dead', `${url}images/gone.png`, 'index.html'],
    ['links/dead', 'images/b.png', 'index.html'],
  ]);
});

test('further uses are counted', () => {
  expect(problems.find(({ fact }) => fact.includes('../nowhere/'))?.fact).toContain('So do 1 other file.');
});

test('what an author wrote is found where it was written', () => {
  const locations = problems
    .filter(({ location }) => location.file.startsWith('content/'))
    .map(({ location }) => location);
  expect(locations).toEqual([
    { file: 'content/postmortems/checkout/index.mdx', line: 5, column: 8 },
    { file: 'content/postmortems/checkout/index.mdx', line: 5, column: 23 },
  ]);
});
