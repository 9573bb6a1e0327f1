/** The accent: what can be read passes, what cannot is refused with a colour that can, and both schemes get theirs. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backgrounds, coloursOf, findContrastFault, leastContrast } from '../../../src/shared/theme/accent.ts';
import { type Colour, contrast, parseColour, printColour, withLightness } from '../../../src/shared/theme/colour.ts';

const of = (text: string) => parseColour(text) as Colour;
const colours = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const inks = { light: '#1e2226', dark: '#e6e3db' } as const;

test('the backgrounds are those of the stylesheet', () => {
  const tokens = readFileSync(new URL('../../../src/site/styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark');
  for (const [scheme, css] of [['light', light] as const, ['dark', dark] as const]) {
    expect(css).toContain(`--paper: ${backgrounds[scheme][0]};`);
    expect(css).toContain(`--panel: ${backgrounds[scheme][1]};`);
    expect(css).toContain(`--ink: ${inks[scheme]};`);
  }
});

test.each([
  ['#fff', '#000', 21],
  ['#777777', '#ffffff', 4.47],
  ['#767676', '#ffffff', 4.54],
  ['#336699', '#336699', 1],
])('the contrast of %s on %s is %d', (a, b, expected) => {
  expect(contrast(of(a), of(b))).toBeCloseTo(expected, 1);
  expect(contrast(of(b), of(a))).toBe(contrast(of(a), of(b)));
});

test.each(['17566b', '#17566', '#17566g', 'red', 'rgb(0 0 0)', '#17566b80', ''])('%s is no colour', (text) => {
  expect(parseColour(text)).toBeUndefined();
});

test('a colour that is too pale on light paper is answered with one of its hue that is not', () => {
  expect(findContrastFault('#f2c200', 'light')).toEqual({
    scheme: 'light',
    background: '#f3f1ea',
    ratio: expect.closeTo(1.48, 1) as number,
    readable: '#856b00',
  });
  expect(findContrastFault('#17566b', 'light')).toBeUndefined();
  expect(findContrastFault('#17566b', 'dark')).toMatchObject({ scheme: 'dark', background: '#1d2125' });
});

test('every colour has a readable neighbour in both schemes', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      for (const scheme of ['light', 'dark'] as const) {
        const fault = findContrastFault(colour, scheme);
        if (fault) expect(findContrastFault(fault.readable, scheme)).toBeUndefined();
      }
    }),
  );
});

test('of every colour that passes, both schemes get a readable accent and a soft background for it and for ink', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const light = findContrastFault(colour, 'light')?.readable ?? colour;
      for (const [scheme, { accent, soft }] of Object.entries(coloursOf(light)) as ['light' | 'dark', never][]) {
        expect(findContrastFault(accent, scheme)).toBeUndefined();
        expect(contrast(of(accent), of(soft))).toBeGreaterThanOrEqual(leastContrast);
        expect(contrast(of(inks[scheme]), of(soft))).toBeGreaterThanOrEqual(7);
      }
    }),
  );
});

test('a colour keeps its hue at another lightness', () => {
  expect(printColour(withLightness([29, 78, 107], (29 + 107) / 510))).toBe('#1d4e6b');
  expect(printColour(withLightness([255, 0, 0], 0.75))).toBe('#ff8080');
  expect(printColour(withLightness([90, 90, 90], 1))).toBe('#ffffff');
});
