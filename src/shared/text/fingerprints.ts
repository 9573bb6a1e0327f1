/**
 * Fingerprints of private text, to recognise it in finished files. Two kinds: runs of five words that occur nowhere in
 * public source, and rare tokens (names, hosts, ticket ids, numbers, unusual words) that occur nowhere in it.
 */
import { isAscii, normalise, normalText } from './normalise.ts';
import { ordinaryNames } from './ordinary-names.ts';
import { indexByRarestKey, type RarestKeys, wantedOf } from './rarest-keys.ts';
import { isRare, isWord, tokensOf } from './tokens.ts';
import { createWordScanner, type ScannedWords, textBorder, wordsOf } from './word-scanner.ts';

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
  /** Tokens of names that files have on every site. */
  fileNames?: ReadonlySet<string>;
}

/**
 * One thing to recognise. Its name tells it from every other: no token and no term is as many words as a run with its kind before
 * it. Runs are the most by far, and so nothing is kept of them that their names say.
 */
type Fingerprint = RunFingerprint | ShortFingerprint;

interface RunFingerprint {
  /** Its words with spaces between. */
  name: string;
  kind: 'a run of words';
  origin: string;
}

/** Words that stand side by side, and for a token its exact form. */
interface ShortFingerprint {
  name: string;
  kind: 'a rare token' | 'a term of the policy';
  origin: string;
  words: readonly string[];
  token: string | undefined;
}

export interface Fingerprints {
  /** All of them, in the order in which the private texts have them. */
  all: readonly Fingerprint[];
  /** Runs of words by their names. */
  runs: ReadonlyMap<string, RunFingerprint>;
  /** All others by their only word, or by two in a row, with a space between, which the fewest of them have. */
  others: RarestKeys<ShortFingerprint>;
  scan: (normal: string) => ScannedWords;
}

export interface Leak {
  /** For the report: what was found, never the text. */
  kind: string;
  origin: string;
}

/**
 * Fingerprints of `privateTexts`, less what `publicTexts` hold and what the engine says itself. Memory grows with the
 * private texts, not with the public ones.
 */
export function fingerprint(
  privateTexts: readonly PrivateText[],
  publicTexts: readonly string[],
  engine: EngineTexts,
): Fingerprints {
  const candidates = fingerprintCandidates(privateTexts);
  const said = new Set([...namesIn(publicTexts, candidates), ...namesInEngine(engine, candidates)]);
  return fingerprintsWithout(candidates, (name) => said.has(name)) ?? candidatesOfNothing;
}

/** All by which `privateTexts` could be recognised, also what is public elsewhere. */
export function fingerprintCandidates(privateTexts: readonly PrivateText[]): Fingerprints {
  const candidates = new Map<string, Fingerprint>();
  for (const text of privateTexts)
    for (const candidate of candidatesOf(text))
      if (!candidates.has(candidate.name)) candidates.set(candidate.name, candidate);
  return indexFingerprints([...candidates.values()]);
}

/** Names of those that `texts` hold. What public source says itself gives nothing away; terms of the policy it never says. */
export function namesIn(texts: Iterable<string>, candidates: Fingerprints): Set<string> {
  const names = new Set<string>();
  for (const text of texts) for (const { name } of matches(normalText(text), candidates)) names.add(name);
  return names;
}

/**
 * Names of those that the engine says, on every site: lower-case words are no tokens, and runs of words are no runs, for
 * comments of a template repeat the engine's own sentences. Terms count all the same, and so do
 * tokens with digits or signs in them that name none of its files.
 */
export function namesInEngine({ words, texts, fileNames }: EngineTexts, candidates: Fingerprints): Set<string> {
  const names = new Set<string>();
  const saysToken = (token: string) => (isRare(token) ? fileNames?.has(token) : words.has(token));
  for (const entry of candidates.all)
    if (entry.kind !== 'a run of words' && entry.token !== undefined && saysToken(entry.token)) names.add(entry.name);
  for (const text of texts)
    for (const { name, kind } of matches(text, candidates)) if (kind === 'a run of words') names.add(name);
  return names;
}

function* candidatesOf({ text, origin, isTerm }: PrivateText): Generator<Fingerprint> {
  const { text: normal } = normalise(text);
  const words = wordsOf(normal);
  for (let index = 0; index + runLength <= words.length; index += 1)
    yield { name: words.slice(index, index + runLength).join(' '), kind: 'a run of words', origin };
  for (const token of tokensOf(normal))
    if (isRare(token) || (isWord(token) && !ordinaryNames.has(token)))
      yield { name: `a rare token ${token}`, kind: 'a rare token', origin, words: wordsOf(token), token };
  if (!isTerm || words.length === 0 || words.length >= runLength) return;
  yield termOf(words, origin);
  // Names are also written without the spaces.
  const together = words.join('');
  if (words.length > 1 && together.length >= 7) yield termOf([together], origin);
}

