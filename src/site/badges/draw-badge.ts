/** Draws a badge: a picture of one line of words, for pages of others. It needs no font, style or script of its own. */
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';

export interface BadgeOptions {
  /** What it is about: on the dark part. */
  label: string;
  /** What is said of it, a part each. */
  parts: readonly string[];
  language: string;
  direction: 'ltr' | 'rtl';
}

const size = { height: 24, text: 12, padding: 9, baseline: 16 };
/** Dark ground, light ground, and words on them: readable on pages of either scheme. */
const colours = { label: '#2f353b', part: '#e9e6dd', onLabel: '#ffffff', onPart: '#1e2226', edge: '#8b8a80' };

/** An SVG document. Words are as wide as they are estimated to be: viewers stretch them to it, whatever font they have. */
export function drawBadge({ label, parts, language, direction }: BadgeOptions): string {
  const cells = [label, ...parts].map((text, index) => ({ text, index, width: widthOf(text) + 2 * size.padding }));
  const width = sum(cells.map((cell) => cell.width));
  const placed = direction === 'rtl' ? [...cells].reverse() : cells;
  const drawn = placed.flatMap(({ text, index, width: own }, place) => {
    const x = sum(placed.slice(0, place).map((cell) => cell.width));
    const isLabel = index === 0;
    const edge = isLabel || (direction === 'rtl' ? place === 0 : place === placed.length - 1);
    return [
      s('rect', { x, width: own, height: size.height, fill: isLabel ? colours.label : colours.part }),
      ...(edge ? [] : [s('line', edgeOf(direction === 'rtl' ? x : x + own))]),
      s(
        'text',
        {
          x: x + own / 2,
          y: size.baseline,
          fill: isLabel ? colours.onLabel : colours.onPart,
          textLength: own - 2 * size.padding,
          lengthAdjust: 'spacingAndGlyphs',
          ...(isLabel && { fontWeight: 600 }),
        },
        text,
      ),
    ];
  });
  const tree = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${size.height}`,
      width,
      height: size.height,
      role: 'img',
      xmlLang: language,
      fontFamily: 'system-ui, -apple-system, Segoe UI, Noto Sans, sans-serif',
      fontSize: size.text,
      textAnchor: 'middle',
    },
    // The name of the picture. No words stand in an attribute: HTML's rules of quoting are not those of XML.
    s('title', [label, ...parts].join(', ')),
    s('clipPath', { id: 'shape' }, s('rect', { width, height: size.height, rx: 4 })),
    s('g', { clipPath: 'url(#shape)', direction }, ...drawn),
  );
  return `${toHtml(tree, { space: 'svg', closeEmptyElements: true })}\n`;
}

function edgeOf(x: number) {
  return { x1: x, x2: x, y1: 5, y2: size.height - 5, stroke: colours.edge };
}

/** In whole pixels, by what letters of common sans-serif fonts take; East Asian ones fill a square. */
function widthOf(text: string): number {
  const units = [...text.normalize('NFC')].map((character) => {
    if (/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\uff00-\uffef]/u.test(character)) return 1;
    if (/\p{M}/u.test(character)) return 0;
    if (/[ .,:;'’!|iljIft()]/.test(character)) return 0.33;
    if (/[mwMW%]/.test(character)) return 0.9;
    return /[\p{Lu}\p{N}]/u.test(character) ? 0.64 : 0.56;
  });
  return Math.ceil(sum(units) * size.text);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
