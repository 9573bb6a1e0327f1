/** Finds private text in public strings: the second lock, after internal parts were removed. */
import { matchesIn } from '../problem/matches-in.ts';
import { decodedForms } from '../text/decoded-forms.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { createLiteralSearch } from '../text/literal-search.ts';
import { type NormalText, normalise, normalText } from '../text/normalise.ts';
import { builtInRules } from './built-in-rules.ts';
import { namePartMatchers, ordinaryNameMatchers, peopleMatchers, policyMatchers } from './policy-matchers.ts';
import type { Policy } from './policy-schema.ts';
import { coverOf } from './ranges.ts';
import { saidInternalRules } from './said-internal.ts';
import { spelledForms } from './spelled-out.ts';
import { type Matcher, occurrences, wordMatcher } from './word-matchers.ts';

/** Private characters in a string: offsets are 0-based UTF-16, end excluded. */
export interface PrivateSpan {
  kind: string;
  start: number;
  end: number;
}

/** Searches one string. Spans are sorted and never overlap. Never throws. */
export interface PrivateTextFinder {
  (text: string): PrivateSpan[];
  /** Parts of names that are words too, where nothing private was found: whether somebody is meant, an author says. */
  inDoubt?: (text: string) => PrivateSpan[];
}

/** Of the finds in one text, so many are told: one is enough to refuse it. */
export const mostFindsTold = 100;

/** What makes a finder beside the policy. */
export interface FinderOptions {
  /** `PAY-`, `INC`, `#`, `github.com/acme/ops/issues/`: begins of tickets, private with any number behind them. */
  ticketPrefixes?: readonly string[];
  /** Names of services that only staff know. */
  internalNames?: readonly string[];
}

/** Makes a finder for a policy whose exceptions all hold (see `policyOn`). Throws `PolicyError` when a pattern is not RE2. */
export function createFinder(policy: Policy, options: FinderOptions = {}): PrivateTextFinder {
  const search = createSearch(
    [
      ...peopleMatchers(policy),
      ...namePartMatchers(policy),
      ...policyMatchers(policy),
      ...ticketMatchers(options.ticketPrefixes ?? []),
      // A name of one ordinary word, such as "Search", could not be told from the word.
      ...(options.internalNames ?? [])
        .filter((name) => /[^\p{L}]/u.test(name.trim()))
        .map((name) => wordMatcher('the name of an internal service', name)),
      ...builtInMatchers,
    ],
    policy,
  );
  const spansOf = (text: string, among: FormSearch = search): PrivateSpan[] => {
    const normal = normalise(text);
    return among
      .find(normal)
      .map(({ kind, from, to }) => ({ kind, start: normal.offsets[from] ?? 0, end: endOffset(normal, to) }));
  };
  const doubtful = ordinaryNameMatchers(policy);
  const doubts = createSearch(doubtful, policy);
  const findPrivate = (text: string) => {
    const forms = [...decodedForms(text), ...spelledForms(text)];
    const found = forms.flatMap((form) =>
      spansOf(form.text).map(({ kind, start, end }) => ({
        kind,
        start: form.offsets[start] ?? 0,
        end: form.offsets[end] ?? text.length,
      })),
    );
    return withoutOverlaps([...spansOf(text), ...found]);
  };
  if (doubtful.length === 0) return findPrivate;
  const inDoubt = (text: string) => {
    const found = spansOf(text, doubts).slice(0, mostFindsTold);
    if (found.length === 0) return [];
    const certain = findPrivate(text);
    return withoutOverlaps(
      found.filter((span) => certain.every(({ start, end }) => end <= span.start || span.end <= start)),
    );
  };
  return Object.assign(findPrivate, { inDoubt });
}

/** What was found in normal form. */
export interface FormFind {
  kind: string;
  from: number;
  to: number;
}

/** Searches one form of a text, for what matchers find and the policy does not allow. */
export interface FormSearch {
  /** May overlap. */
  find(normal: NormalText): FormFind[];
  /** False where `find` would find nothing, told faster; takes normal form, or ASCII as it is. */
  mayFind(normal: string): boolean;
}

export function createSearch(matchers: readonly Matcher[], policy: Policy): FormSearch {
  const literals = createLiteralSearch(matchers.map((matcher) => matcher.literals ?? []));
  const others = matchers.filter((matcher) => matcher.literals === undefined);
  const allowed = allowedWords(policy);
  const find = (normal: NormalText): FormFind[] => {
    const wanted = literals(normal.text).flatMap((index) => matchers[index] ?? []);
    const found = [...wanted, ...others].flatMap(({ kind, match }) =>
      match(normal).map(([from, to]) => ({ kind, from, to })),
    );
    if (found.length === 0) return [];
    const isPermitted = coverOf(allowed.flatMap((words) => occurrences(normal.text, words)));
    return found.filter(({ from, to }) => !isPermitted(from, to));
  };
  return { find, mayFind: (normal) => others.length > 0 || literals(normal).length > 0 };
}

/** Tells whether a range of a text is covered by words that the policy allows, or by the name of somebody who may be named. */
export function permitCover(policy: Policy, text: string): (start: number, end: number) => boolean {
  const allowed = allowedWords(policy);
  const normal = normalise(text);
  const ranges = allowed.flatMap((words) => occurrences(normal.text, words));
  return coverOf(ranges.map(([from, to]) => [normal.offsets[from] ?? 0, normal.offsets[to] ?? text.length]));
}

function allowedWords({ people, redaction }: Policy): string[] {
  const signers = Object.values(people).filter((person) => person.public);
  return [...redaction.allow.map(({ text }) => text), ...signers.map(({ name }) => name)].flatMap(allowedForms);
}

/** The exact words, and what an address makes of them. */
function allowedForms(text: string): string[] {
  const words = normalText(text.trim());
  return [...new Set([words, words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')])];
}

function endOffset({ offsets }: NormalText, to: number): number {
  const last = offsets[to - 1] ?? 0;
  const next = offsets[to] ?? last + 1;
  return next > last ? next : last + 1;
}

function ticketMatchers(prefixes: readonly string[]): Matcher[] {
  const forms = [...new Set(prefixes.map((prefix) => normalText(prefix)))].sort();
  return forms.map((prefix) => {
    // Without a sign between, or with `#` alone, a short number is an ordinary one.
    const least = /[a-z]$|^#$/.test(prefix) ? 4 : prefix.split('/').length === 2 ? 2 : 1;
    const expression = new RegExp(`(?<![a-z0-9])${escapePattern(prefix)}\\d{${least},}(?![a-z0-9]|-\\d)`, 'g');
    return { kind: 'a ticket id', literals: [prefix], match: ({ text }) => rangesIn(text, expression) };
  });
}

const builtInMatchers: readonly Matcher[] = [...builtInRules, ...saidInternalRules].map(
  ({ kind, needs, pattern, isCased, confirm = () => true }) => ({
    kind,
    ...(needs === undefined ? {} : { literals: [needs] }),
    match: ({ text, cased }) => rangesIn(isCased ? cased : text, pattern, confirm),
  }),
);

function rangesIn(
  text: string,
  pattern: RegExp,
  confirm: (match: RegExpExecArray) => boolean = () => true,
): [number, number][] {
  return matchesIn(text, pattern)
    .filter(confirm)
    .map(({ 0: found, index, groups }) => [index + (groups?.['before']?.length ?? 0), index + found.length]);
}

function withoutOverlaps(spans: PrivateSpan[]): PrivateSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  return sorted.filter((span) => {
    if (span.start < reached) return false;
    reached = span.end;
    return true;
  });
}
