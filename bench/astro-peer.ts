/** The same site for stock Astro: a content collection of MDX, and endpoints, as its documentation has them. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cardEndpoint } from './astro-card.ts';
import { imageName } from './generate-site.ts';
import {
  address,
  feedSize,
  type PeerOptions,
  type PeerPage,
  pictureQuality,
  pictureWidths,
  withFrontmatter,
  write,
  writePage,
} from './peers.ts';

/** `modules`: the libraries of this repository. */
export function writeAstro(
  folder: string,
  pages: readonly PeerPage[],
  { cards, modules }: PeerOptions & { modules: string },
): void {
  write(folder, { ...files, 'src/Card.astro': cards ? card : '' });
  if (cards) write(folder, { 'src/pages/cards/[slug].png.ts': cardEndpoint });
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const page of pages) {
    const body = page.body
      .replace(/<(https?:[^>]*)>/g, '[$1]($1)')
      .replace(/(?<!\\)([{<])/g, '\\$1')
      .replaceAll(`](${imageName})`, `](./${imageName})`);
    writePage(join(folder, 'src/content/postmortems'), page, '.mdx', withFrontmatter({ ...page, body }));
  }
}

const row = `<li><time datetime={page.data.date}>{page.data.date.slice(0, 10)}</time> <h2><a href={'/postmortems/' + page.id + '/'}>{page.data.title}</a></h2><p>{page.data.summary}</p><p>{page.data.severity} {page.data.services.join(', ')}</p></li>`;

const list = (all: string, title: string, paths: string) => `---
import { all } from '${all}/texts';
import Base from '${all}/Base.astro';
${paths}
---
<Base title={${title}}><h1>{${title}}</h1><ol>{pages.map((page) => ${row})}</ol></Base>`;

/** A page for every value that \`of\` gives for a postmortem. */
const grouped = (name: string, of: string) =>
  list(
    '../..',
    'value',
    `export async function getStaticPaths() {
  const pages = await all();
  const values = [...new Set(pages.flatMap(({ data }) => ${of}))];
  return values.map((value) => ({ params: { ${name}: value }, props: { value, pages: pages.filter(({ data }) => ${of}.includes(value)) } }));
}
const { value, pages } = Astro.props;`,
  );

const formats = { 'atom.xml': 'atom', 'rss.xml': 'rss', 'feed.json': 'json' } as const;

const wholeFeeds = Object.entries(formats).flatMap(([file, format]) =>
  ['', 'updates/'].map((path) => [
    `src/pages/${path}${file}.ts`,
    `import { all, ${format} } from '${path === '' ? '..' : '../..'}/texts';\nexport const GET = async () => new Response(await ${format}('Postmortems', await all()));\n`,
  ]),
);

const narrowFeeds = Object.entries(formats).flatMap(([file, format]) =>
  [
    ['services', 'data.services'],
    ['severity', '[data.severity]'],
  ].map(([path, of]) => [
    `src/pages/${path}/[id]/${file}.ts`,
    `import { all, ${format} } from '../../../texts';
export async function getStaticPaths() {
  const pages = await all();
  const values = [...new Set(pages.flatMap(({ data }) => ${of}))];
  return values.map((id) => ({ params: { id }, props: { pages: pages.filter(({ data }) => ${of}.includes(id)).slice(0, ${feedSize}) } }));
}
export const GET = async ({ params, props }) => new Response(await ${format}(params.id, props.pages));
`,
  ]),
);

const card = `---
const url = new URL('/cards/' + Astro.props.slug + '.png', Astro.site).href;
---
<meta property="og:image" content={url}><meta property="og:image:type" content="image/png"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">`;

/** Caches are kept in the site's own folder, for the libraries are shared. Sizes and formats are for pictures in Markdown. */
const settings = `import mdx from '@astrojs/mdx';
import { defineConfig, sharpImageService } from 'astro/config';
export default defineConfig({
  integrations: [mdx()],
  site: '${address}',
  cacheDir: './cache',
  image: {
    layout: 'constrained',
    breakpoints: [${pictureWidths.join(', ')}],
    service: sharpImageService({ webp: { quality: ${pictureQuality} } }),
  },
  vite: { ssr: { external: ['@takumi-rs/core'] } },
});
`;

const each = `import { all, htmlOf } from '../../texts';
export const getStaticPaths = async () => (await all()).map((page) => ({ params: { slug: page.id }, props: { page } }));
`;

