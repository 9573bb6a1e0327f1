/** The last lock: leaks planted into finished files of every kind are found, and ordinary pages are not. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { listOutput } from '../../../src/build/render/output-folder.ts';
import { openSearchIndex } from '../../../src/build/search/build-index.ts';
import { findUnexplained } from '../../../src/build/search/check-index.ts';
import { vendorDigests } from '../../../src/build/search/vendor-files.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';

const origin = 'content/postmortems/example/index.mdx:12';
const fingerprints = fingerprint(
  [
    { text: 'We let the vendor Quillfeather migrate the shards by hand that night.', origin },
    { text: 'db-7.prod.ludlow', origin },
    { text: 'FROG-41702', origin },
    { text: 'Mei Chen', origin, isTerm: true },
    { text: 'データベースの鍵が漏れました', origin },
  ],
  ['The deploy was rolled back that night, and the shards were moved.', 'db-1.example.org'],
  {
    words: new Set(['vendor', 'migrate']),
    texts: [],
  },
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-gate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function gate(file: string, content: string | Uint8Array) {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return checkLeaks(folder, [file], { fingerprints });
}

test('what the engine says itself is no run of private words; its neighbours, terms and tokens are', async () => {
  const said = 'one to three sentences in the words of a reader, mei chen, frog-41702';
  const of = (text: string, isTerm = false) =>
    fingerprint([{ text, origin, isTerm }], [], { words: new Set(said.split(/[ ,]+/)), texts: [said] });
  const find = async (text: string, fingerprints: ReturnType<typeof of>) => {
    await writeFile(join(folder, 'own.html'), `<p>${text}</p>`);
    return (await checkLeaks(folder, ['own.html'], { fingerprints })).length;
  };
  const comment = of('One to three sentences in the words of the vicar of');
  expect(await find('One to three sentences in the words of a reader', comment)).toBe(0);
  expect(await find('In the words of the vicar', comment)).toBeGreaterThan(0);
  expect(await find('Mei Chen', of('Mei Chen', true))).toBe(1);
  expect(await find('FROG-41702', of('FROG-41702'))).toBe(1);
});

const page = (body: string) => `<!doctype html><html lang="en"><body>${body}</body></html>`;
const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

const planted: [name: string, file: string, content: () => string | Uint8Array | Promise<Uint8Array>][] = [
  ['a sentence', 'a.html', () => page('<p>We let the vendor Quillfeather migrate the shards.</p>')],
  ['a run of common words', 'a.html', () => page('<p>So the shards by hand that night it was.</p>')],
  ['a word split by elements', 'a.html', () => page('<p>Quill<em>fea</em><b>ther</b></p>')],
  ['a word split by an unknown element', 'a.html', () => page('<p>Quill<x-y></x-y>feather</p>')],
  ['a word split by a comment', 'a.html', () => page('<p>Quill<!-- a -->feather</p>')],
  ['entities', 'a.html', () => page('<p>&#81;uill&shy;feather</p>')],
  ['entities twice', 'a.html', () => page('<p>&amp;#81;uill&amp;shy;feather</p>')],
  ['invisible characters', 'a.html', () => page('<p>Quill\u200bfea\u00adther</p>')],
  ['full-width characters', 'a.html', () => page('<p>Ｑｕｉｌｌｆｅａｔｈｅｒ</p>')],
  ['a name over a line break', 'a.html', () => page('<p>Mei<br>Chen</p>')],
  ['a name without a space', 'a.html', () => page('<p>MeiChen</p>')],
  ['a comment', 'a.html', () => page('<!-- Quillfeather -->')],
  ['an attribute', 'a.html', () => page('<a title="Quillfeather">x</a>')],
  ['an attribute without quotes', 'a.html', () => page('<a title=Quillfeather>x</a>')],
  ['the name of an attribute', 'a.html', () => page('<a data-quillfeather>x</a>')],
  ['an address', 'a.html', () => page('<a href="/x?q=Mei%20Chen">x</a>')],
  ['an address encoded twice', 'a.html', () => page('<a href="/x?q=Mei%2520Chen">x</a>')],
  ['the slug of a heading', 'a.html', () => page('<h2 id="about-mei-chen">x</h2>')],
  ['a host', 'a.html', () => page('<code>ssh db-7.prod.ludlow</code>')],
  ['a host as a slug', 'a.html', () => page('<h2 id="db-7-prod-ludlow">x</h2>')],
  ['a ticket', 'a.html', () => page('<p>See FROG-41702.</p>')],
  ['a sentence without spaces', 'a.html', () => page('<p>データベースの鍵が</p>')],
  ['an inline script', 'a.html', () => page('<script>let a = "\\u0051uillfeather"</script>')],
  [
    'structured data',
    'a.html',
    () => page('<script type="application/ld+json">{"name":"Quill\\u0066eather"}</script>'),
  ],
  ['a style', 'a.html', () => page('<style>.quillfeather { color: red }</style>')],
  ['a template', 'a.html', () => page('<template><p>Quillfeather</p></template>')],
  ['a folder', 'postmortems/quillfeather/index.html', () => page('')],
  ['a file name', 'images/mei-chen.css', () => ''],
  [
    'RSS, escaped',
    'rss.xml',
    () => '<rss><item><description>&lt;p&gt;Quill&lt;b&gt;feather&lt;/b&gt;&lt;/p&gt;</description></item></rss>',
  ],
  ['Atom, escaped twice', 'atom.xml', () => '<feed><content>&amp;lt;p&amp;gt;Mei&amp;nbsp;Chen</content></feed>'],
  ['CDATA', 'rss.xml', () => '<rss><description><![CDATA[<p>Quill<i>feather</i></p>]]></description></rss>'],
  ['OPML', 'a.opml', () => '<opml><outline text="Quill&#102;eather"/></opml>'],
  ['JSON', 'a.json', () => '{"a":[{"b":"Mei \\u0043hen"}]}'],
  ['HTML in JSON', 'feed.json', () => '{"content_html":"<p>Quill<i>feather</i></p>"}'],
  ['a key of JSON', 'a.json', () => '{"quillfeather":1}'],
  ['words in a row within what looks like a tag', 'a.json', () => '{"a":"<b migrate the shards by hand>"}'],
  ['a name that begins what looks like a tag', 'a.md', () => 'Of <mei chen> we say nothing.'],
  ['a source map', 'a.js.map', () => '{"sourcesContent":["// Quillfeather"]}'],
  ['CSV', 'a.csv', () => 'a,b\n1,"Quillfeather"\n'],
  ['a calendar', 'a.ics', () => 'BEGIN:VEVENT\r\nSUMMARY:About Quillfea\r\n ther\r\nEND:VEVENT\r\n'],
  ['a calendar, folded where its line is full', 'a.ics', () => `SUMMARY:${'About '.repeat(10)}Quill\r\n feather\r\n`],
  ['a calendar, a line of it begun with a space', 'a.ics', () => 'SUMMARY:Mei\r\n Chen\r\n'],
  ['a calendar, names at the fold', 'a.ics', () => `SUMMARY:${'About '.repeat(11)}Mei\r\n  Chen\r\n`],
  ['Markdown', 'a.md', () => 'About Quill*fea*ther.'],
  ['plain text', 'llms.txt', () => 'About Quillfeather.'],
  ['text in UTF-16', 'a.txt', () => Buffer.from('\ufeffAbout Quillfeather.', 'utf16le')],
  ['CSS', 'a.css', () => '.a::after { content: "\\51 uillfeather" }'],
  ['JavaScript', 'a.js', () => 'const a = "\\x51uillfeather"'],
  ['a packed file', 'a.html.gz', () => gzipSync(page('<p>Quill<i>feather</i></p>'))],
  [
    'a drawing',
    'a.svg',
    () => '<svg xmlns="http://www.w3.org/2000/svg"><text>Quill<tspan>feather</tspan></text></svg>',
  ],
  [
    'EXIF',
    'a.jpg',
    () =>
      picture()
        .withExif({ IFD0: { Copyright: 'Quillfeather' } })
        .jpeg()
        .toBuffer(),
  ],
  [
    'EXIF of WebP',
    'a.webp',
    () =>
      picture()
        .withExif({ IFD0: { Copyright: 'Quillfeather' } })
        .webp()
        .toBuffer(),
  ],
  [
    'XMP',
    'a.png',
    () => picture().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Quillfeather</x:xmpmeta>').png().toBuffer(),
  ],
];

test.each(planted)('a leak in %s is found, and told by its origin alone', async (_, file, content) => {
  const problems = await gate(file, await content());
  expect(problems.map(({ code, location }) => `${code} ${location.file}`)).toContain(`gate/leak ${file}`);
  for (const { fact, remedy } of problems) {
    expect(fact).toContain(origin);
    expect(fact + remedy).not.toMatch(/quillfeather|mei.?chen|ludlow|41702|vendor/i);
  }
});

test.each([
  ['a damaged packed file', 'a.pf_fragment', 'no gzip'],
  ['a damaged image', 'a.png', 'no image'],
  ['damaged JSON', 'a.json', '{'],
  ['an archive', 'a.zip', Buffer.from('504b030414000000', 'hex')],
  ['a document', 'a.docx', Buffer.from('504b030414000000', 'hex')],
  ['a PDF', 'a.pdf', '%PDF-1.7'],
  ['an unknown kind of file', 'a.xyz', 'Quillfeather'],
  ['a file without an ending', 'a', 'Quillfeather'],
  ['a packed file of another name', 'a.bin', gzipSync('Quillfeather')],
  ['a packed file within a packed one', 'a.txt.gz', gzipSync(gzipSync('Quillfeather'))],
  ['a packed file named as a packed one', 'a.txt.gz.gz', gzipSync(gzipSync('Quillfeather'))],
  ['a packed file that is named text', 'a.txt', gzipSync('Quillfeather')],
  ['a packed file with a second one behind it', 'a.txt.gz', Buffer.concat([gzipSync('a'), gzipSync('Quillfeather')])],
  ['a packed file with bytes behind it', 'a.txt.gz', Buffer.concat([gzipSync('a'), Buffer.from('Quillfeather')])],
  ['a packed file of zeros', 'a.txt.gz', gzipSync(Buffer.alloc(100_000_000))],
  ['a file packed by brotli', 'a.html.br', brotliCompressSync(page('Quillfeather'))],
  ['a file packed without a head', 'a.txt', deflateSync('Quillfeather')],
  ['a PDF behind a new line', 'a.txt', '\n%PDF-1.7'],
  ['an RTF document', 'a.txt', '{\\rtf1 Quill\\b feather}'],
  ['a PostScript document', 'a.txt', '%!PS\n<5175696c6c> show'],
  ['text in Latin-1', 'a.txt', Buffer.from('Zoë Quillfeather', 'latin1')],
  ['a program', 'a.wasm', Buffer.from('0061736d01000000', 'hex')],
  ['a picture in TIFF', 'a.tiff', Buffer.from('49492a0008000000', 'hex')],
  ['a picture in TIFF that is named PNG', 'a.png', Buffer.from('49492a0008000000', 'hex')],
  ['markup with an entity', 'a.xml', '<!DOCTYPE a [<!ENTITY b "Quill">]><a>&b;feather</a>'],
  ['a drawing with an entity', 'a.svg', '<!DOCTYPE svg [<!ENTITY b "Quill">]><svg><text>&b;feather</text></svg>'],
  [
    'markup that says it is in another encoding',
    'a.xml',
    '<?xml version="1.0" encoding="UTF-7"?><a>+AFE-uillfeather</a>',
  ],
])('%s fails the gate', async (_, file, content) => {
  expect((await gate(file, content)).map(({ code }) => code)).toEqual(['gate/unreadable']);
});

test.each([
  [
    'words that public text has too',
    page('<p>The shards were moved by hand; the deploy was rolled back that night.</p>'),
  ],
  ['four of the words', page('<p>shards by hand that</p>')],
  ['a part of a name', page('<p>Meiosis, chen, may.</p>')],
  ['ordinary words of the engine', page('<p>The vendor may migrate.</p>')],
  ['another host', page('<p>db-1.example.org, db-7</p>')],
  ['dates and numbers', page('<p>2026-03-14T09:12Z, 41,702 users, 417</p>')],
])('%s are no leak', async (_, content) => {
  expect(await gate('ok.html', content)).toEqual([]);
});

test('half a word, at the fold of a calendar, is no leak', async () => {
  const line = `SUMMARY:${'About '.repeat(10)}`;
  expect(await gate('ok.ics', `${line}Quillfeather\r\n dale\r\n`)).toEqual([]);
  expect(await gate('no.ics', `${line}Quillfeather\r\n  dale\r\n`)).not.toEqual([]);
});

test('a file that the policy names passes unread, in its own bytes alone, and its name is searched', async () => {
  const bytes = Buffer.from('%PDF-1.7');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const check = async (file: string, content: Uint8Array) => {
    await writeFile(join(folder, file), content);
    const permitted = new Map([[file, sha256]]);
    return (await checkLeaks(folder, [file], { fingerprints, permitted })).map(({ code }) => code);
  };
  expect(await check('named.pdf', bytes)).toEqual([]);
  expect(await check('named.pdf', Buffer.from('%PDF-1.8'))).toEqual(['gate/unreadable']);
  expect(await check('quillfeather.pdf', bytes)).toEqual(['gate/leak']);
});

describe('a copy of a private file', () => {
  test('is found by its bytes, whatever its name', async () => {
    const bytes = await picture().png().toBuffer();
    await writeFile(join(folder, 'logo.png'), bytes);
    const digests = new Map([[createHash('sha256').update(bytes).digest('hex'), 'content/postmortems/a/b.png']]);
    const found = await checkLeaks(folder, ['logo.png'], { fingerprints, privateFiles: { digests, names: new Map() } });
    expect(found.map(({ fact }) => fact)).toEqual([
      'This file would publish private text from content/postmortems/a/b.png: a copy of it.',
    ]);
  });
});

describe('the search index', () => {
  const made = async (name: string, words: string, language = 'en') => {
    const site = join(folder, name);
    await mkdir(join(site, 'postmortems', 'a'), { recursive: true });
    const text = page(`<main data-pagefind-body>${words}</main>`).replace('lang="en"', `lang="${language}"`);
    await writeFile(join(site, 'postmortems', 'a', 'index.html'), text);
    const index = await openSearchIndex();
    await index.put('postmortems/a/index.html', text);
    await index.write(join(site, 'pagefind'));
    return site;
  };
  const written = async (site: string) => (await listOutput(site)).filter((file) => file.startsWith('pagefind/'));

  test('is read: its fragments and its filters', async () => {
    const site = await made('told', '<h1>a</h1><p>Of Quillfeather.</p><i data-pagefind-filter="team:FROG-41702"></i>');
    const found = await checkLeaks(site, await written(site), { fingerprints, known: await vendorDigests() });
    expect(new Set(found.map(({ location }) => /\.(pf_\w+)$/.exec(location.file)?.[1]))).toEqual(
      new Set(['pf_fragment', 'pf_filter']),
    );
  });

  test('holds no stem that the words of its fragments do not explain', async () => {
    const words = '<h1 title="Über">Re-indexing caches</h1><p>Cancelled deployments, naïve e-mails: runHappily();</p>';
    const [site, other] = [await made('plain', words), await made('other', `${words}<p>Of Quillfeather.</p>`)];
    expect(await findUnexplained(join(site, 'pagefind'))).toEqual([]);
    // The stem alone, without the word: only the index file of the other site.
    for (const file of (await written(other)).filter((name) => name.endsWith('.pf_index')))
      await writeFile(join(site, file), await readFile(join(other, file)));
    const found = await findUnexplained(join(site, 'pagefind'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^index\/en_\w+\.pf_index$/);
  });

  test('in a script without spaces, holds no piece that does not stand in its fragments', async () => {
    const picture = '<p>HTTP502 x86_64</p><img src="/images/2fa0eb9feec5235eb09c-1280.webp" alt="getUserByID(v2.14b)">';
    const text = `<h1>2026年3月14日の障害</h1><p>約12,000人の利用者が影響を受けました。ポストモーテム</p>${picture}`;
    const [site, other] = [await made('ja', text, 'ja'), await made('ja-other', `${text}<p>秘密</p>`, 'ja')];
    expect(await findUnexplained(join(site, 'pagefind'))).toEqual([]);
    for (const file of (await written(other)).filter((name) => name.endsWith('.pf_index')))
      await writeFile(join(site, file), await readFile(join(other, file)));
    expect((await findUnexplained(join(site, 'pagefind')))[0]).toMatch(/^index\/ja_\w+\.pf_index$/);
  });
});
