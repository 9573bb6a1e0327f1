/**
 * Fingerprints of private text, to recognise it in finished files. Two kinds: runs of five words that occur nowhere in
 * public source, and rare tokens (names, hosts, ticket ids, numbers, unusual words) that occur nowhere in it.
 */
import { normalise, normalText } from './normalise.ts';
import { createWordScanner, type ScannedWords, wordsOf } from './word-scanner.ts';

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

export interface Fingerprints {
  /** Runs of words by these words, with spaces between. */
  runs: ReadonlyMap<string, Fingerprint>;
  /** All others under the rarest of their words: public text meets that word seldom or never. */
  others: ReadonlyMap<string, readonly Fingerprint[]>;
  scan: (normal: string) => ScannedWords;
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
  const filed = file([...candidates.values()], frequency);
  // What public source says itself gives nothing away. Terms of the policy were refused there by the search before.
  const inPublic = new Set<Fingerprint>();
  for (const text of publicTexts) for (const found of matches(normalText(text), filed)) inPublic.add(found);
  for (const text of engine.texts)
    for (const found of matches(text, filed)) if (found.kind === 'a run of words') inPublic.add(found);
  return file(
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
  const begin = (candidate: Candidate): Fingerprint => ({ ...candidate, keyAt: 0 });
  for (let index = 0; index + runLength <= words.length; index += 1) {
    yield begin({ kind: 'a run of words', words: words.slice(index, index + runLength), origin });
  }
  for (const token of tokensOf(normal)) {
    if (isRare(token)) yield begin({ kind: 'a rare token', words: wordsOf(token), token, origin });
    else if (isWord(token) && !frequency.has(token) && !vocabulary.has(token)) {
      yield begin({ kind: 'a rare token', words: wordsOf(token), token, origin });
    }
  }
  if (!isTerm || words.length === 0 || words.length >= runLength) return;
  yield begin({ kind: 'a term of the policy', words, origin });
  // Names are also written without the spaces.
  const together = words.join('');
  if (words.length > 1 && together.length >= 7)
    yield begin({ kind: 'a term of the policy', words: [together], origin });
}

function file(fingerprints: readonly Fingerprint[], frequency: ReadonlyMap<string, number>): Fingerprints {
  const runs = new Map<string, Fingerprint>();
  const others = new Map<string, Fingerprint[]>();
  for (const entry of fingerprints) {
    if (entry.kind === 'a run of words') {
      runs.set(entry.words.join(' '), entry);
      continue;
    }
    let keyAt = 0;
    entry.words.forEach((word, index) => {
      if ((frequency.get(word) ?? 0) < (frequency.get(entry.words[keyAt] ?? '') ?? 0)) keyAt = index;
    });
    entry.keyAt = keyAt;
    const key = entry.words[keyAt] ?? '';
    const row = others.get(key);
    if (row) row.push(entry);
    else others.set(key, [entry]);
  }
  return { runs, others, scan: scannerFor(runs, others) };
}

function scannerFor(runs: Fingerprints['runs'], others: Fingerprints['others']): Fingerprints['scan'] {
  return createWordScanner({
    words: others.keys(),
    runs: [...runs.values()].map(({ words }) => words),
    runLength,
  });
}

/** What tells a fingerprint from every other: private text. */
export function namesOf({ runs, others }: Fingerprints): string[] {
  return [...runs.values(), ...[...others.values()].flat()].map(nameOf);
}

/** Those of the fingerprints whose name is in none of `known`; `undefined` when there is none left. */
export function fingerprintsWithout(
  { runs, others }: Fingerprints,
  isKnown: (name: string) => boolean,
): Fingerprints | undefined {
  const left = {
    runs: new Map([...runs].filter(([, entry]) => !isKnown(nameOf(entry)))),
    others: new Map(
      [...others].flatMap(([word, entries]) => {
        const rest = entries.filter((entry) => !isKnown(nameOf(entry)));
        return rest.length > 0 ? [[word, rest] as const] : [];
      }),
    ),
  };
  return left.runs.size + left.others.size === 0 ? undefined : { ...left, scan: scannerFor(left.runs, left.others) };
}

function nameOf({ kind, token, words }: Fingerprint): string {
  return JSON.stringify([kind, token ?? null, words]);
}

/** Leaks in one stretch of visible text; each fingerprint once. */
export function findLeaks(text: string, fingerprints: Fingerprints): Leak[] {
  const found = new Set(matches(normalText(text), fingerprints));
  return [...found].map(({ kind, origin }) => ({ kind, origin }));
}

/** Fingerprints that `normal` holds; the same one as often as it stands there. */
function matches(normal: string, { runs, others, scan }: Fingerprints): Fingerprint[] {
  const scanned = scan(normal);
  const found: Fingerprint[] = [];
  for (const start of scanned.runs) {
    const run = runs.get(Array.from({ length: runLength }, (_, at) => scanned.wordAt(start + at)).join(' '));
    if (run) found.push(run);
  }
  let tokens: Set<string> | undefined;
  for (const index of scanned.words) {
    for (const entry of others.get(scanned.wordAt(index)) ?? []) {
      const start = index - entry.keyAt;
      if (start < 0 || start + entry.words.length > scanned.count) continue;
      if (!entry.words.every((word, at) => scanned.wordAt(start + at) === word)) continue;
      // Three words and more are as telling when other signs join them, as in a slug.
      if (entry.token !== undefined && entry.words.length < 3) {
        tokens ??= new Set(tokensOf(normal));
        if (!tokens.has(entry.token)) continue;
      }
      found.push(entry);
    }
  }
  return found;
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
