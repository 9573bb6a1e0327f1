/**
 * Fingerprints of private text, to recognise it in finished files. Two kinds: runs of five words that occur nowhere in
 * public source, and rare tokens (names, hosts, ticket ids, numbers, unusual words) that occur nowhere in it.
 */
import { normalise, normalText } from './normalise.ts';

/** Words in a run. Shorter runs meet ordinary English by chance: 5 gave no false alarm where 3 gave 14 in 275 pages. */
export const runLength = 5;

/** A private text and where it comes from, as `file:line` for the report. */
export interface PrivateText {
  text: string;
  origin: string;
  /** True for names and terms of the policy: they count even as single ordinary words. */
  isTerm?: boolean;
}

/** What the engine says on every site. */
export interface EngineTexts {
  /** In lower case. */
  words: ReadonlySet<string>;
  /** Normal texts. */
  texts: readonly string[];
}

/** One thing to recognise: words that stand side by side, and for a token its exact form. */
interface Fingerprint {
  kind: Leak['kind'];
  words: readonly string[];
  /** Where in `words` the word stands under which the fingerprint is filed. */
  keyAt: number;
  token?: string;
  origin: string;
}

/** Fingerprints, each filed under the rarest of its words: public text meets that word seldom or never. */
export type Fingerprints = ReadonlyMap<string, Row>;

/** Fingerprints with one rarest word. Runs are found by their words, for thousands may share a word. */
interface Row {
  /** By the place of the rarest word in them, then by all their words. */
  runs: Map<number, Map<string, Fingerprint>>;
  others: Fingerprint[];
}

export interface Leak {
  kind: 'a run of words' | 'a rare token' | 'a term of the policy';
  origin: string;
}

/**
 * Fingerprints of `privateTexts`, less what `publicTexts` hold. Of what the engine says itself, on every site, lower-case
 * words are no tokens, and runs of words are no runs: comments of a template repeat the engine's own sentences. Terms, and
 * tokens with digits or signs in them, count all the same. Memory grows with the private texts, not with the public ones.
 */
export function fingerprint(
  privateTexts: readonly PrivateText[],
  publicTexts: readonly string[],
  engine: EngineTexts,
): Fingerprints {
  const frequency = countWords(publicTexts);
  const candidates = new Map<string, Fingerprint>();
  for (const text of privateTexts) {
    for (const candidate of candidatesOf(text, frequency, engine.words)) {
      const key = `${candidate.kind} ${candidate.token ?? candidate.words.join(' ')}`;
      if (!candidates.has(key)) candidates.set(key, candidate);
    }
  }
  const filed = fileByRarestWord([...candidates.values()], frequency);
  // What public source says itself gives nothing away. Terms of the policy were refused there by the search before.
  const inPublic = new Set<Fingerprint>();
  for (const text of publicTexts) for (const found of matches(normalText(text), filed)) inPublic.add(found);
  for (const text of engine.texts)
    for (const found of matches(text, filed)) if (found.kind === 'a run of words') inPublic.add(found);
  return fileByRarestWord(
    [...candidates.values()].filter((candidate) => !inPublic.has(candidate)),
    frequency,
  );
}

