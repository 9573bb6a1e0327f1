/**
 * The endpoint that draws social cards for Astro. Most sites draw them by satori and sharp, which takes three times as
 * long: this is the fastest way there is, and the library and font that Candor draws with.
 */
export const cardEndpoint = `import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { all } from '../../texts';
const renderer = new Renderer();
await renderer.registerFont({ name: 'Noto Sans', data: readFileSync('node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2') });
const size = { width: 1200, height: 630 };
const soft = '#565c62';
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
export const getStaticPaths = async () => (await all()).map((page) => ({ params: { slug: page.id }, props: { page } }));
export const GET = async ({ props: { page: { data } } }) => {
  const card = {
    type: 'container',
    style: { ...size, display: 'flex', flexDirection: 'column', justifyContent: 'space-between', padding: '64px 72px 60px', backgroundColor: '#fbfaf6', borderTop: '16px solid #a11d21', color: '#1e2226', fontFamily: 'Noto Sans' },
    children: [
      { type: 'text', text: 'Postmortems', style: { fontSize: 32, color: soft } },
      { type: 'text', text: data.title, style: { fontSize: 72, fontWeight: 700, lineHeight: 1.18, lineClamp: 4, textOverflow: 'ellipsis', width: '100%' } },
      { type: 'text', text: [data.severity, day.format(new Date(data.date)), ...data.services].join(' · '), style: { paddingTop: 28, borderTop: '2px solid #dcd8cc', fontSize: 32, color: soft, width: '100%' } },
    ],
  };
  return new Response(await renderer.render(card, { ...size, format: 'png', fontFamilies: ['Noto Sans'] }));
};
`;
