/** `public/` is looked through before anything is built: the same search as for text, and nothing that cannot be searched. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPublicFiles } from '../../../src/private/publish/check-public-files.ts';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { jpegSegment, pngChunk, withSegment, writePng } from '../../support/picture-files.ts';
import { contextWith, policy } from '../../support/publish.ts';
import { type Files, writeFiles, writeSite } from '../../support/site.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-public-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const day = '2026-11-23';
const ownPolicy = { ...policy, redaction: { ...policy.redaction, hosts: ['*.acme.lan'] } };
const findPrivateText = createFinder(ownPolicy, contextWith());

async function check(files: Files, redaction = {}, mostCharacters = 1_000_000) {
  const site = await mkdtemp(join(folder, 'site-'));
  await writeFiles(join(site, 'public'), files);
  const whole = { ...ownPolicy, redaction: { ...ownPolicy.redaction, ...redaction } };
  return checkPublicFiles(site, { policy: whole, findPrivateText, day, mostCharacters });
}
const placesOf = async (files: Files) =>
  (await check(files)).map(
    ({ code, location }) =>
      `${location.file.replace(/^public\//, '')}:${location.line ?? '-'}:${location.column ?? '-'} ${code}`,
  );

const privateTexts: [what: string, text: string][] = [
  ['a name', 'Mei Chen'],
  ['a handle', 'rpatel'],
  ['a term', 'Project Basilisk'],
  ['a pattern', 'CHG-10422'],
  ['a host of the policy', 'db.acme.lan'],
  ['a host of two labels below it', 'a.b.acme.lan'],
  ['a private address', '10.1.2.3'],
  ['a phone number', '+44 20 7946 0999'],
  ['a ticket', 'PAY-1234'],
  ['a token', `ghp_${'a1B2'.repeat(9)}`],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['an address of e-mail', 'mei@elsewhere.example'],
];

test.each(privateTexts)('%s is found in every kind of text, with line and column', async (_, text) => {
  expect(await placesOf({ 'a.txt': `One.\nTwo ${text}.\n` })).toEqual(['a.txt:2:5 redaction/private-text']);
  expect(await placesOf({ 'a.html': `<p>\n${text}</p>` })).toEqual(['a.html:2:1 redaction/private-text']);
  expect(await placesOf({ 'a.json': `{\n"a": ${JSON.stringify(text)}}` })).toEqual([
    'a.json:2:7 redaction/private-text',
  ]);
  expect(await placesOf({ 'a.css': `/*\n\n ${text} */` })).toEqual(['a.css:3:2 redaction/private-text']);
});

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer();

test.each<[string, string, string | Uint8Array]>([
  ['markup', 'a.html', '<p>Mei <b>Ch</b>en</p>'],
  ['an attribute', 'a.html', '<img alt="Mei Chen">'],
  ['a comment', 'a.html', '<!-- Mei Chen -->'],
  ['references', 'a.html', '<p>&#77;ei Chen</p>'],
  ['a drawing', 'a.svg', svg('<text>Mei <tspan>Chen</tspan></text>')],
  ['metadata of a drawing', 'a.svg', svg('<metadata>Mei Chen</metadata>')],
  ['escapes of JSON', 'a.json', '{"a":"Mei \\u0043hen"}'],
  ['two lines of JSON', 'a.json', '{"a":"Mei\\nChen"}'],
  ['escapes of JavaScript', 'a.js', 'const a = "Mei \\x43hen"'],
  ['escapes of CSS', 'a.css', '.a::after { content: "Mei \\43 hen" }'],
  ['a folded calendar', 'a.ics', 'SUMMARY:Mei Ch\r\n en\r\n'],
  ['Markdown', 'a.md', 'Mei **Ch**en'],
  ['UTF-16', 'a.txt', Buffer.from('\ufeffMei Chen', 'utf16le')],
  ['a packed file', 'a.txt.gz', gzipSync('Mei Chen')],
  ['a comment of a picture', 'a.jpg', withSegment(jpeg, jpegSegment(0xfe, 'Mei Chen'))],
  [
    'a comment of a picture in UTF-16',
    'a.jpg',
    withSegment(jpeg, jpegSegment(0xfe, Buffer.from('Mei Chen', 'utf16le'))),
  ],
  ['a text of a picture', 'a.png', writePng([pngChunk('tEXt', 'Author\0Mei Chen')])],
  [
    'a picture in a style',
    'a.css',
    `a { background: url(data:image/png;base64,${writePng([pngChunk('tEXt', 'a\0Mei Chen')]).toString('base64')}) }`,
  ],
  ['its name', 'team/mei-chen.txt', 'x'],
  ['the name of its folder', 'mei_chen/a.txt', 'x'],
  ['the name of a file that cannot be read', 'meichen.zip', 'x'],
])('a name in %s is found, and not printed', async (_, file, content) => {
  const problems = await check({ [file]: content });
  expect(problems.map(({ code }) => code)).toContain('redaction/private-text');
  expect(JSON.stringify(problems)).not.toMatch(/mei.?chen/i);
});

test.each([
  'a.txt',
  'robots.txt',
  'CNAME',
  '_headers',
  '_redirects',
  '.nojekyll',
  '.htaccess',
  '.well-known/security.txt',
  '.well-known/apple-app-site-association',
  'a/b/c.html',
  'site.webmanifest.txt',
  'a.vtt',
])('%s is published', async (file) => {
  expect(await placesOf({ [file]: 'Public words.\n' })).toEqual([]);
});

test.each([
  '.env',
  '.git/config',
  '.DS_Store',
  'a/.htpasswd',
  '.hidden/a.txt',
  '.well-known/.env',
  'a/.well-known/b.txt',
  '.htaccess/a.txt',
])('%s is hidden, and refused', async (file) => {
  expect(await placesOf({ [file]: 'x' })).toEqual([`${file}:-:- public/hidden`]);
});

test.each(['a.pdf', 'a.zip', 'a.docx', 'a', 'a.txt.br', 'a.wasm', 'a.tiff', 'a.mp4', 'a.avif', 'a.exe', 'a.txt~'])(
  '%s is of a kind that is not known, and refused',
  async (file) => {
    expect(await placesOf({ [file]: 'x' })).toEqual([`${file}:-:- public/unknown-kind`]);
  },
);

test.each<[string, string, string | Uint8Array]>([
  ['gz that is named text', 'a.txt', gzipSync('x')],
  ['gz in gz', 'a.txt.gz', gzipSync(gzipSync('x'))],
  ['a gz of 900 megabytes', 'a.csv.gz', gzipSync(Buffer.alloc(900_000_000))],
  ['a gz of a picture', 'a.png.gz', gzipSync(writePng())],
  ['Latin-1', 'a.txt', Buffer.from('Zoë', 'latin1')],
  ['a PDF that is named text', 'a.txt', '\n%PDF-1.7'],
  ['JSON that is none', 'a.json', '{'],
  ['a drawing that loads a file', 'a.svg', svg('<a:image xmlns:a="http://www.w3.org/2000/svg" href="file:x"/>')],
  ['a drawing with a program', 'a.svg', svg('<script>x()</script>')],
  ['a picture with bytes behind it', 'a.png', Buffer.concat([writePng(), Buffer.from('x')])],
  ['a page with an embedded archive', 'a.html', '<a href="data:application/zip;base64,UEsDBAo=">x</a>'],
])('%s cannot be searched, and is refused', async (_, file, content) => {
  expect(await placesOf({ [file]: content })).toEqual([`${file}:-:- public/unreadable`]);
});

const pdf = Buffer.from('%PDF-1.7');
const sha256 = createHash('sha256').update(pdf).digest('hex');
const exception = (changes = {}) =>
  redactionSchema.parse({ files: [{ path: 'r/a.pdf', sha256, because: 'Read.', until: day, ...changes }] });

test('a file that the policy names is published, in its own bytes, until its last day', async () => {
  const codes = async (changes: object, content: Uint8Array = pdf) =>
    (await check({ 'r/a.pdf': content }, { files: exception(changes).files })).map(({ code }) => code);
  expect(await codes({})).toEqual([]);
  expect(await codes({ until: '2026-11-22' })).toEqual(['public/unknown-kind']);
  expect(await codes({}, Buffer.from('%PDF-1.8'))).toEqual(['public/other-bytes']);
  expect(await codes({ path: 'r/b.pdf' })).toEqual(['public/no-file', 'public/unknown-kind']);
});

test.each([
  { path: '../a.pdf' },
  { path: '/a.pdf' },
  { path: 'public/a.pdf' },
  { path: 'a/../b.pdf' },
  { sha256: 'abc' },
  { until: 'soon' },
  { because: '' },
  { reason: 'x' },
])('an exception with %o is none', (changes) => {
  expect(() => exception(changes)).toThrow();
});

test('a link in public/ is refused, and so is public/ as one', async () => {
  const site = await mkdtemp(join(folder, 'site-'));
  await writeFiles(join(site, 'public'), { 'a.txt': 'x' });
  await symlink('/etc', join(site, 'public', 'etc'));
  const options = { policy, findPrivateText, day };
  expect((await checkPublicFiles(site, options)).map(({ code }) => code)).toEqual(['public/refused']);
  const other = await mkdtemp(join(folder, 'site-'));
  await symlink(join(site, 'public'), join(other, 'public'));
  expect((await checkPublicFiles(other, options)).map(({ code }) => code)).toEqual(['file/outside']);
});

test('what the files come to together is bounded, and the largest are named', async () => {
  const sizes = [9, 1, 12, 7, 11, 2];
  const files = Object.fromEntries(
    sizes.map((size, index) => [`${index}.csv.gz`, gzipSync('lorem,ipsum\n'.repeat(size))]),
  );
  expect(await check(files, {}, 1000)).toEqual([]);
  const problems = await check(files, {}, 500);
  expect(problems.map(({ code }) => code)).toEqual(['public/too-much']);
  expect(problems[0]?.fact).toMatch(/`public\/2\.csv\.gz`, `public\/4\.csv\.gz`, `public\/0\.csv\.gz`/);
});

test('a long text is searched to its end, also where it is cut', async () => {
  const line = 'lorem,ipsum,1\n';
  const text = `${line.repeat(4_000)}Mei Chen\n${line.repeat(2_000)}10.1.2.3\n`;
  expect(await placesOf({ 'a.csv': text })).toEqual([
    'a.csv:4001:1 redaction/private-text',
    'a.csv:6002:1 redaction/private-text',
  ]);
  for (let shift = 0; shift < 30; shift += 1)
    expect(await placesOf({ 'a.txt': `${'x'.repeat(23_980 + shift)} Mei Chen${' x'.repeat(3_000)}` })).toContain(
      `a.txt:1:${23_982 + shift} redaction/private-text`,
    );
});

test('a check says it as a build does, and exceptions are told at their line', async () => {
  const site = await mkdtemp(join(folder, 'site-'));
  await writeSite(
    site,
    {},
    {
      'public/note.txt': 'Ask Mei Chen.\n',
      'content/redaction.yaml': `files:\n  - { path: a.pdf, sha256: ${sha256}, because: Read., until: 2099-12-31 }\n`,
    },
  );
  for (const checksOnly of [true, false]) {
    const { problems } = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z', checksOnly });
    expect(
      problems.map(({ code, location }) => `${location.file}:${location.line}:${location.column} ${code}`),
    ).toEqual(['content/redaction.yaml:2:13 public/no-file', 'public/note.txt:1:5 redaction/private-text']);
  }
});
