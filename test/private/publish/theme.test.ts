/** Slips in the look of a site, each at its place and with its remedy. */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { postmortem } from '../../support/publish.ts';
import { type Files, siteYaml, writeSite } from '../../support/site.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'candor-theme-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const firstLine = siteYaml.split('\n').length;

/** The same file is refused once more as one of `public/`, which has tests of its own. */
const isOfTheme = ({ code }: Problem) => !code.startsWith('public/');

async function problemsOf(settings: string, more: Files = {}, prepare?: (site: string) => Promise<void>) {
  const site = await mkdtemp(join(root, 'site-'));
  const story = postmortem('x');
  await writeSite(site, { plain: { 'index.mdx': story } }, { 'content/site.yaml': siteYaml + settings, ...more });
  await prepare?.(site);
  const { problems } = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z', write: false });
  return problems.filter(({ severity }) => severity === 'error');
}

const shown = ({ location, code, fact, remedy }: Problem) =>
  `${location.file}:${location.line ?? '-'}:${location.column ?? '-'} ${code} ${fact} ${remedy}`;

test.each<[name: string, settings: string, column: number, sentence: RegExp]>([
  ['a word for a colour', 'accent: teal', 9, /must be a colour in quotes, like "#17566b"/],
  ['a colour that YAML takes for a comment', 'accent: #17566b', 9, /accent/],
  [
    'a pale accent',
    'accent: "#f2c200"',
    9,
    /`#f2c200` has a contrast of 1\.48 on the light background `#f3f1ea`; text needs 4\.5\. Take `"#856b00"`/,
  ],
  [
    'a dim accent of the dark scheme',
    'accent: { light: "#17566b", dark: "#17566b" }',
    35,
    /contrast of 1\.98 on the dark background `#1d2125`; text needs 4\.5\. Take `"#[0-9a-f]{6}"`/,
  ],
  [
    'a header that nobody can read',
    'header: { background: "#17566b", text: "#2a6f86" }',
    40,
    /contrast of 1\.\d\d on `#17566b`; text needs 4\.5\. Take `"#ffffff"`/,
  ],
  ['an icon that is no picture of an icon', 'icon: favicon.gif', 7, /svg, png, ico/],
  ['a page that the site does not have', 'navigation: [home]', 14, /navigation/],
  ['a script in the header', 'navigation: [{ title: A, url: "javascript:alert(1)" }]', 31, /https:\/\/ or mailto:/],
  ['a script that is hidden', 'navigation: [{ title: A, url: "java\\nscript:alert(1)" }]', 31, /https:\/\/ or mailto:/],
  ['a script to report to', 'reportTo: "javascript:alert(1)"', 11, /https:\/\/ or mailto:/],
  ['a script to subscribe by', 'subscribe: { email: "javascript:alert(1)" }', 21, /https:\/\/ or mailto:/],
  ['a chat without https', 'subscribe: { chat: "http://chat.example" }', 20, /https:\/\/ or mailto:/],
  ['one scheme alone', 'accent: { light: "#17566b" }', 9, /dark/],
  ['a logo outside public/', 'logo: { file: ../content/people.svg }', 15, /a file in `public\/`/],
  ['a logo in a hidden folder', 'logo: { file: .git/a.svg }', 15, /a file in `public\/`/],
  ['a logo from another host', 'logo: { file: "https://example.com/a.svg" }', 15, /a file in `public\/`/],
  ['a logo that is a page', 'logo: { file: a.html }', 15, /ends in svg, png/],
  ['a logo that is not there', 'logo: { file: a.svg }', 15, /There is no file `public\/a\.svg`/],
  ['a font that is not there', 'fonts: { text: { name: A, file: a.woff2 } }', 33, /no file `public\/a\.woff2`/],
  ['a font of a name that ends a string', "fonts: { code: { name: 'A\"; }', file: a.woff2 } }", 24, /letters, digits/],
  ['weights that are words', 'fonts: { code: { name: A, file: a.woff2, weights: bold } }', 51, /like 100 900/],
  ['an unknown role of a font', 'fonts: { headings: { name: A, file: a.woff2 } }', 10, /no key `headings`/],
  ['a stylesheet that is not there', 'css: a.css', 6, /no file `public\/a\.css`/],
])('%s is refused at its place', async (_, settings, column, sentence) => {
  const problems = await problemsOf(`${settings}\n`);
  expect(problems.map(shown)).toHaveLength(1);
  expect(problems[0]?.location).toEqual({ file: 'content/site.yaml', line: firstLine, column });
  expect(shown(problems[0] as Problem)).toMatch(sentence);
});

