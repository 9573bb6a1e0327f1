/** Fonts are taken apart: names are text, outlines are none, and nothing else may be in the file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textsInBytes } from '../../../src/shared/formats/byte-texts.ts';
import { takeApart } from '../../../src/shared/formats/take-apart.ts';
import { UnreadableFile } from '../../../src/shared/formats/unreadable-file.ts';
import { utf16be } from '../../support/picture-files.ts';

const require = createRequire(import.meta.url);
const noto = readFileSync(require.resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2'));

/** An OpenType file of such tables. */
function openType(tables: Record<string, Uint8Array>, gap = Buffer.alloc(0)): Buffer {
  const names = Object.keys(tables);
  const head = Buffer.alloc(12 + 16 * names.length);
  head.writeUInt32BE(0x10000, 0);
  head.writeUInt16BE(names.length, 4);
  const contents = names.map((name) =>
    Buffer.concat([tables[name] ?? gap, Buffer.alloc(-(tables[name]?.length ?? 0) & 3)]),
  );
  let start = head.length + gap.length;
  for (const [index, name] of names.entries()) {
    head.write(name, 12 + index * 16, 'latin1');
    head.writeUInt32BE(start, 12 + index * 16 + 8);
    head.writeUInt32BE(tables[name]?.length ?? 0, 12 + index * 16 + 12);
    start += contents[index]?.length ?? 0;
  }
  return Buffer.concat([head, gap, ...contents]);
}

/** A WOFF file of one table. */
function woff(tag: string, content: Uint8Array, metadata = Buffer.alloc(0)): Buffer {
  const packed = deflateSync(content);
  const head = Buffer.alloc(64);
  head.write('wOFF', 'latin1');
  head.writeUInt16BE(1, 12);
  head.write(tag, 44, 'latin1');
  head.writeUInt32BE(64, 48);
  head.writeUInt32BE(packed.length, 52);
  head.writeUInt32BE(content.length, 56);
  const padded = Buffer.concat([packed, Buffer.alloc(-packed.length & 3)]);
  if (metadata.length > 0) {
    head.writeUInt32BE(64 + padded.length, 24);
    head.writeUInt32BE(metadata.length, 28);
  }
  const file = Buffer.concat([head, padded, metadata]);
  file.writeUInt32BE(file.length, 8);
  return file;
}

const canary = utf16be('canary in a font, of a hundred letters and more, and so on, and so on, and so on');

test('the names in a font are told', () => {
  expect(takeApart('a.woff2', noto).texts.join('\n')).toContain('Noto Sans');
  expect(takeApart('a.ttf', openType({ head: Buffer.alloc(54), name: canary })).texts.join()).toContain('canary');
  expect(takeApart('a.woff', woff('name', canary)).texts.join()).toContain('canary');
});

test('names of an odd length at an odd place are read without harm', () => {
  const texts = Array.from({ length: 400 }, (_, index) => {
    const memory = Buffer.alloc(4401 + index, canary);
    return textsInBytes(memory.subarray(index % 2)).join();
  });
  expect(texts.every((text) => text.includes('canary'))).toBe(true);
});

test('tables of FontForge and of ttfautohint are known', () => {
  const tables = { head: Buffer.alloc(54), FFTM: Buffer.alloc(28), TTFA: canary };
  expect(takeApart('a.ttf', openType(tables)).texts.join()).toContain('canary');
});

test.each([
  ['a table of numbers that is too long', 'a.ttf', openType({ head: Buffer.alloc(54), FFTM: canary })],
  ['a table that nobody knows', 'a.ttf', openType({ head: Buffer.alloc(54), Priv: canary })],
  ['drawings', 'a.ttf', openType({ head: Buffer.alloc(54), 'SVG ': canary })],
  ['bytes between its tables', 'a.ttf', openType({ head: Buffer.alloc(54) }, Buffer.from('canary..'))],
  ['bytes behind its end', 'a.ttf', Buffer.concat([openType({ head: Buffer.alloc(54) }), Buffer.from('canary')])],
  ['bytes behind its end', 'a.woff2', Buffer.concat([noto, Buffer.from('canary')])],
  ['metadata', 'a.woff', woff('name', canary, Buffer.from('canary'))],
  ['damage', 'a.woff2', Buffer.concat([noto.subarray(0, 400), Buffer.from('canary'), noto.subarray(406)])],
  ['no font', 'a.woff2', Buffer.from('canary '.repeat(20))],
])('%s in a font is refused', (_, file, bytes) => {
  expect(() => takeApart(file, bytes)).toThrow(UnreadableFile);
});
