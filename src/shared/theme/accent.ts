/** The site's one colour of its own, on the backgrounds of both schemes. */
import { type Colour, contrast, lightnessOf, mix, parseColour, printColour, withLightness } from './colour.ts';

/** One colour, from which the other is made, or one for each scheme; `#rrggbb`. */
export type Accent = string | { light: string; dark: string };

type Scheme = 'light' | 'dark';

export interface SchemeColours {
  accent: string;
  /** The background of what is set off, on which the accent can be read too. */
  soft: string;
}

/** What the accent is read on, as in `src/site/styles/tokens.css`: paper and panel. */
export const backgrounds: Readonly<Record<Scheme, readonly [paper: string, panel: string]>> = {
  light: ['#fbfaf6', '#f3f1ea'],
  dark: ['#15181b', '#1d2125'],
};

/** What WCAG 2.2 AA asks of text. */
export const leastContrast = 4.5;
/** What a colour made for the dark scheme reaches, where dim colours tire sooner. */
const comfortable = 7;

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

export interface ContrastFault {
  scheme: Scheme;
  background: string;
  ratio: number;
  /** The nearest colour of this hue that can be read. */
  readable: string;
}

/** The background of `scheme` on which `colour` is hardest to read, where that is too hard; `colour` is `#rrggbb`. */
export function findContrastFault(colour: string, scheme: Scheme): ContrastFault | undefined {
  const parsed = toColour(colour);
  const { background, ratio } = worst(parsed, scheme);
  if (ratio >= leastContrast) return undefined;
  return { scheme, background, ratio, readable: printColour(adjust(parsed, scheme, leastContrast)) };
}

/** The colours of both schemes; of an accent in which no fault was found. */
export function coloursOf(accent: Accent): Record<Scheme, SchemeColours> {
  const light = toColour(typeof accent === 'string' ? accent : accent.light);
  const dark = typeof accent === 'string' ? adjust(light, 'dark', comfortable) : toColour(accent.dark);
  return { light: withSoft(light, 'light', 0.12), dark: withSoft(dark, 'dark', 0.18) };
}

/** The same hue, darker on light paper or lighter on dark, by as little as is needed. */
function adjust(colour: Colour, scheme: Scheme, wanted: number): Colour {
  if (worst(colour, scheme).ratio >= wanted) return colour;
  const [start, end] = [lightnessOf(colour), scheme === 'light' ? 0 : 1];
  for (let percent = 1; percent < 100; percent += 1) {
    const candidate = withLightness(colour, start + ((end - start) * percent) / 100);
    if (worst(candidate, scheme).ratio >= wanted) return candidate;
  }
  return scheme === 'light' ? black : white;
}

/** As much of the accent in the paper as leaves the accent itself readable on it. */
function withSoft(accent: Colour, scheme: Scheme, most: number): SchemeColours {
  const paper = toColour(backgrounds[scheme][0]);
  for (let share = most; share > 0; share -= 0.01) {
    const soft = mix(paper, accent, share);
    if (contrast(accent, soft) >= leastContrast) return { accent: printColour(accent), soft: printColour(soft) };
  }
  return { accent: printColour(accent), soft: printColour(paper) };
}

function worst(colour: Colour, scheme: Scheme): { background: string; ratio: number } {
  const [paper, panel] = backgrounds[scheme].map((background) => ({
    background,
    ratio: contrast(colour, toColour(background)),
  })) as [{ background: string; ratio: number }, { background: string; ratio: number }];
  return panel.ratio < paper.ratio ? panel : paper;
}

function toColour(text: string): Colour {
  const colour = parseColour(text);
  if (!colour) throw new Error('The schema lets only colours pass.');
  return colour;
}