function termOf(words: readonly string[], origin: string): ShortFingerprint {
  const kind = 'a term of the policy';
  return { name: `${kind} ${words.join(' ')}`, kind, origin, words, token: undefined };
}

function indexFingerprints(all: readonly Fingerprint[]): Fingerprints {
  const runs = new Map<string, RunFingerprint>();
  const short: ShortFingerprint[] = [];
  for (const entry of all)
    if (entry.kind === 'a run of words') runs.set(entry.name, entry);
    else short.push(entry);
  const others = indexByRarestKey(short);
  const scan = createWordScanner({
    ...wantedOf(others),
    runs: [...runs.keys()].map((name) => name.split(' ')),
    runLength,
  });
  return { all, runs, others, scan };
}

const candidatesOfNothing = indexFingerprints([]);

/** What tells each fingerprint from every other: private text. */
export function namesOf({ all }: Fingerprints): string[] {
  return all.map(({ name }) => name);
}

/** Those of the fingerprints whose name is not known; `undefined` when there is none left. */
export function fingerprintsWithout(
  { all }: Fingerprints,
  isKnown: (name: string) => boolean,
): Fingerprints | undefined {
  const left = all.filter(({ name }) => !isKnown(name));
  return left.length === 0 ? undefined : indexFingerprints(left);
}

/** Leaks in one segment of visible text; each fingerprint once. */
export function findLeaks(text: string, fingerprints: Fingerprints): Leak[] {
  return leaksOf(matches(normalText(text), fingerprints));
}

/**
 * Leaks in any of `normals`, of which none goes on in the next: the same as `findLeaks` finds in each, each fingerprint once.
 * Many short ones cost far less so. Each is in normal form, or ASCII as it is.
 */
export function findLeaksInAll(normals: readonly string[], fingerprints: Fingerprints): Leak[] {
  const alone: string[] = [];
  const together: string[] = [];
  for (const normal of normals) (isAscii(normal) || isSpaced(normal) ? together : alone).push(normal);
  return leaksOf([together.join(textBorder), ...alone].flatMap((text) => matches(text, fingerprints)));
}

function leaksOf(found: readonly Fingerprint[]): Leak[] {
  return [...new Set(found)].map(({ kind, origin }) => ({ kind, origin }));
}

/** True for letters and signs of ASCII and such scripts as set spaces between words, so far as it can be told at a glance. */
function isSpaced(text: string): boolean {
  return !/[^\u0000-\u0dff\u2000-\u2bff]/.test(text);
}

/** Fingerprints that `normal` holds, also if it is ASCII which is not in normal form; the same one as often as it stands there. */
function matches(normal: string, { runs, others, scan }: Fingerprints): Fingerprint[] {
  const scanned = scan(normal);
  const found: Fingerprint[] = [];
  for (const start of scanned.runs) {
    const run = runs.get(Array.from({ length: runLength }, (_, at) => scanned.wordAt(start + at)).join(' '));
    if (run) found.push(run);
  }
  const textsAt = new Map<number, { normal: string; tokens?: ReadonlySet<string> }>();
  const checkAll = (index: number, key: string) => {
    for (const { entry, keyAt } of others.get(key) ?? []) {
      const start = index - keyAt;
      if (start < 0 || start + entry.words.length > scanned.count) continue;
      if (!entry.words.every((word, at) => scanned.wordAt(start + at) === word)) continue;
      // Every word is a token. Three words and more are as telling when other signs join them, as in a slug.
      if (entry.token !== undefined && entry.words.length < 3 && entry.token !== entry.words[0]) {
        const { text, start } = scanned.textAt(index);
        const around = textsAt.get(start) ?? { normal: isAscii(text) ? normalText(text) : text };
        textsAt.set(start, around);
        if (!around.normal.includes(entry.token)) continue;
        around.tokens ??= new Set(tokensOf(around.normal));
        if (!around.tokens.has(entry.token)) continue;
      }
      found.push(entry);
    }
  };
  for (const index of scanned.words) checkAll(index, scanned.wordAt(index));
  for (const index of scanned.pairs) checkAll(index, `${scanned.wordAt(index)} ${scanned.wordAt(index + 1)}`);
  return found;
}
