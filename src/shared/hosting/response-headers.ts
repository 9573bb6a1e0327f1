/** What servers should say beside each file: the configuration of every host is written from it. */
import { pathTo } from '../addresses/path-to.ts';
import { servings } from '../addresses/servings.ts';
import { escapePattern } from '../text/escape-pattern.ts';

export type Headers = Readonly<Record<string, string>>;

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
export const embedPath = pathTo('embed', { service: '*' }).slice(1, -1);
export const embedPolicy = policy;

/** Of every file, beside one of the two policies. */
export const securityHeaders: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Readers ask every few minutes; an unchanged file answers with 304. */
const cacheRules = { soon: 'public, max-age=300', forEver: 'public, max-age=31536000, immutable' } as const;

export const headerRules: readonly HeaderRule[] = Object.values(servings).map(({ paths, type, caching, isOpen }) => ({
  paths,
  headers: {
    ...(type === undefined ? {} : { 'Content-Type': `${type}; charset=utf-8` }),
    'Cache-Control': cacheRules[caching],
    ...(isOpen ? { 'Access-Control-Allow-Origin': '*' } : {}),
  },
}));

/** A rule's path as a regular expression, anchored at both ends. `base` begins and ends with a slash. */
export function patternOf(path: string, base: string): string {
  return `^${`${base}${path}`.split('*').map(escapePattern).join('.*')}$`;
}
