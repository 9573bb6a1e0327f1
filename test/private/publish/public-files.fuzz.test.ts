/**
 * Hostile files with a private word in each, hidden in one of many ways: each is refused, or the word is found, by the search
 * before a build and by the gate alone. `CANDOR_FILE_RUNS` and `CANDOR_FUZZ_SEED` choose how many and which.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { checkPublicFiles } from '../../../src/private/publish/check-public-files.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';
import {
  jpegSegment,
  pngChunk,
  utf16be,
  withExtension,
  withSegment,
  withWebpChunk,
  writeIco,
  writePng,
} from '../../support/picture-files.ts';
import { contextWith, policy } from '../../support/publish.ts';
import { writeFiles } from '../../support/site.ts';

const runs = fuzzRuns(300, 'CANDOR_FILE_RUNS');
const firstSeed = Number(process.env['CANDOR_FUZZ_SEED'] ?? 1);

type Random = ReturnType<typeof createRandom>;
type File = readonly [name: string, content: Uint8Array];

const words = ['Mei Chen', 'meimei', 'Project Basilisk', 'Rohan Patel'];
const findPrivateText = createFinder(policy, contextWith());
const fingerprints = fingerprint(
  words.map((text) => ({ text, origin: 'content/people.yaml', isTerm: true })),
  [],
  { words: new Set(), texts: [] },
);
const picture = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } });
const [jpeg, gif, webp] = await Promise.all([
  picture().jpeg().toBuffer(),
  picture().gif().toBuffer(),
  picture().webp().toBuffer(),
]);

const bytes = (...parts: (string | Uint8Array)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
const encode = (random: Random, word: string): Buffer =>
  random.pick([
    () => Buffer.from(word),
    () => Buffer.from(word, 'latin1'),
    () => Buffer.from(word, 'utf16le'),
    () => utf16be(word),
    () => bytes(Buffer.of(random.between(0, 31)), utf16be(word)),
    () => bytes('some words about ', word, ', and others'),
    () => Buffer.from([...word].map((letter) => `&#${letter.codePointAt(0)};`).join('')),
    () => Buffer.from(encodeURIComponent(word).replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)),
  ])();
const noise = (random: Random, most = 40) =>
  Buffer.from(Array.from({ length: random.between(0, most) }, () => random.between(0, 255)));
const packed = (random: Random, content: Uint8Array) =>
  random.pick([gzipSync, deflateSync, deflateRawSync, (inner: Uint8Array) => gzipSync(gzipSync(inner))])(content);

/** A ZIP archive of one file, stored. */
function zip(content: Uint8Array): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt32LE(crc32(content), 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  return bytes(head, content);
}

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`;
const split = (random: Random, word: string, between: string) => {
  const at = random.between(1, word.length - 1);
  return `${word.slice(0, at)}${between}${word.slice(at)}`;
};
const packedText = (random: Random, content: Uint8Array) => deflateSync(content, { level: random.between(0, 9) });

const ways: readonly ((random: Random, word: string) => File)[] = [
  (random, word) => [
    `a.${random.pick(['txt', 'html', 'csv', 'md', 'js', 'css', 'vtt'])}`,
    bytes('x ', encode(random, word)),
  ],
  (random, word) => [
    'a.html',
    bytes(`<p>${split(random, word, random.pick(['<b></b>', '<!-- -->', '<i>', '&shy;', '\u200b']))}</p>`),
  ],
  (random, word) => [
    'a.html',
    bytes(
      `<img ${random.pick(['alt', 'title', 'data-x', 'srcset'])}=${random.pick(['"', "'"])}${word}`,
      random.pick(['">', "'>", '']),
    ),
  ],
  (random, word) => ['a.json', bytes(JSON.stringify({ [random.pick(['a', word])]: [word] }))],
  (_, word) => [
    'a.json',
    bytes(`{"a":"${[...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`),
  ],
  (random, word) => ['a.ics', bytes(`SUMMARY:${split(random, word, '\r\n ')}\r\n`)],
  (random, word) => [
    'a.svg',
    bytes(svg(`<text>${split(random, word, random.pick(['<tspan>', '<!-- -->', '<tspan></tspan>']))}</text>`)),
  ],
  (random, word) => [
    'a.svg',
    bytes(svg(`<${random.pick(['title', 'desc', 'metadata', 'style', 'script', 'text'])}>${word}`)),
  ],
  (_, word) => [
    'a.svg',
    bytes(`<!DOCTYPE svg [<!ENTITY a "${word.slice(0, 3)}">]>`, svg(`<text>&a;${word.slice(3)}</text>`)),
  ],
  (random, word) => [
    'a.svg',
    bytes(
      svg(
        `<image href="data:image/png;base64,${writePng([pngChunk('tEXt', bytes('a\0', encode(random, word)))]).toString('base64')}"/>`,
      ),
    ),
  ],
  (_, word) => ['a.xml', bytes(`<!DOCTYPE a [<!ENTITY b "${word.slice(0, 3)}">]><a>&b;${word.slice(3)}</a>`)],
  (random, word) => [`a.${random.pick(['txt', 'html', 'csv'])}.gz`, gzipSync(encode(random, word))],
  (random, word) => [
    `a.${random.pick(['txt', 'png', 'json', 'gz', 'zip', 'woff2'])}`,
    packed(random, encode(random, word)),
  ],
  (random, word) => ['a.txt.gz', bytes(gzipSync('x'), random.pick([gzipSync, Buffer.from])(word))],
  (random, word) => [`a.${random.pick(['zip', 'txt', 'docx', 'png', 'js'])}`, zip(encode(random, word))],
  (random, word) => [
    `a.${random.pick(['pdf', 'txt', 'html'])}`,
    bytes(random.pick(['', '\n', ' \r\n']), '%PDF-1.7\n(', encode(random, word), ')'),
  ],
  (random, word) => ['a.txt', bytes(`{\\rtf1 ${split(random, word, '\\b0 ')}}`)],
  (_, word) => ['a.txt', bytes(`%!PS\n<${Buffer.from(word).toString('hex')}> show`)],
  (random, word) => [
    `a.${random.pick(['tiff', 'png', 'jpg', 'gif'])}`,
    bytes(random.pick(['II*\0', 'MM\0*']), noise(random), encode(random, word)),
  ],
  (random, word) => [
    `a.${random.pick(['wasm', 'bin', 'lzma', 'mp4', 'avif', 'sqlite', 'br', 'psd', 'dat'])}`,
    bytes(noise(random), encode(random, word)),
  ],
  (random, word) => [
    'a.png',
    writePng([pngChunk(random.pick(['tEXt', 'eXIf']), bytes('Author\0', encode(random, word)))]),
  ],
  (random, word) => [
    'a.png',
    writePng([pngChunk(random.pick(['zTXt', 'iCCP']), bytes('a\0\0', packedText(random, encode(random, word))))]),
  ],
  (random, word) => [
    'a.png',
    writePng([pngChunk('iTXt', bytes('a\0\x01\0en\0\0', packedText(random, encode(random, word))))]),
  ],
  (random, word) => [
    'a.png',
    writePng([
      pngChunk(random.pick(['prVt', 'sPLT', 'gAMA', 'tIME', 'caNv', 'dSIG']), bytes(encode(random, word), 'x')),
    ]),
  ],
  (random, word) => ['a.png', writePng([], [], bytes(deflateSync(Buffer.alloc(72)), encode(random, word)))],
  (random, word) => ['a.png', writePng([], [], encode(random, word))],
  (random, word) => [
    random.pick(['a.png', 'a.PNG']),
    bytes(writePng(), random.pick([zip, gzipSync, Buffer.from])(Buffer.from(word))),
  ],
  (random, word) => ['a.jpg', withSegment(jpeg, jpegSegment(0xfe, encode(random, word)))],
  (random, word) => [
    'a.jpeg',
    withSegment(
      jpeg,
      jpegSegment(
        random.between(0xe0, 0xef),
        bytes(
          random.pick([
            'Exif\0\0',
            'JFIF\0',
            'Adobe',
            'ICC_PROFILE\0',
            'Photoshop 3.0\0',
            'http://ns.adobe.com/xap/1.0/\0',
            '',
          ]),
          encode(random, word),
        ),
      ),
    ),
  ],
  (random, word) => ['a.jpg', bytes(jpeg, noise(random), encode(random, word))],
  (random, word) => [
    'a.gif',
    withExtension(gif, random.pick([0xfe, 0x01, 0xaa]), encode(random, word).subarray(0, 255)),
  ],
  (random, word) => [
    'a.gif',
    withExtension(
      gif,
      0xff,
      random.pick(['XMP DataXMP', 'ICCRGBG1012', 'NETSCAPE2.0', 'MEICHEN 1.0']),
      encode(random, word).subarray(0, 255),
    ),
  ],
  (random, word) => ['a.gif', bytes(gif, encode(random, word))],
  (random, word) => [
    'a.webp',
    withWebpChunk(webp, random.pick(['EXIF', 'XMP ', 'ICCP', 'PRIV', 'IART']), encode(random, word)),
  ],
  (random, word) => ['a.webp', bytes(webp, encode(random, word))],
  (random, word) => ['favicon.ico', writeIco(writePng([pngChunk('tEXt', bytes('a\0', encode(random, word)))]))],
  (random, word) => ['favicon.ico', bytes(writeIco(writePng()), encode(random, word))],
  (_, word) => [`${word.toLowerCase().replace(' ', '-')}.txt`, Buffer.from('x')],
  (random, word) => [
    `a.${random.pick(['css', 'html', 'js'])}`,
    bytes(
      `url(data:${random.pick(['text/plain', 'image/png', 'application/zip', 'image/svg+xml'])};base64,${bytes(word).toString('base64')})`,
    ),
  ],
  (random, word) => [
    'a.css',
    bytes(
      `a::after{content:"${[...word].map((letter) => `\\${letter.charCodeAt(0).toString(16).padStart(6, '0')}`).join('')}${random.pick(['', ' '])}"}`,
    ),
  ],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(
  'no hostile file passes, neither by the search before a build nor by the gate alone',
  async () => {
    for (let run = 0; run < runs; run += 1) {
      const random = createRandom(firstSeed + run);
      const way = run % ways.length;
      const [name, content] = ways[way]?.(random, random.pick(words)) ?? ['', Buffer.of()];
      const told = `seed ${firstSeed + run}, way ${way}: ${name}, ${Buffer.from(content).toString('base64').slice(0, 400)}`;
      const site = join(folder, String(run % 50));
      await rm(site, { recursive: true, force: true });
      await writeFiles(join(site, 'public'), { [name]: content });
      const found = await checkPublicFiles(site, { policy, findPrivateText, day: '2026-11-23' });
      expect(found.length, told).toBeGreaterThan(0);
      expect(JSON.stringify(found), told).not.toMatch(/mei.?chen|basilisk|meimei|patel/i);
      const leaks = await checkLeaks(join(site, 'public'), [name], { fingerprints });
      expect(leaks.length, told).toBeGreaterThan(0);
    }
  },
  60_000 + runs * 60,
);
