/** Social cards: whatever stands in a title, a picture comes out, the same each time, with nothing beside its pixels. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { chooseSubsets, readSubsets } from '../../../src/build/cards/card-fonts.ts';
import { createCardPainter } from '../../../src/build/cards/draw-card.ts';
import { type CardFacts, cardFacts, cardFile } from '../../../src/site/data/card-facts.ts';
import { settings } from '../../support/publish.ts';

const facts: CardFacts = {
  id: 'PM-2026-001',
  title: 'Checkout failed for some customers',
  site: 'Example postmortems',
  severity: 'Severity 1',
  rank: 0,
  rest: '20 March 2026 · Checkout',
  language: 'en',
  direction: 'ltr',
};
const paint = createCardPainter();
const inkOf = async (bytes: Uint8Array) => (await sharp(bytes).greyscale().stats()).channels[0]?.stdev ?? 0;

test.each([
  ['an ordinary title', facts.title],
  ['one of 200 characters', 'Checkout failed again, '.repeat(9).slice(0, 200)],
  ['one of a single long word', 'Supercalifragilistic'.repeat(10)],
  ['emoji', '🔥 Checkout 👨‍👩‍👧 failed 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 1️⃣'],
  ['Arabic', 'فشل واحد من كل ثلاثة عمليات دفع'],
  ['Japanese', '決済の三分の一が失敗した'],
  ['Greek and Cyrillic', 'Ελλάδα и Привет'],
  ['a script without a font', 'שלום עולם'],
  ['nothing that can be shown', '🔥🔥'],
  ['markup', '<script>alert("1")</script> & {{x}} </svg>'],
  ['broken characters', 'a\ud800b\u0000c\u202ed'],
])('%s gives a picture of the right size without metadata', async (_, title) => {
  const bytes = await paint({ ...facts, title });
  const { width, height, format, exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(chunksOf(bytes).filter((kind) => !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(kind))).toEqual([]);
  expect(await inkOf(bytes)).toBeGreaterThan(5);
});

/** Kinds of the parts of a PNG, repetitions left out: text would be in one of its own. */
function chunksOf(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes);
  const kinds: string[] = [];
  for (let at = 8; at < view.length; at += view.readUInt32BE(at) + 12)
    kinds.push(view.toString('latin1', at + 4, at + 8));
  return [...new Set(kinds)];
}

test('the same facts give the same bytes, also when other cards and fonts came before', async () => {
  const fresh = await createCardPainter()(facts);
  expect(Buffer.from(await paint(facts)).equals(fresh)).toBe(true);
});

test('every fact on the card can be seen: another one gives another picture', async () => {
  const usual = Buffer.from(await paint(facts));
  const changes: Partial<CardFacts>[] = [
    { title: 'Other' },
    { site: 'Other' },
    { severity: 'Other' },
    { rank: 1 },
    { rest: 'x' },
  ];
  for (const change of changes)
    expect(usual.equals(await paint({ ...facts, ...change })), JSON.stringify(change)).toBe(false);
});

test('a page without a severity has a card too, in ink', async () => {
  const { severity: _, rank: __, ...page } = facts;
  const { dominant, channels } = await sharp(await paint(page)).stats();
  expect(dominant.r).toBeGreaterThan(200);
  expect(channels).toHaveLength(3);
  expect(Buffer.from(await paint(page)).equals(await paint(facts))).toBe(false);
});

test('a title stays within the card: its margins are empty', async () => {
  const bytes = await paint({ ...facts, title: 'Supercalifragilistic'.repeat(10) });
  const edge = (left: number) => sharp(bytes).extract({ left, top: 40, width: 60, height: 580 }).png().toBuffer();
  expect(await inkOf(await edge(1140))).toBe(0);
  expect(await inkOf(await edge(1060))).toBeGreaterThan(0);
});

test('characters that no font has are left out, and only the fonts of the others are read', () => {
  const chosen = chooseSubsets('Zażółć 🔥 שלום 決', readSubsets());
  expect(chosen.text).toBe('Zażółć 決');
  const names = [...chosen.needed].map(({ file }) => /noto-sans-(.*)-wght/.exec(file)?.[1]);
  expect(names.slice(0, 2)).toEqual(['latin', 'latin-ext']);
  expect(names).toHaveLength(3);
});

test('a card’s file has a name of its own for each set of facts, and no word of it', () => {
  const row = {
    id: 'PM-1',
    title: 'Title',
    publishedAt: '2026-03-20T10:00:00Z',
    severity: 'sev2',
    services: ['checkout'],
  };
  const file = (changes: object) => cardFile(cardFacts({ ...row, ...changes }, settings, () => 'Checkout'));
  expect(file({})).toMatch(/^cards\/[0-9a-f]{20}\.png$/);
  expect(file({})).toBe(file({}));
  const others = [{ title: 'B' }, { publishedAt: '2026-03-21T10:00:00Z' }, { severity: 'sev1' }, { services: [] }];
  expect(new Set([file({}), ...others.map(file)]).size).toBe(5);
});
