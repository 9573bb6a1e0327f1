/** Finds private text in public strings: the second lock, after internal parts were removed. */
import { RE2JS } from 're2js';
import { matchesIn } from '../problem/matches-in.ts';
import { builtInRules } from './built-in-rules.ts';
import { decodedForms } from './decoded-forms.ts';
import { type NormalText, normalise, normalText } from './normalise.ts';
import type { Policy } from './policy-schema.ts';
import { casedMatcher, initialsMatcher, type Matcher, occurrences, wordMatcher } from './word-matchers.ts';

/** Private characters in a string: offsets are 0-based UTF-16, end excluded. */
export interface PrivateSpan {
  kind: string;
  start: number;
  end: number;
}

/** Searches one string. Spans are sorted and never overlap. Never throws. */
export type PrivateTextFinder = (text: string) => PrivateSpan[];

/** What makes a finder beside the policy. */
export interface FinderOptions {
  /** `PAY`: prefixes of ticket ids, private with any number behind them. */
  ticketPrefixes?: readonly string[];
  /** Names of services that only staff know. */
  internalNames?: readonly string[];
}

export class PolicyError extends Error {
  /** Which of the patterns it is, from 0. */
  readonly pattern: number;

  constructor(pattern: number, message: string, options: ErrorOptions) {
    super(message, options);
    this.pattern = pattern;
  }
}

/** Makes a finder for a policy whose exceptions all hold (see `policyOn`). Throws `PolicyError` when a pattern is not RE2, naming its number, never its text. */
export function createFinder(policy: Policy, options: FinderOptions = {}): PrivateTextFinder {
  const matchers = [
    ...peopleMatchers(policy),
    ...policy.redaction.terms.map(({ term }) => wordMatcher('a term of the policy', term)),
    ...policy.redaction.hosts.map(hostMatcher),
    ...policy.redaction.patterns.map(({ pattern }, index) => patternMatcher(pattern, index)),
    ...ticketMatchers(options.ticketPrefixes ?? []),
    // A name of one ordinary word, such as "Search", could not be told from the word.
    ...(options.internalNames ?? [])
      .filter((name) => /[^\p{L}]/u.test(name.trim()))
      .map((name) => wordMatcher('the name of an internal service', name)),
    ...builtInRules.map(({ kind, needs = '', pattern, confirm }) => {
      const { match } = expressionMatcher(kind, pattern, confirm);
      return { kind, match: (normal: NormalText) => (normal.text.includes(needs) ? match(normal) : []) };
    }),
  ];
  const allowed = policy.redaction.allow.map(({ text }) => normalText(text.trim()));
  const search = (text: string): PrivateSpan[] => {
    const normal = normalise(text);
    const permitted = allowed.flatMap((words) => occurrences(normal.text, words));
    return matchers.flatMap(({ kind, match }) =>
      match(normal)
        .filter(([from, to]) => !permitted.some(([start, end]) => start <= from && to <= end))
        .map(([from, to]) => ({ kind, start: normal.offsets[from] ?? 0, end: endOffset(normal, to) })),
    );
  };
  return (text) => {
    const decoded = decodedForms(text).flatMap((form) =>
      search(form.text).map(({ kind, start, end }) => ({
        kind,
        start: form.offsets[start] ?? 0,
        end: form.offsets[end] ?? text.length,
      })),
    );
    return withoutOverlaps([...search(text), ...decoded]);
  };
}

function endOffset({ offsets }: NormalText, to: number): number {
  const last = offsets[to - 1] ?? 0;
  const next = offsets[to] ?? last + 1;
  return next > last ? next : last + 1;
}

function peopleMatchers({ people }: Policy): Matcher[] {
  return Object.entries(people).flatMap(([handle, { name, aliases, public: mayAppear }]) => {
    if (mayAppear) return [];
    const parts = name.split(/\s+/).filter((part) => part.length >= 3);
    return [
      wordMatcher("a person's name", name),
      wordMatcher("a person's handle", handle),
      ...aliases.map((alias) =>
        alias.length <= 3 ? initialsMatcher("a person's initials", alias) : wordMatcher("a person's name", alias),
      ),
      ...parts.map((part) => casedMatcher("part of a person's name", part)),
    ];
  });
}

function hostMatcher(host: string): Matcher {
  const suffix = normalText(host.trim()).replace(/^\*\./, '');
  return {
    kind: 'an internal host name',
    match: ({ text }) =>
      occurrences(text, suffix)
        .filter(([from, to]) => !/[a-z0-9-]/.test(text[from - 1] ?? '') && !/[a-z0-9-]/.test(text[to] ?? ''))
        .map(([from, to]) => [
          from - (/(?:[a-z0-9_-]+\.)+$/.exec(text.slice(Math.max(0, from - 200), from))?.[0].length ?? 0),
          to,
        ]),
  };
}

function patternMatcher(pattern: string, index: number): Matcher {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (cause) {
    throw new PolicyError(
      index,
      `pattern ${index + 1} of \`redaction.yaml\` is not a regular expression in RE2 syntax`,
      {
        cause,
      },
    );
  }
  return {
    kind: 'a pattern of the policy',
    match: ({ text }) => {
      const ranges: [number, number][] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
      return ranges;
    },
  };
}

function ticketMatchers(prefixes: readonly string[]): Matcher[] {
  const forms = [...new Set(prefixes.map((prefix) => prefix.toLowerCase()))]
    .filter((prefix) => /^[a-z][a-z0-9]*$/.test(prefix))
    .sort();
  return forms.map((prefix) =>
    expressionMatcher('a ticket id', new RegExp(`(?<![a-z0-9])${prefix}-\\d+(?![a-z0-9]|-\\d)`, 'g')),
  );
}

function expressionMatcher(
  kind: string,
  pattern: RegExp,
  confirm: (match: RegExpExecArray) => boolean = () => true,
): Matcher {
  return {
    kind,
    match: ({ text }) =>
      matchesIn(text, pattern)
        .filter(confirm)
        .map((match) => [match.index, match.index + match[0].length]),
  };
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

/** The policy as it holds on a day, `2026-11-23`: exceptions that ended before it are gone. */
export function policyOn(policy: Policy, day: string): Policy {
  const allow = policy.redaction.allow.filter(({ until }) => until >= day);
  return { ...policy, redaction: { ...policy.redaction, allow } };
}
