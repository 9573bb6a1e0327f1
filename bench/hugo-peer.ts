/** The same site for Hugo, with templates as its documentation has them. */
import { address, distinct, feedSize, type PeerPage, withFrontmatter, write } from './peers.ts';

export function writeHugo(folder: string, pages: readonly PeerPage[]): void {
  write(folder, { 'hugo.toml': settings, ...layouts });
  for (const page of pages) {
    const terms = { severities: [page.severity], years: [page.year], outputs: ['HTML', 'JSON', 'TEXT'] };
    write(folder, { [`content/postmortems/${page.slug}.md`]: withFrontmatter(page, terms) });
  }
  const feeds = '---\noutputs: [HTML, RSS, ATOM, FEED]\n---\n';
  write(folder, { 'content/updates/_index.md': feeds });
  for (const id of distinct(pages.flatMap(({ services }) => services)))
    write(folder, { [`content/services/${id}/_index.md`]: feeds });
  for (const id of distinct(pages.map(({ severity }) => severity)))
    write(folder, { [`content/severities/${id}/_index.md`]: feeds });
}

const settings = `baseURL = "${address}"
title = "Postmortems"
[taxonomies]
tag = "tags"
service = "services"
severity = "severities"
year = "years"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[mediaTypes."application/feed+json"]
suffixes = ["json"]
[mediaTypes."text/markdown"]
suffixes = ["md"]
[outputFormats.ATOM]
mediaType = "application/atom+xml"
baseName = "atom"
isPlainText = true
[outputFormats.FEED]
mediaType = "application/feed+json"
baseName = "feed"
isPlainText = true
[outputFormats.TEXT]
mediaType = "text/markdown"
baseName = "index"
isPlainText = true
[outputs]
home = ["HTML", "RSS", "ATOM", "FEED"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]
`;

/** All postmortems in the site's own feed and that of updates, the newest in the others. */
const entries = `{{ $entries := .Site.RegularPages }}{{ if eq .Kind "term" }}{{ $entries = first ${feedSize} .Pages }}{{ end }}`;
const row = `<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> <h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p><p>{{ .Params.severity }} {{ delimit .Params.services ", " }}</p></li>`;

const layouts: Readonly<Record<string, string>> = {
  'layouts/_default/baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:site_name" content="{{ .Site.Title }}"><meta property="og:type" content="article"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:description" content="{{ .Params.summary }}">{{ range .Site.Home.AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType }}" href="{{ .RelPermalink }}">{{ end }}{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType }}" href="{{ .RelPermalink }}">{{ end }}{{ block "head" . }}{{ end }}</head><body><header><a href="/">Home</a> <nav><a href="/years/">Archive</a> <a href="/services/">Services</a> <a href="/tags/">Tags</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer><a href="/updates/">Updates</a></footer></body></html>`,
  'layouts/_default/single.html': `{{ define "head" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Report" "url" .Permalink "name" .Title "abstract" .Params.summary "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00") "keywords" .Params.tags | jsonify | safeJS }}</script>{{ end }}{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><dl><dt>Severity</dt><dd><a href="/severities/{{ .Params.severity }}/">{{ .Params.severity }}</a></dd><dt>Services</dt><dd>{{ range .Params.services }}<a href="/services/{{ . }}/">{{ . }}</a> {{ end }}</dd><dt>Published</dt><dd>{{ .Date.Format "2 January 2006" }}</dd></dl><nav>{{ .TableOfContents }}</nav>{{ .Content }}<ul>{{ range .Params.tags }}<li><a href="/tags/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></article><nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}`,
  'layouts/_default/single.json': `{{ merge .Params.record (dict "url" .Permalink "html" .Content) | jsonify }}`,
  'layouts/_default/single.text.md': '# {{ .Title }}\n\n{{ .RawContent }}',
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Pages }}${row}{{ end }}</ol>{{ end }}`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}`,
  'layouts/index.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range first 10 .Site.RegularPages }}${row}{{ end }}</ol>{{ end }}`,
  'layouts/_default/rss.xml': `${entries}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>Postmortems</description>{{ range $entries }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description><content:encoded>{{ .Content | html }}</content:encoded>{{ range .Params.tags }}<category>{{ . }}</category>{{ end }}</item>{{ end }}</channel></rss>`,
  'layouts/_default/list.atom.xml': `${entries}<feed xmlns="http://www.w3.org/2005/Atom"><id>{{ .Permalink }}</id><title>{{ .Title | html }}</title>{{ range $entries }}<entry><id>{{ .Permalink }}</id><title>{{ .Title | html }}</title><link href="{{ .Permalink }}"/><published>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</published><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated><summary>{{ .Params.summary | html }}</summary><content type="html">{{ .Content | html }}</content>{{ range .Params.tags }}<category term="{{ . }}"/>{{ end }}</entry>{{ end }}</feed>`,
  'layouts/_default/list.feed.json': `${entries}{{ $items := slice }}{{ range $entries }}{{ $items = $items | append (dict "id" .Permalink "url" .Permalink "title" .Title "summary" .Params.summary "content_html" .Content "date_published" (.Date.Format "2006-01-02T15:04:05Z07:00") "tags" .Params.tags) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "items" $items | jsonify }}`,
};
