/** What an owner may set of the look of a site, in `content/site.yaml`. */
import { z } from 'zod';
import { type ContrastFault, findContrastFault, leastContrast } from './accent.ts';
import { contrast, parseColour } from './colour.ts';

const text = z.string().trim().min(1);
const path = /^(?!.*(?:^|\/)\.)[\w.-]+(?:\/[\w.-]+)*$/;

/** A file below `public/`; nothing hidden, nothing outside. */
function publicFile(endings: string) {
  return z
    .string()
    .refine((value) => path.test(value) && new RegExp(`\\.(?:${endings})$`, 'i').test(value) && value.length <= 200, {
      error: `a file in \`public/\`, written without \`public/\`, that ends in ${endings.replaceAll('|', ', ')}`,
    });
}

const colour = z
  .string()
  .refine((value) => parseColour(value) !== undefined, { error: 'a colour in quotes, like "#17566b"' });

const picture = publicFile('svg|png|webp|avif|jpg|jpeg|gif');

const fontSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,60}$/u, 'letters, digits, spaces and hyphens')
    .describe('Name of the font.'),
  file: publicFile('woff2|woff').describe('The font, in `public/`.'),
  weights: z
    .string()
    .regex(/^[1-9]\d{2} [1-9]\d{2}$/, 'two weights, like 100 900')
    .optional()
    .describe('The weights that a variable font has, like `100 900`.'),
  bold: publicFile('woff2|woff').optional().describe('Its bold, where that is a file of its own.'),
  italic: publicFile('woff2|woff').optional().describe('Its italic.'),
});

export type Font = z.output<typeof fontSchema>;

export const themeShape = {
  accent: z
    .union([
      colour,
      z.strictObject({ light: colour.describe('On light paper.'), dark: colour.describe('On dark paper.') }),
    ])
    .superRefine((accent, context) => {
      const [light, dark] = typeof accent === 'string' ? [accent, undefined] : [accent.light, accent.dark];
      const pathOf = (scheme: string) => (typeof accent === 'string' ? [] : [scheme]);
      for (const [scheme, value] of [['light', light] as const, ['dark', dark] as const]) {
        const fault =
          value !== undefined && parseColour(value) !== undefined ? findContrastFault(value, scheme) : undefined;
        if (fault) context.addIssue({ code: 'custom', path: pathOf(scheme), ...sentencesOf(value ?? '', fault) });
      }
    })
    .optional()
    .describe('The colour of links and marks: one, from which that of the dark scheme is made, or `light` and `dark`.'),
  logo: z
    .strictObject({
      file: picture.describe('The picture, in `public/`.'),
      dark: picture.optional().describe('Another picture for the dark scheme.'),
      alt: text
        .max(100)
        .optional()
        .describe('What the picture says, where it stands in the place of the name; left out, it stands beside it.'),
    })
    .optional()
    .describe('A picture in the header.'),
  icon: publicFile('svg|png|ico')
    .optional()
    .describe('The icon of the site in tabs, in `public/`; `favicon.svg`, `.png` or `.ico` where one is there.'),
  header: z
    .strictObject({
      background: colour.describe('What the name and the links stand on.'),
      text: colour.describe('The name and the links.'),
    })
    .superRefine(({ background, text: ink }, context) => {
      const [paper, letters] = [parseColour(background), parseColour(ink)];
      if (!paper || !letters) return;
      const ratio = contrast(paper, letters);
      if (ratio >= leastContrast) return;
      const better = contrast(paper, [255, 255, 255]) > contrast(paper, [0, 0, 0]) ? '#ffffff' : '#000000';
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: `\`${ink}\` has a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)} on \`${background}\`; text needs ${leastContrast}.`,
        params: { remedy: `Take \`"${better}"\`, or another background.` },
      });
    })
    .optional()
    .describe('Colours of the header, in both schemes.'),
  fonts: z
    .strictObject({
      text: fontSchema.optional().describe('Of the interface, tables and captions.'),
      reading: fontSchema.optional().describe('Of headings and stories.'),
      code: fontSchema.optional().describe('Of code.'),
    })
    .optional()
    .describe('Fonts from `public/`; the fonts of the reader’s system where left out.'),
  css: publicFile('css').optional().describe('A stylesheet in `public/`, which is linked last.'),
};

const themeSchema = z.strictObject(themeShape);

/** The part of the settings that is about the look. */
export type ThemeSettings = z.output<typeof themeSchema>;

function sentencesOf(value: string, { scheme, background, ratio, readable }: ContrastFault) {
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  return {
    message: `\`${value}\` has a contrast of ${shown} on the ${scheme} background \`${background}\`; text needs ${leastContrast}.`,
    params: {
      remedy: `Take \`"${readable}"\`, the nearest that can be read${scheme === 'light' ? ', or give `light` and `dark` a colour each' : ''}.`,
    },
  };
}
