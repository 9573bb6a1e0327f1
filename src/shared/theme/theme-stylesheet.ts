/** The stylesheet of an accent, a header and of fonts. Its rules are outside the engine's layers, and so win over them. */
import { coloursOf } from './accent.ts';
import type { Font, ThemeSettings } from './theme-schema.ts';

const roles = [
  ['text', '--sans'],
  ['reading', '--serif'],
  ['code', '--mono'],
] as const;
/** What is shown until a font is there, and where it has no letter. */
const fallbacks = {
  text: 'system-ui, sans-serif',
  reading: 'georgia, serif',
  code: 'ui-monospace, monospace',
} as const;

/** `addressOf` gives the address of a file in `public/`. Empty where none is set. */
export function themeStylesheet(
  { accent, fonts, header }: Pick<ThemeSettings, 'accent' | 'fonts' | 'header'>,
  addressOf: (file: string) => string,
): string {
  const rules: string[] = [];
  for (const [role, property] of roles) {
    const font = fonts?.[role];
    if (!font) continue;
    rules.push(...facesOf(font, addressOf), `:root { ${property}: "${font.name}", ${fallbacks[role]}; }`);
  }
  if (accent !== undefined) {
    const { light, dark } = coloursOf(accent);
    const root = (colours: typeof light) => `:root { --accent: ${colours.accent}; --accent-soft: ${colours.soft}; }`;
    // On screens only: what is printed is black.
    rules.push(`@media screen { ${root(light)} }`);
    rules.push(`@media screen and (prefers-color-scheme: dark) { ${root(dark)} }`);
  }
  if (header) {
    const { background, text } = header;
    // An accent is measured against the paper of pages, not against this one.
    rules.push(
      `@media screen { :root { --header-paper: ${background}; --header-ink: ${text}; --header-accent: ${text}; } }`,
    );
  }
  return rules.map((rule) => `${rule}\n`).join('');
}

function facesOf({ name, file, weights, bold, italic }: Font, addressOf: (file: string) => string): string[] {
  const face = (source: string, weight: string, style: string) =>
    `@font-face { font-family: "${name}"; src: url("${addressOf(source)}"); font-weight: ${weight}; font-style: ${style}; font-display: swap; }`;
  const usual = weights ?? '400';
  return [
    face(file, usual, 'normal'),
    ...(bold === undefined ? [] : [face(bold, '700', 'normal')]),
    ...(italic === undefined ? [] : [face(italic, usual, 'italic')]),
  ];
}