function countWords(texts: readonly string[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const word of wordsOf(normalText(text))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return frequency;
}

type Candidate = Omit<Fingerprint, 'keyAt'>;

function* candidatesOf(
  { text, origin, isTerm }: PrivateText,
  frequency: ReadonlyMap<string, number>,
  vocabulary: ReadonlySet<string>,
): Generator<Fingerprint> {
  const { text: normal } = normalise(text);
  const words = wordsOf(normal);
  const file = (candidate: Candidate): Fingerprint => ({ ...candidate, keyAt: 0 });
  for (let index = 0; index + runLength <= words.length; index += 1) {
    yield file({ kind: 'a run of words', words: words.slice(index, index + runLength), origin });
  }
  for (const token of tokensOf(normal)) {
    if (isRare(token)) yield file({ kind: 'a rare token', words: wordsOf(token), token, origin });
    else if (isWord(token) && !frequency.has(token) && !vocabulary.has(token)) {
      yield file({ kind: 'a rare token', words: wordsOf(token), token, origin });
    }
  }
  if (!isTerm || words.length === 0 || words.length >= runLength) return;
  yield file({ kind: 'a term of the policy', words, origin });
  // Names are also written without the spaces.
  const together = words.join('');
  if (words.length > 1 && together.length >= 7) yield file({ kind: 'a term of the policy', words: [together], origin });
}

function fileByRarestWord(
  fingerprints: readonly Fingerprint[],
  frequency: ReadonlyMap<string, number>,
): Map<string, Row> {
  const filed = new Map<string, Row>();
  for (const entry of fingerprints) {
    let keyAt = 0;
    entry.words.forEach((word, index) => {
      if ((frequency.get(word) ?? 0) < (frequency.get(entry.words[keyAt] ?? '') ?? 0)) keyAt = index;
    });
    entry.keyAt = keyAt;
    const key = entry.words[keyAt] ?? '';
    const row: Row = filed.get(key) ?? { runs: new Map(), others: [] };
    filed.set(key, row);
    if (entry.kind !== 'a run of words') {
      row.others.push(entry);
      continue;
    }
    const runs = row.runs.get(keyAt) ?? new Map<string, Fingerprint>();
    row.runs.set(keyAt, runs.set(entry.words.join(' '), entry));
  }
  return filed;
}

/** Leaks in one stretch of visible text; each fingerprint once. */
export function findLeaks(text: string, fingerprints: Fingerprints): Leak[] {
  const found = new Set(matches(normalText(text), fingerprints));
  return [...found].map(({ kind, origin }) => ({ kind, origin }));
}

function* matches(normal: string, fingerprints: Fingerprints): Generator<Fingerprint> {
  const words = wordsOf(normal);
  let tokens: Set<string> | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const row = fingerprints.get(words[index] ?? '');
    if (row === undefined) continue;
    for (const [keyAt, runs] of row.runs) {
      const start = index - keyAt;
      const run = start < 0 ? undefined : runs.get(words.slice(start, start + runLength).join(' '));
      if (run) yield run;
    }
    for (const entry of row.others) {
      const start = index - entry.keyAt;
      if (start < 0 || !entry.words.every((word, at) => words[start + at] === word)) continue;
      // Three words and more are as telling when other signs join them, as in a slug.
      if (entry.token !== undefined && entry.words.length < 3) {
        tokens ??= new Set(tokensOf(normal));
        if (!tokens.has(entry.token)) continue;
      }
      yield entry;
    }
  }
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const wordForm = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words of letters and digits of text in normal form; in scripts that write no spaces, each character is one. */
export function wordsOf(normal: string): string[] {
  return normal.match(wordForm) ?? [];
}

/** Words, and words joined by signs that ids, hosts, paths and addresses are made of. */
export function tokensOf(normal: string): string[] {
  const joined = normal.match(/[\p{L}\p{N}\p{M}]+(?:[-._@:/#+=~$%&]+[\p{L}\p{N}\p{M}]+)+/gu) ?? [];
  // A long token holds shorter ones: `a-1.b.corp/x` also `a-1.b.corp` and `a-1`.
  const parts = joined.flatMap((token) => [token, ...token.split(/[/:=&#@]+/), ...token.split(/[/:=&#@.]+/)]);
  return [...new Set([...parts, ...wordsOf(normal)])].filter((token) => token !== '');
}

/** Ids, hosts, addresses, long numbers: not a word of any language. */
function isRare(token: string): boolean {
  const hasDigit = /\p{N}/u.test(token);
  const hasLetter = /\p{L}/u.test(token);
  if (hasDigit && !hasLetter) return token.replace(/[^\p{N}]/gu, '').length >= 5 && !isDateOrTime(token);
  if (hasDigit)
    return (
      token.length >= 5 && !isDateOrTime(token) && !/^\d+(?:px|em|rem|ms|kb|mb|gb|min|rd|th|st|nd|am|pm)$/.test(token)
    );
  return token.length >= 6 && /[._@]/.test(token);
}

/** Moments are written in every timeline. */
function isDateOrTime(token: string): boolean {
  return (
    /^\d{4}-\d{2}(?:-\d{2})?(?:t[\d:.]*(?:z|[+-][\d:]*)?)?$/.test(token) ||
    /^\d{1,2}:\d{2}(?::\d{2})?z?$/.test(token) ||
    /^\d{2}t\d{2}/.test(token)
  );
}

/** A single word long enough to be recognised, in a script that writes words apart. */
function isWord(token: string): boolean {
  return (
    token.length >= 5 && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+(?:-[\p{L}\p{N}]+)*$/u.test(token)
  );
}