test.each<[name: string, settings: string, files: Files, expected: RegExp]>([
  [
    'a logo that is no picture',
    'logo: { file: a.png }',
    { 'public/a.png': 'CANARY' },
    /site\.yaml:\d+:15 theme\/wrong-file `public\/a\.png` cannot be used: it is no picture/,
  ],
  [
    'a drawing that loads from elsewhere',
    'logo: { file: a.svg }',
    {
      'public/a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://example.com/a.png"/></svg>',
    },
    /theme\/wrong-file/,
  ],
  [
    'a font that is none',
    'fonts: { text: { name: A, file: a.woff2 } }',
    { 'public/a.woff2': 'wOFFtext' },
    /site\.yaml:\d+:33 theme\/wrong-file .* it is no font/,
  ],
  [
    'a stylesheet that imports',
    'css: a.css',
    { 'public/a.css': '/* a\n comment */ @import "b.css";\n' },
    /^public\/a\.css:2:13 theme\/elsewhere/,
  ],
  [
    'a stylesheet that loads from another host',
    'css: a.css',
    { 'public/a.css': 'a { background: url(//example.com/a.png) }' },
    /^public\/a\.css:1:17 theme\/elsewhere/,
  ],
  [
    'a stylesheet that hides its addresses',
    'css: a.css',
    { 'public/a.css': 'a{content:"/*"}\r\nb{background:url(https://example.com/a)}\nc{content:"*/"}' },
    /^public\/a\.css:2:14 theme\/elsewhere/,
  ],
  [
    'a stylesheet with a quote that is not closed',
    'css: a.css',
    { 'public/a.css': 'a { content: "a\n}' },
    /^public\/a\.css:1:14 theme\/wrong-file .* not closed/,
  ],
  [
    'a stylesheet in another encoding',
    'css: a.css',
    { 'public/a.css': Buffer.from('\uFEFFa { color: red }', 'utf16le') },
    /^public\/a\.css:-:- theme\/wrong-file .* not UTF-8/,
  ],
  [
    'a stylesheet that says that it is in another encoding',
    'css: a.css',
    { 'public/a.css': '@charset "shift_jis";\n' },
    /^public\/a\.css:-:- theme\/wrong-file .* not UTF-8/,
  ],
  [
    'a heading in a place',
    '',
    { 'content/theme/footer.mdx': 'Text.\n\n## Contact\n' },
    /^content\/theme\/footer\.mdx:3:1 theme\/not-in-a-place .* cannot contain a heading/,
  ],
  [
    'a part of a postmortem in a place',
    '',
    { 'content/theme/header.mdx': '<Timeline />\n' },
    /^content\/theme\/header\.mdx:1:1 theme\/not-in-a-place/,
  ],
  [
    'code in a place',
    '',
    { 'content/theme/header.mdx': 'One {process.env.HOME}\n' },
    /^content\/theme\/header\.mdx:1:5 /,
  ],
  [
    'a place that is none',
    '',
    { 'content/theme/sidebar.mdx': 'x\n' },
    /^content\/theme\/sidebar\.mdx:-:- theme\/unknown-place .* `below-postmortem\.mdx`/,
  ],
  [
    'a picture that is not there',
    '',
    { 'content/theme/footer.mdx': 'A ![ship](./ship.png) here.\n' },
    /^content\/theme\/footer\.mdx:1:3 file\/not-found/,
  ],
  [
    'a private name in a place',
    '',
    { 'content/theme/above-postmortem.mdx': 'Ask Mei Chen.\n' },
    /^content\/theme\/above-postmortem\.mdx:1:5 redaction\/private-text/,
  ],
  [
    'an unclosed mark in a place',
    '',
    { 'content/theme/footer.mdx': '<Internal>CANARY\n' },
    /^content\/theme\/footer\.mdx:1:1 story\/not-mdx/,
  ],
])('%s is refused', async (_, settings, files, expected) => {
  const problems = await problemsOf(`${settings}\n`, files);
  expect(problems.filter(isOfTheme).map(shown)).toEqual([expect.stringMatching(expected)]);
  expect(JSON.stringify(problems)).not.toMatch(/CANARY|mei/i);
});

test('a link in place of a file or of a folder is not followed', async () => {
  const elsewhere = join(root, 'elsewhere');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  await writeSite(elsewhere, {}, { 'public/a.svg': drawing, 'content/theme/footer.mdx': 'x\n' });
  const linked = await problemsOf('logo: { file: brand/a.svg }\n', { 'public/x.txt': 'x' }, (site) =>
    symlink(join(elsewhere, 'public'), join(site, 'public/brand')),
  );
  expect(linked.map(({ code }) => code)).toEqual(['theme/no-file', 'public/refused']);
  const theme = await problemsOf('', {}, (site) =>
    symlink(join(elsewhere, 'content/theme'), join(site, 'content/theme')),
  );
  expect(theme.map(({ code, location }) => `${code} ${location.file}`)).toEqual(['file/outside content/theme']);
});

test('a stylesheet of nothing but open comments is read in no time', { timeout: 60_000 }, async () => {
  expect(await problemsOf('css: a.css\n', { 'public/a.css': '/*/'.repeat(300_000) })).toEqual([]);
});
