/** What the engine writes on every site, and which is no text: names of markup, classes, keys of documents, names of its files. */
import { spokenLanguages } from '../../shared/incident/languages.ts';
import { isStandardAttribute, isStandardElement } from './markup-names.ts';

/** From the compiled engine. */
export interface OwnNames {
  /** Attributes of its templates as they are written, `rel="canonical"`. */
  attributes: ReadonlySet<string>;
  /** Classes in its stylesheets. */
  classes: ReadonlySet<string>;
  /** In lower case. */
  words: ReadonlySet<string>;
  /** Names of its scripts and styles for browsers. */
  assets: readonly string[];
}

/** Folders and files that it makes addresses of. */
const steps =
  'api|archive|atom|badges|cards|candor|data|embed|feed|feeds|hosting|images|index|llms|numbers|pagefind|policy|postmortem|postmortems|promises|promise|reading-the-figures|robots|rss|schema|search|services|severity|sitemap|subscribe|tags|theme|updates|404|page|page-\\d+|older-\\d+|\\d{4}|_astro';
const ending = /\.(?:html?|xml|json|md|ics|csv|css|js|mjs|svg|png|webp|opml|txt|pagefind|pf_\w+)(?![\w-])/gi;
const ownStep = new RegExp(`(?<=^|/)(?:${steps}|${spokenLanguages.join('|')})(?=$|[/?#.\\s"'<>)\\]])`, 'gi');
/** Names by digests, and those of the search index, which begin with a language. */
const digests =
  /(?<=^|\/)(?:[a-z]{2,3}(?:-[a-z]+)?_)?[0-9a-f]{6,64}(?:-\d+)?(?=\.|$)|(?<=pagefind[./])[a-z]{2,3}(?:_[0-9a-f]+)?(?=\.)/gi;

/** A path or text without the engine's own parts of addresses; for terms alone, whose words stand by themselves. */
export function withoutOwnAddresses(text: string, { assets }: Pick<OwnNames, 'assets'>): string {
  let rest = text;
  if (rest.includes('_astro/')) for (const asset of assets) rest = rest.replaceAll(asset, ' ');
  return rest.replace(digests, ' ').replace(ending, ' ').replace(ownStep, ' ');
}

/** True for a key of a document, or a word of a vocabulary in it, that says nothing of its content. */
export function isOwnKey(key: string, { words }: OwnNames): boolean {
  const name = key.replace(/^@/, '');
  return words.has(name.toLowerCase()) || isStandardElement(name) || language.test(name) || mediaType.test(name);
}

/** What a tag says beside the engine's own names: each part by itself, and all in a row. */
export function partsOfTag(tag: string, own: OwnNames): string[] {
  const [, name = '', attributes = ''] = /^<[/!?]?([A-Za-z][\w:-]*)([\s\S]*)>$/.exec(tag) ?? [];
  const parts = isStandardElement(name) ? [] : [name];
  for (const [, key = '', double, single, bare] of attributes.matchAll(attributePattern)) {
    const value = double ?? single ?? bare ?? '';
    const isKnown = isStandardAttribute(key) || own.attributes.has(`${key}="${value}"`);
    if (!isKnown) parts.push(key);
    if (value !== '') parts.push(...valueParts(key.toLowerCase(), value, own));
  }
  return parts.length > 1 ? [...parts, parts.join(' ')] : parts;
}

const attributePattern = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function valueParts(key: string, value: string, own: OwnNames): string[] {
  if (own.attributes.has(`${key}="${value}"`)) return [];
  if (key === 'class') return value.split(/\s+/).filter((name) => !own.classes.has(name));
  if (/^(?:(?:href|xml:)?lang|data-locale)$/.test(key) && language.test(value)) return [];
  if (key === 'type' && mediaType.test(value)) return [];
  if (drawn.has(key) && /^[MLHVCSQTAZ\d\s,.e+-]*$/i.test(value)) return [];
  if (measures.has(key) && /^[\d\s.,%a-z()-]{0,60}$/.test(value) && /^\d/.test(value)) return [];
  return [withoutOwnAddresses(value, own)];
}

const language = new RegExp(`^(?:${spokenLanguages.join('|')})(?:-[A-Z]{2})?(?:-u-[a-z-]{1,40})?$`);
const mediaType = /^(?:application|text|image|font)\/[a-z+.-]{1,40}$/;
const drawn = new Set(['d', 'points', 'viewbox', 'transform']);
const measures = new Set(['width', 'height', 'sizes', 'x', 'y', 'r', 'cx', 'cy', 'dy', 'dx', 'x1', 'x2', 'y1', 'y2']);
