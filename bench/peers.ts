/** The same public text as sites of other generators: a page each, home, an archive a year, tags, a feed with whole texts. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

interface Page {
  slug: string;
  title: string;
  date: string;
  tags: string[];
  /** Public Markdown. */
  body: string;
  summary: string;
}

/** Reads what Candor built into `dist`: its public Markdown is the text that every peer gets. */
export function readPages(dist: string): Page[] {
  return readdirSync(join(dist, 'postmortems'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const slug = name.replace(/\.md$/, '');
      const data = JSON.parse(readFileSync(join(dist, 'postmortems', `${slug}.json`), 'utf8')) as {
        title: string;
        publishedAt: string;
        tags: string[];
        summary: { text: string };
      };
      const body = readFileSync(join(dist, 'postmortems', name), 'utf8').replace(/^# .*\n/, '');
      return { slug, title: data.title, date: data.publishedAt, tags: data.tags, body, summary: data.summary.text };
    });
}

export function writeHugo(folder: string, pages: readonly Page[]): void {
  write(folder, {
    'hugo.toml':
      'baseURL = "https://postmortems.example/"\ntitle = "Postmortems"\n[taxonomies]\ntag = "tags"\n[outputs]\nhome = ["HTML", "RSS"]\n',
    'config.toml': 'baseURL = "https://postmortems.example/"\ntitle = "Postmortems"\n[taxonomies]\ntag = "tags"\n',
    'layouts/_default/baseof.html':
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.summary }}"></head><body><header><a href="/">Home</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>',
    'layouts/_default/single.html':
      '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><nav>{{ .TableOfContents }}</nav>{{ .Content }}{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}',
    'layouts/_default/list.html':
      '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }} {{ .Params.summary }}</li>{{ end }}</ul>{{ end }}',
    'layouts/index.html':
      '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 20 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>{{ end }}</ul>{{ end }}',
    'layouts/_default/rss.xml':
      '<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>x</description>{{ range first 50 .Site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>',
  });
  for (const page of pages) write(folder, { [`content/postmortems/${page.slug}.md`]: withFrontmatter(page) });
}

/** Astro as its documentation has it: a content collection of MDX, with the libraries of this repository. */
export function writeAstro(folder: string, pages: readonly Page[], modules: string): void {
  const layout = (inner: string, title: string) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{${title}}</title></head><body><header><a href="/">Home</a></header><main>${inner}</main></body></html>`;
  const list = (pagesOf: string) =>
    `<ul>{${pagesOf}.map((page) => <li><a href={'/postmortems/' + page.id + '/'}>{page.data.title}</a> {page.data.summary}</li>)}</ul>`;
  write(folder, {
    'package.json': '{"type":"module","private":true}\n',
    'astro.config.mjs':
      "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()], site: 'https://postmortems.example' };\n",
    'src/content.config.ts':
      "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { postmortems: defineCollection({ loader: glob({ pattern: '*.mdx', base: './src/content/postmortems' }) }) };\n",
    'src/pages/index.astro': `---\nimport { getCollection } from 'astro:content';\nconst all = (await getCollection('postmortems')).slice(0, 20);\n---\n${layout(list('all'), "'Postmortems'")}`,
    'src/pages/archive/[year].astro': `---\nimport { getCollection } from 'astro:content';\nexport async function getStaticPaths() {\n  const yearOf = (page) => String(new Date(page.data.date).getUTCFullYear());\n  const all = await getCollection('postmortems');\n  const years = [...new Set(all.map(yearOf))];\n  return years.map((year) => ({ params: { year }, props: { pages: all.filter((page) => yearOf(page) === year) } }));\n}\nconst { pages } = Astro.props;\n---\n${layout(list('pages'), "'Archive'")}`,
    'src/pages/tags/[tag].astro': `---\nimport { getCollection } from 'astro:content';\nexport async function getStaticPaths() {\n  const all = await getCollection('postmortems');\n  const tags = [...new Set(all.flatMap((page) => page.data.tags))];\n  return tags.map((tag) => ({ params: { tag }, props: { pages: all.filter((page) => page.data.tags.includes(tag)) } }));\n}\nconst { pages } = Astro.props;\n---\n${layout(list('pages'), "'Tag'")}`,
    'src/pages/postmortems/[slug].astro': `---\nimport { getCollection, render } from 'astro:content';\nexport async function getStaticPaths() {\n  return (await getCollection('postmortems')).map((page) => ({ params: { slug: page.id }, props: { page } }));\n}\nconst { page } = Astro.props;\nconst { Content, headings } = await render(page);\n---\n${layout('<h1>{page.data.title}</h1><p>{page.data.summary}</p><nav><ul>{headings.map((heading) => <li><a href={"#" + heading.slug}>{heading.text}</a></li>)}</ul></nav><Content />', 'page.data.title')}`,
  });
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const page of pages) {
    const escaped = {
      ...page,
      body: page.body.replace(/<(https?:[^>]*)>/g, '[$1]($1)').replace(/(?<!\\)([{<])/g, '\\$1'),
    };
    write(folder, { [`src/content/postmortems/${page.slug}.mdx`]: withFrontmatter(escaped) });
  }
}

/** Pictures that the texts show. */
export function copyImages(dist: string, folder: string): void {
  cpSync(join(dist, 'images'), join(folder, 'images'), { recursive: true });
}

function withFrontmatter({ title, date, tags, summary, body }: Page): string {
  return `---\n${stringify({ title, date, tags, summary })}---\n${body}`;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
