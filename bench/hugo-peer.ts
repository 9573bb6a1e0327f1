/** The same site for Hugo, with templates as its documentation has them. */
import { join } from 'node:path';
import { drawCardGround } from './card-ground.ts';
import {
  address,
  distinct,
  feedSize,
  type PeerOptions,
  type PeerPage,
  pictureQuality,
  pictureWidths,
  withFrontmatter,
  write,
  writePage,
} from './peers.ts';

export async function writeHugo(folder: string, pages: readonly PeerPage[], { cards }: PeerOptions): Promise<void> {
  write(folder, { 'hugo.toml': settings, ...layouts, 'layouts/partials/card.html': cards ? card : '' });
  if (cards) write(folder, { 'assets/card.jpg': await drawCardGround() });
  for (const page of pages) {
    const terms = { severities: [page.severity], years: [page.year], outputs: ['HTML', 'JSON', 'TEXT'] };
    writePage(join(folder, 'content/postmortems'), page, '.md', withFrontmatter(page, terms));
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
# A page may have to wait for its pictures.
timeout = "10m"
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

/**
 * Hugo's cheapest way: a JPEG of its usual quality, which costs it as much as a PNG of full colours and less than half of a
 * PNG with a palette; the name of the site on the ground already; and without `font`, as a larger one takes longer to read:
 * the one that Hugo brings along is the same on every machine.
 */
const card = `{{ $line := printf "%s · %s · %s" .Params.severity (.Date.Format "2 January 2006") (delimit .Params.services ", ") }}{{ with (resources.Get "card.jpg").Filter (images.Text .Title (dict "x" 72 "y" 190 "size" 64 "linespacing" 16 "color" "#1e2226")) (images.Text $line (dict "x" 72 "y" 524 "size" 32 "color" "#565c62")) }}<meta property="og:image" content="{{ .Permalink }}"><meta property="og:image:type" content="{{ .MediaType }}"><meta property="og:image:width" content="{{ .Width }}"><meta property="og:image:height" content="{{ .Height }}">{{ end }}`;

/** As many widths as are below that of the original, and this one. */
const picture = `{{- $picture := .Page.Resources.GetMatch .Destination -}}
{{- $widest := math.Min $picture.Width ${pictureWidths.at(-1)} -}}
{{- $sources := slice -}}
{{- range slice ${pictureWidths.join(' ')} -}}{{- if lt . $widest -}}
{{- $sources = $sources | append (printf "%s %dw" ($picture.Resize (printf "%dx webp q${pictureQuality}" .)).RelPermalink .) -}}
{{- end -}}{{- end -}}
{{- with $picture.Resize (printf "%.0fx webp q${pictureQuality}" $widest) -}}
{{- $sources = $sources | append (printf "%s %dw" .RelPermalink .Width) -}}
<img src="{{ .RelPermalink }}" srcset="{{ delimit $sources ", " }}" sizes="(max-width: 46rem) 100vw, 46rem" width="{{ .Width }}" height="{{ .Height }}" loading="lazy" decoding="async" alt="{{ $.Text }}">
{{- end -}}`;

const layouts: Readonly<Record<string, string>> = {
  'layouts/_default/baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:site_name" content="{{ .Site.Title }}"><meta property="og:type" content="article"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:description" content="{{ .Params.summary }}">{{ range .Site.Home.AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType }}" href="{{ .RelPermalink }}">{{ end }}{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType }}" href="{{ .RelPermalink }}">{{ end }}{{ block "head" . }}{{ end }}</head><body><header><a href="/">Home</a> <nav><a href="/years/">Archive</a> <a href="/services/">Services</a> <a href="/tags/">Tags</a></nav></header><main>{{ block "main" . }}{{ end }}</main><footer><a href="/updates/">Updates</a></footer></body></html>`,
  'layouts/_default/_markup/render-image.html': picture,
  'layouts/_default/single.html': `{{ define "head" }}{{ partial "card.html" . }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Report" "url" .Permalink "name" .Title "abstract" .Params.summary "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00") "keywords" .Params.tags | jsonify | safeJS }}</script>{{ end }}{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p><dl><dt>Severity</dt><dd><a href="/severities/{{ .Params.severity }}/">{{ .Params.severity }}</a></dd><dt>Services</dt><dd>{{ range .Params.services }}<a href="/services/{{ . }}/">{{ . }}</a> {{ end }}</dd><dt>Published</dt><dd>{{ .Date.Format "2 January 2006" }}</dd></dl><nav>{{ .TableOfContents }}</nav>{{ .Content }}<ul>{{ range .Params.tags }}<li><a href="/tags/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></article><nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}`,
  'layouts/_default/single.json': `{{ merge .Params.record (dict "url" .Permalink "html" .Content) | jsonify }}`,
  'layouts/_default/single.text.md': '# {{ .Title }}\n\n{{ .RawContent }}',
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Pages }}${row}{{ end }}</ol>{{ end }}`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}`,
  'layouts/index.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range first 10 .Site.RegularPages }}${row}{{ end }}</ol>{{ end }}`,
  'layouts/_default/rss.xml': `${entries}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>Postmortems</description>{{ range $entries }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Params.summary }}</description><content:encoded>{{ .Content | html }}</content:encoded>{{ range .Params.tags }}<category>{{ . }}</category>{{ end }}</item>{{ end }}</channel></rss>`,
  'layouts/_default/list.atom.xml': `${entries}<feed xmlns="http://www.w3.org/2005/Atom"><id>{{ .Permalink }}</id><title>{{ .Title | html }}</title>{{ range $entries }}<entry><id>{{ .Permalink }}</id><title>{{ .Title | html }}</title><link href="{{ .Permalink }}"/><published>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</published><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated><summary>{{ .Params.summary | html }}</summary><content type="html">{{ .Content | html }}</content>{{ range .Params.tags }}<category term="{{ . }}"/>{{ end }}</entry>{{ end }}</feed>`,
  'layouts/_default/list.feed.json': `${entries}{{ $items := slice }}{{ range $entries }}{{ $items = $items | append (dict "id" .Permalink "url" .Permalink "title" .Title "summary" .Params.summary "content_html" .Content "date_published" (.Date.Format "2006-01-02T15:04:05Z07:00") "tags" .Params.tags) }}{{ end }}{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "items" $items | jsonify }}`,
};
