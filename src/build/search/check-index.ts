/**
 * Whether a search index holds words that no readable text explains. The index stores stems, which cannot be compared
 * with private words; its fragments are plain text, which can. So every stem must come from a word of a fragment, or be,
 * in a language that sets no spaces between words, a piece of a fragment's word, since Pagefind cuts those as it sees fit.
 * Every string of every file of the index is looked at, and every fragment read; that the fragments themselves hold
 * nothing private is the leak gate's to find.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { escapeText } from 'entities';
import * as pagefind from 'pagefind';

const mark = 'pagefind_dcd'.length;

/**
 * Names of index files in `folder`, written by Pagefind, with a term that its `fragments` do not explain. Pagefind is left
 * running, as by `openSearchIndex`.
 */
export async function findUnexplained(
  folder: string,
  fragments: ReadonlyMap<string, Fragment> = readFragments(folder),
): Promise<string[]> {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, unknown>;
  };
  const texts = [...fragments.values()].flatMap(stringsIn);
  const words = wordsIn(texts);
  const files = namesIn(join(folder, 'index')).map((name) => ({
    name,
    terms: readTerms(readFileSync(join(folder, 'index', name))),
  }));
  // Most terms stand in a text as they are, signs left out; most of the others come of a word that begins like them.
  const parts = partsOf(words);
  const joined = new Set(words.map(bareWord)).difference(parts);
  const explained = new Set([...parts, ...joined]);
  const isUnexplained = (term: string) => !explained.has(term);
  const stems = files.flatMap(({ terms }) => terms.filter(isUnexplained));
  const likely = [
    ...thatBeginLike(stems, parts, 2),
    ...thatBeginLike(stems, joined, 4),
    ...words.filter((word) => !isPlain(word)),
  ];
  for (const some of [likely, words]) {
    if (!files.some(({ terms }) => terms.some(isUnexplained))) break;
    for (const language of Object.keys(entry.languages))
      for (const term of await termsFor(language, some)) explained.add(term);
  }
  let pieces: ReturnType<typeof findPieces> | undefined;
  const isPiece: typeof pieces = (term, cuts) => {
    pieces ??= findPieces(texts);
    return pieces(term, cuts);
  };
  return files
    .filter(({ name, terms }) => {
      const cuts = cutsWords.test(name);
      return terms.some((term) => isUnexplained(term) && !isPiece(term, cuts));
    })
    .map(({ name }) => `index/${name}`);
}

/** What stands between signs, and what a reader takes for words of their own in it (`getUser2`), each once, in lower case. */
function partsOf(words: readonly string[]): Set<string> {
  const parts = new Set(words.flatMap((word) => word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
  const runs = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}\p{N}]+|\p{N}+/gu;
  const inner = [...parts].flatMap((part) => part.match(runs) ?? []);
  return new Set([...parts, ...inner].map((part) => part.toLowerCase()));
}

/** Whether a word is nothing but its parts to Pagefind, with the signs that it leaves out. */
function isPlain(word: string): boolean {
  return /^["'([]?[a-z\d]+(?:[-/.:][a-z\d]+)*["'.,:;!?)\]]*$/i.test(word);
}

/** Of the words, those that have the beginning of a stem, of so many characters. */
function thatBeginLike(stems: readonly string[], words: ReadonlySet<string>, length: number): string[] {
  const beginnings = new Set(stems.map((stem) => stem.slice(0, length)));
  return [...words].filter((word) => beginnings.has(word.slice(0, length)));
}

/** Without signs, as Pagefind leaves them out. */
function bareWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Parts of the index in languages that set no spaces, where Pagefind cuts all words as it sees fit: `2fa` into `2` and `fa`. */
const cutsWords = /^(?:ja|zh|th)[-_]/;

/** The page that a fragment is of, with all its texts. */
export interface Fragment {
  url: string;
}

/** All of an index in `folder`, by the names of their files, in order. */
export function readFragments(folder: string): Map<string, Fragment> {
  const read = (name: string): Fragment =>
    JSON.parse(gunzipSync(readFileSync(join(folder, 'fragment', name))).toString('utf8', mark));
  return new Map(namesIn(join(folder, 'fragment')).map((name) => [name, read(name)]));
}

/** Each once, in order: with and without the marks that stand where a line may break. */
function wordsIn(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts)
    for (const word of text.split(/\s+/)) {
      words.add(word);
      if (word.includes('\u200b')) for (const part of word.split('\u200b')) words.add(part);
    }
  return [...words].sort();
}

/** Scripts in which words stand without spaces between them. */
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]+/gu;

/**
 * Tells whether a term is a piece of what stands between two spaces in a text, signs left out as Pagefind leaves them out; where
 * it does not cut other words, of these scripts alone. Pagefind marks its cuts with U+200B.
 */
function findPieces(texts: readonly string[]): (term: string, cutsWords: boolean) => boolean {
  const runs = new Map<string, Set<string>>();
  for (const word of new Set(texts.flatMap((text) => text.split(/\s+/)).map(bareWord)))
    for (const character of word) runs.set(character, (runs.get(character) ?? new Set()).add(word));
  return (term, cutsWords) => {
    const isPlain = term.replace(unspaced, '') !== '' && !term.includes('\u200b');
    if (!cutsWords && isPlain) return false;
    const sought = bareWord(term);
    if (sought === '') return true;
    const [first = ''] = sought;
    return [...(runs.get(first) ?? [])].some((run) => run.includes(sought));
  };
}

/** In order; none where there is no folder, as in the index of a site without postmortems. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** What Pagefind makes of the words, in an index of one page. */
async function termsFor(language: string, words: readonly string[]): Promise<string[]> {
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind could not be started.');
  const text = words.map((word) => `<p>${escapeText(word)}</p>`).join('');
  await index.addHTMLFile({ url: '/', content: `<html lang="${language}"><body>${text}</body></html>` });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files.filter(({ path }) => path.endsWith('.pf_index')).flatMap(({ content }) => readTerms(content));
}

/** Every string of an index file, which is CBOR (RFC 8949) of arrays, strings and numbers. */
export function readTerms(packed: Uint8Array): string[] {
  const bytes = gunzipSync(packed).subarray(mark);
  const terms: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [major, length] = [(bytes[at] ?? 0) >> 5, (bytes[at] ?? 0) & 31];
    at += 1;
    const wide = length >= 24 && length <= 27 ? 1 << (length - 24) : 0;
    let value = length;
    if (wide > 0) value = Number(wide === 8 ? bytes.readBigUInt64BE(at) : bytes.readUIntBE(at, wide));
    at += wide;
    if (major !== 2 && major !== 3) continue;
    if (length === 31) throw new Error('The search index holds a string of unknown length.');
    if (major === 3) terms.push(bytes.toString('utf8', at, at + value));
    at += value;
  }
  return terms;
}
