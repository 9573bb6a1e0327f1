/**
 * What people would do without a generator of postmortems: Hugo and Astro as they come, with one page a postmortem, a list of
 * all, and one feed with summaries. Pictures are published as they are. No ratio is to these rows.
 */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { imageName } from './generate-site.ts';
import { address, type PeerPage, withFrontmatter, write, writePage } from './peers.ts';

/** Each writes its site into a folder; `modules` are the libraries of this repository, where the site has none of its own. */
export const plainPeers = {
  hugo(folder: string, pages: readonly PeerPage[]): void {
    write(folder, hugoFiles);
    for (const page of pages)
      writePage(join(folder, 'content/postmortems'), page, '.md', withFrontmatter(withoutRecord(page)));
  },
  astro(folder: string, pages: readonly PeerPage[], modules?: string): void {
    write(folder, astroFiles);
    if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'));
    for (const page of pages) {
      const { picture, ...text } = withoutRecord(page);
      const body = text.body
        .replace(/<(https?:[^>]*)>/g, '[$1]($1)')
        .replace(/(?<!\\)([{<])/g, '\\$1')
        .replaceAll(`](${imageName})`, `](/images/${page.slug}.png)`);
      const path = `src/content/postmortems/${page.slug}.mdx`;
      write(folder, { [path]: withFrontmatter({ ...text, body }) });
      if (picture) copyInto(join(folder, 'public/images'), picture, `${page.slug}.png`);
    }
  },
};

function withoutRecord(page: PeerPage): PeerPage {
  return { ...page, record: {} };
}

function copyInto(folder: string, file: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, join(folder, name));
}

const hugoFiles = {
  'hugo.toml': `baseURL = "${address}"\ntitle = "Postmortems"\ndisableKinds = ["taxonomy", "term"]\n[outputs]\nhome = ["HTML", "RSS"]\nsection = ["HTML"]\n`,
  'layouts/_default/baseof.html':
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main>{{ block "main" . }}{{ end }}</main></body></html>',
  'layouts/_default/single.html': '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
  'layouts/_default/list.html':
    '{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>{{ end }}',
  'layouts/_default/rss.xml':
    '<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>Postmortems</description>{{ range .Site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description></item>{{ end }}</channel></rss>',
};

const astroFiles = {
  'package.json': '{"type":"module","private":true}\n',
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [mdx()], site: '${address}', cacheDir: './cache' });
`,
  'src/content.config.ts':
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { postmortems: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './src/content/postmortems' }) }) };\n",
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const pages = await getCollection('postmortems');
---
<html lang="en"><head><title>Postmortems</title></head><body><ol>{pages.map((page) => <li><a href={'/postmortems/' + page.id + '/'}>{page.data.title}</a></li>)}</ol></body></html>`,
  'src/pages/postmortems/[slug].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () => (await getCollection('postmortems')).map((page) => ({ params: { slug: page.id }, props: { page } }));
const { page } = Astro.props;
const { Content } = await render(page);
---
<html lang="en"><head><title>{page.data.title}</title></head><body><h1>{page.data.title}</h1><Content /></body></html>`,
  'src/pages/rss.xml.ts': `import { getCollection } from 'astro:content';
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
export async function GET() {
  const pages = await getCollection('postmortems');
  const items = pages.map(({ id, data }) => '<item><title>' + escape(data.title) + '</title><link>${address}postmortems/' + id + '/</link><pubDate>' + new Date(data.date).toUTCString() + '</pubDate><description>' + escape(data.summary) + '</description></item>');
  return new Response('<rss version="2.0"><channel><title>Postmortems</title><link>${address}</link><description>Postmortems</description>' + items.join('') + '</channel></rss>');
}
`,
};
