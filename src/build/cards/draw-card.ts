/** Draws social cards: a picture of 1200 by 630 pixels for whoever shares the address of a postmortem. */
import { readFile } from 'node:fs/promises';
import { type Node, Renderer } from '@takumi-rs/core';
import { type CardFacts, cardSize } from '../../site/data/card-facts.ts';
import { chooseSubsets, type FontSubset, readSubsets } from './card-fonts.ts';

/** Colours of the light theme, `styles/tokens.css`. */
const colours = { paper: '#fbfaf6', ink: '#1e2226', soft: '#565c62', line: '#dcd8cc' };
const severityColours = ['#a11d21', '#95490a', '#5f5b0d', '#4c5661'];
/** The shapes of `SeverityMark`: what is grave is told by more than its colour. */
const shapes = ['M8 1 15 8 8 15 1 8Z', 'M8 2 15 14H1Z', 'M2.5 2.5h11v11h-11Z', 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z'];

/** Draws one card after the other; a font is loaded when the first card needs it. The same facts give the same bytes. */
export function createCardPainter(): (facts: CardFacts) => Promise<Uint8Array> {
  const renderer = new Renderer();
  const subsets = readSubsets();
  const loaded = new Set<FontSubset>();

  const prepare = async (text: string): Promise<string> => {
    const chosen = chooseSubsets(text, subsets);
    for (const subset of chosen.needed) {
      if (loaded.has(subset)) continue;
      loaded.add(subset);
      await renderer.registerFont({
        name: subset.family,
        data: await readFile(subset.file),
        unicodeRange: subset.ranges.map(([from, to]): [number, number] => [from, to]),
      });
    }
    return chosen.text;
  };

  return async (facts) => {
    // The dots of a title that is cut off need their font too.
    await prepare('…·');
    const words = {
      site: await prepare(facts.site),
      title: await prepare(titleOf(facts, subsets)),
      severity: await prepare(facts.severity ?? ''),
      rest: await prepare(facts.rest),
    };
    return renderer.render(cardOf(facts, words), {
      ...cardSize,
      format: 'png',
      fontFamilies: ['Noto Sans', 'Noto Sans Arabic', 'Noto Sans JP'],
      lang: facts.language,
    });
  };
}

/** The id, where too little of the title can be shown for it to be understood. */
function titleOf({ title, id }: CardFacts, subsets: readonly FontSubset[]): string {
  const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
  return letters(chooseSubsets(title, subsets).text) * 2 < letters(title) ? id : title;
}

type Words = Record<'site' | 'title' | 'severity' | 'rest', string>;

function cardOf({ rank, direction }: CardFacts, words: Words): Node {
  const colour = rank === undefined ? colours.ink : (severityColours[rank] ?? colours.soft);
  const row = { display: 'flex', flexDirection: 'row', alignItems: 'center', direction } as const;
  return {
    type: 'container',
    style: {
      ...cardSize,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '64px 72px 60px',
      backgroundColor: colours.paper,
      borderTop: `16px solid ${colour}`,
      color: colours.ink,
      fontFamily: 'Noto Sans, Noto Sans Arabic, Noto Sans JP',
      direction,
    },
    children: [
      { type: 'text', text: words.site, style: { ...oneLine, fontSize: 32, color: colours.soft } },
      {
        type: 'text',
        text: words.title,
        style: {
          fontSize: titleSize(words.title),
          fontWeight: 700,
          lineHeight: 1.18,
          lineClamp: 4,
          overflowWrap: 'anywhere',
          textOverflow: 'ellipsis',
          width: '100%',
        },
      },
      {
        type: 'container',
        style: { ...row, gap: 20, paddingTop: 28, borderTop: `2px solid ${colours.line}`, fontSize: 32 },
        children: [
          ...(rank === undefined ? [] : severityOf(rank, colour, words.severity)),
          { type: 'text', text: words.rest, style: { ...oneLine, color: colours.soft } },
        ],
      },
    ],
  };
}

function severityOf(rank: number, colour: string, text: string): Node[] {
  return [
    { type: 'image', src: shapeOf(rank, colour), width: 36, height: 36 },
    { type: 'text', text, style: { ...oneLine, fontWeight: 700, color: colour, flexShrink: 0, maxWidth: 480 } },
  ];
}

const oneLine = { lineClamp: 1, textOverflow: 'ellipsis' } as const;

/** Wide letters, as of Japanese, count for two. */
function titleSize(title: string): number {
  const length = [...title].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
  return length <= 60 ? 72 : length <= 110 ? 60 : 50;
}

function shapeOf(rank: number, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="36" height="36"><path d="${shapes[rank] ?? shapes[3]}" fill="${colour}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
