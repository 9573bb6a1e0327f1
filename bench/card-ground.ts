/** The picture that Hugo writes the words of a social card on: colours, a line, and the name of the site. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';

/** A JPEG of 1200 by 630 pixels. */
export async function drawCardGround(): Promise<Buffer> {
  const renderer = new Renderer();
  const font = createRequire(import.meta.url).resolve(
    '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
  );
  await renderer.registerFont({ name: 'Noto Sans', data: readFileSync(font) });
  const size = { width: 1200, height: 630 };
  const drawn = await renderer.render(
    {
      type: 'container',
      style: {
        ...size,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '64px 72px 136px',
        backgroundColor: '#fbfaf6',
        borderTop: '16px solid #a11d21',
        fontFamily: 'Noto Sans',
      },
      children: [
        { type: 'text', text: 'Postmortems', style: { fontSize: 32, color: '#565c62' } },
        { type: 'container', style: { width: '100%', height: 2, backgroundColor: '#dcd8cc' } },
      ],
    },
    { ...size, format: 'png', fontFamilies: ['Noto Sans'] },
  );
  return sharp(drawn).jpeg({ quality: 90 }).toBuffer();
}
