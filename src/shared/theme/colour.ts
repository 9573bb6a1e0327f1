/** Colours as sRGB triples of 0 to 255, and how well one can be read on another. */

export type Colour = readonly [red: number, green: number, blue: number];

/** `#rgb` or `#rrggbb`; `undefined` for anything else. */
export function parseColour(text: string): Colour | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const step = digits.length / 3;
  const channel = (index: number) => {
    const part = digits.slice(index * step, (index + 1) * step);
    return Number.parseInt(step === 1 ? part + part : part, 16);
  };
  return [channel(0), channel(1), channel(2)];
}

/** As `#rrggbb`, each channel to the nearest whole number. */
export function printColour(colour: Colour): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `other` and the rest of `colour`, rounded as it will be printed. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2) => Math.round(colour[index] * (1 - share) + other[index] * share);
  return [at(0), at(1), at(2)];
}

/** The same hue and saturation, `lightness` from 0 (black) to 1 (white), as in HSL. */
export function withLightness(colour: Colour, lightness: number): Colour {
  const [most, least] = [Math.max(...colour), Math.min(...colour)];
  const spread = 255 - Math.abs(most + least - 255);
  const chroma = (spread === 0 ? 0 : (most - least) / spread) * (1 - Math.abs(2 * lightness - 1));
  const share = (channel: number) => (most === least ? 0 : (channel - least) / (most - least));
  const at = (index: 0 | 1 | 2) =>
    Math.round(255 * Math.min(1, Math.max(0, lightness - chroma / 2 + share(colour[index]) * chroma)));
  return [at(0), at(1), at(2)];
}

/** From 0 to 1, as in HSL. */
export function lightnessOf(colour: Colour): number {
  return (Math.max(...colour) + Math.min(...colour)) / 510;
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
