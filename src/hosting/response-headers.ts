/** What servers should say beside each file: the one table from which the configuration of every host is written. */
import { escapePattern } from '../text/escape-pattern.ts';

export type Headers = Readonly<Record<string, string>>;

/** Pairs of rules never say the same header of one file: some hosts would join the two values by a comma. */
export interface HeaderRule {
  /** Below the base, without its slash; at most one `*`, which stands for any characters, slashes too. */
  paths: readonly string[];
  headers: Headers;
}

/**
 * The strictest policy under which everything works: search needs its WebAssembly and its form, and nothing comes from
 * elsewhere. What is told to search engines stands in a script element, and is data that no policy has to allow.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** No other site may show a page in a frame. */
export const unframed = "frame-ancestors 'none'";
export const contentSecurityPolicy = `${policy}; ${unframed}`;
/** In pages themselves, for hosts that send no headers; who may show them in a frame cannot be said there. */
export const policyInPages = policy;

/** Below the base: pages that are made for the frames of other sites. */
export const embedPath = 'embed/*';
export const embedPolicy = policy;

/** Of every file, beside one of the two policies. */
export const securityHeaders: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Readers ask every few minutes; an unchanged file answers with 304. */
const soon = 'public, max-age=300';
const forEver = 'public, max-age=31536000, immutable';
/** Programs in browsers may read what is public anyway. */
const shared = { 'Access-Control-Allow-Origin': '*' };

export const headerRules: readonly HeaderRule[] = [
  typed(['*atom.xml', ...archives('atom-*')], 'application/atom+xml'),
  typed(['*rss.xml', ...archives('rss-*')], 'application/rss+xml'),
  typed(['*feed.json', ...archives('feed-*')], 'application/feed+json'),
  typed(['*.ics'], 'text/calendar'),
  typed(['*.md'], 'text/markdown'),
  typed(['*.csv'], 'text/csv'),
  typed(['*.opml'], 'text/x-opml'),
  { paths: ['badges/*'], headers: { 'Cache-Control': soon } },
  { paths: ['api/*', 'postmortems/*.json'], headers: { 'Cache-Control': soon, ...shared } },
  // Their names say what is in them: another picture has another name.
  { paths: ['_astro/*', 'images/*', 'cards/*', 'theme/*'], headers: { 'Cache-Control': forEver } },
];

/** Feeds with archives, of the whole site, its updates and its promises; in other languages servers take the type from the name. */
function archives(name: string): string[] {
  return [name, `updates/${name}`, `promises/${name}`];
}

function typed(paths: string[], type: string): HeaderRule {
  return { paths, headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': soon, ...shared } };
}

/** A rule's path as a regular expression, anchored at both ends. `base` begins and ends with a slash. */
export function patternOf(path: string, base: string): string {
  return `^${`${base}${path}`.split('*').map(escapePattern).join('.*')}$`;
}