const files: Readonly<Record<string, string>> = {
  'package.json': '{"type":"module","private":true}\n',
  'astro.config.mjs': settings,
  'src/content.config.ts':
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { postmortems: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './src/content/postmortems' }) }) };\n",
  // Whole texts for feeds by the container, each once.
  'src/texts.ts': `import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { getCollection, render } from 'astro:content';
let sorted;
export const all = () => (sorted ??= getCollection('postmortems').then((pages) => pages.sort((a, b) => (a.data.date < b.data.date ? 1 : -1))));
let container;
const texts = new Map();
export async function htmlOf(page) {
  container ??= experimental_AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  if (!texts.has(page.id)) texts.set(page.id, await (await container).renderToString((await render(page)).Content));
  return texts.get(page.id);
}
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const urlOf = (page) => '${address}postmortems/' + page.id + '/';
const join = async (pages, write) => (await Promise.all(pages.map(async (page) => write(page, await htmlOf(page))))).join('');
export const atom = async (title, pages) => '<feed xmlns="http://www.w3.org/2005/Atom"><id>${address}' + title + '</id><title>' + title + '</title>' + (await join(pages, (page, html) => '<entry><id>' + urlOf(page) + '</id><title>' + escape(page.data.title) + '</title><link href="' + urlOf(page) + '"/><published>' + page.data.date + '</published><updated>' + page.data.date + '</updated><summary>' + escape(page.data.summary) + '</summary><content type="html">' + escape(html) + '</content>' + page.data.tags.map((tag) => '<category term="' + tag + '"/>').join('') + '</entry>')) + '</feed>';
export const rss = async (title, pages) => '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>' + title + '</title><link>${address}</link><description>Postmortems</description>' + (await join(pages, (page, html) => '<item><title>' + escape(page.data.title) + '</title><link>' + urlOf(page) + '</link><guid>' + urlOf(page) + '</guid><pubDate>' + new Date(page.data.date).toUTCString() + '</pubDate><description>' + escape(page.data.summary) + '</description><content:encoded>' + escape(html) + '</content:encoded>' + page.data.tags.map((tag) => '<category>' + tag + '</category>').join('') + '</item>')) + '</channel></rss>';
export const json = async (title, pages) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, items: await Promise.all(pages.map(async (page) => ({ id: urlOf(page), url: urlOf(page), title: page.data.title, summary: page.data.summary, content_html: await htmlOf(page), date_published: page.data.date, tags: page.data.tags }))) });
`,
  'src/Base.astro': `---
const { title, description, alternates = [] } = Astro.props;
const url = new URL(Astro.url.pathname, Astro.site).href;
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><meta name="description" content={description}><link rel="canonical" href={url}><meta property="og:title" content={title}><meta property="og:site_name" content="Postmortems"><meta property="og:type" content="article"><meta property="og:url" content={url}><meta property="og:description" content={description}>{['/atom.xml', '/rss.xml', '/feed.json', ...alternates].map((href) => <link rel="alternate" href={href}>)}<slot name="head" /></head><body><header><a href="/">Home</a> <nav><a href="/archive/">Archive</a></nav></header><main><slot /></main><footer><a href="/updates/">Updates</a></footer></body></html>`,
  'src/pages/index.astro': list('..', '"Postmortems"', 'const pages = (await all()).slice(0, 10);'),
  'src/pages/archive/[year].astro': grouped('year', '[data.year]'),
  'src/pages/tags/[tag].astro': grouped('tag', 'data.tags'),
  'src/pages/services/[id].astro': grouped('id', 'data.services'),
  'src/pages/severity/[id].astro': grouped('id', '[data.severity]'),
  'src/pages/postmortems/[slug].json.ts': `${each}export const GET = async ({ props: { page } }) => new Response(JSON.stringify({ ...page.data.record, html: await htmlOf(page) }));\n`,
  'src/pages/postmortems/[slug].md.ts': `${each}const withPicture = async (page) => page.body.replaceAll('./${imageName}', /<img[^>]* src="([^"]+)/.exec(await htmlOf(page))?.[1] ?? '');
export const GET = async ({ props: { page } }) => new Response('# ' + page.data.title + '\\n\\n' + (page.body.includes('](./${imageName})') ? await withPicture(page) : page.body));\n`,
  'src/pages/postmortems/[slug].astro': `---
import { render } from 'astro:content';
import { all } from '../../texts';
import Base from '../../Base.astro';
import Card from '../../Card.astro';
export async function getStaticPaths() {
  const pages = await all();
  return pages.map((page, index) => ({ params: { slug: page.id }, props: { page, newer: pages[index - 1], older: pages[index + 1] } }));
}
const { page, newer, older } = Astro.props;
const { Content, headings } = await render(page);
const { title, summary, severity, services, date, tags } = page.data;
const data = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Report', name: title, abstract: summary, datePublished: date, keywords: tags });
---
<Base title={title} description={summary} alternates={['/postmortems/' + page.id + '.md', '/postmortems/' + page.id + '.json']}><Card slot="head" slug={page.id} /><script slot="head" type="application/ld+json" set:html={data} /><article><h1>{title}</h1><p>{summary}</p><dl><dt>Severity</dt><dd><a href={'/severity/' + severity + '/'}>{severity}</a></dd><dt>Services</dt><dd>{services.map((id) => <a href={'/services/' + id + '/'}>{id}</a>)}</dd><dt>Published</dt><dd>{date.slice(0, 10)}</dd></dl><nav><ul>{headings.map((heading) => <li><a href={'#' + heading.slug}>{heading.text}</a></li>)}</ul></nav><Content /><ul>{tags.map((tag) => <li><a href={'/tags/' + tag + '/'}>{tag}</a></li>)}</ul></article><nav>{[newer, older].filter(Boolean).map((near) => <a href={'/postmortems/' + near.id + '/'}>{near.data.title}</a>)}</nav></Base>`,
  ...Object.fromEntries([...wholeFeeds, ...narrowFeeds]),
};
