/** What the policy itself names, as matchers: people, terms, hosts and patterns. */
import { RE2JS } from 're2js';
import { normalText } from '../text/normalise.ts';
import { nameParticles, ordinaryNames } from '../text/ordinary-names.ts';
import { isJoinedScript } from '../text/scripts.ts';
import { literalOf } from './pattern-literal.ts';
import type { Policy } from './policy-schema.ts';
import {
  casedMatcher,
  initialsMatcher,
  type Matcher,
  mentionMatcher,
  occurrences,
  ownWordMatcher,
  wordMatcher,
} from './word-matchers.ts';

export class PolicyError extends Error {
  /** Which of the patterns it is, from 0. */
  readonly pattern: number;

  constructor(pattern: number, message: string, options: ErrorOptions) {
    super(message, options);
    this.pattern = pattern;
  }
}

/** Full names, other names and handles of all who may not appear. A handle that is a word counts with its `@` alone. */
export function peopleMatchers(policy: Policy): Matcher[] {
  return Object.entries(withheldPeople(policy)).flatMap(([handle, { name, aliases }]) => [
    wordMatcher("a person's name", name),
    ...familyNameOf(name).map((family) => wordMatcher("a person's name", family)),
    isOrdinary(handle) ? mentionMatcher("a person's handle", handle) : ownWordMatcher("a person's handle", handle),
    ...aliases
      .filter((alias) => !isOrdinary(alias))
      .map((alias) =>
        isShort(alias) ? initialsMatcher("a person's initials", alias) : wordMatcher("a person's name", alias),
      ),
  ]);
}

/** Given and family names by themselves, without those that are words. */
export function namePartMatchers(policy: Policy): Matcher[] {
  return partsOf(policy)
    .filter((part) => !isOrdinary(part))
    .map((part) => casedMatcher("part of a person's name", part));
}

/** Those that are words: what they find may be the word. */
export function ordinaryNameMatchers(policy: Policy): Matcher[] {
  const aliases = inParts(policy).flatMap((person) => person.aliases);
  return [...partsOf(policy), ...aliases]
    .filter((part) => isOrdinary(part) && !nameParticles.has(normalText(part)))
    .map((part) => casedMatcher("a word that is part of a person's name", part));
}

function withheldPeople({ people }: Policy): Policy['people'] {
  return Object.fromEntries(Object.entries(people).filter(([, person]) => !person.public));
}

/** People of whom more than the full name counts. */
function inParts(policy: Policy) {
  return Object.values(withheldPeople(policy)).filter(({ match }) => match !== 'full');
}

function partsOf(policy: Policy): string[] {
  return inParts(policy)
    .flatMap(({ name }) => name.split(/[\s・]+/))
    .filter((part) => part.length >= (isJoinedScript(part) ? 2 : 3));
}

function isOrdinary(word: string): boolean {
  return ordinaryNames.has(normalText(word.trim()));
}

/** "van der Berg": the name behind the given one, where it begins with a particle. */
function familyNameOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const first = words.findIndex((word, index) => index > 0 && nameParticles.has(normalText(word)));
  return first < 0 || first === words.length - 1 ? [] : [words.slice(first).join(' ')];
}

/** Three letters of an alphabet are initials; in scripts that join words two characters are a name. */
function isShort(alias: string): boolean {
  return alias.length <= (isJoinedScript(alias) ? 1 : 3);
}

/** Throws `PolicyError` when a pattern is not RE2, naming its number, never its text. */
export function policyMatchers({ redaction }: Policy): Matcher[] {
  return [
    ...redaction.terms.map(({ term }) => wordMatcher('a term of the policy', term)),
    ...redaction.hosts.map(hostMatcher),
    ...redaction.patterns.map(({ pattern }, index) => patternMatcher(pattern, index)),
  ];
}

function hostMatcher(host: string): Matcher {
  const suffix = normalText(host.trim()).replace(/^\*\./, '');
  // As addresses have names in other letters.
  const address = `http://${host.trim().replace(/^\*\./, '')}`;
  const suffixes = [...new Set([suffix, URL.canParse(address) ? new URL(address).hostname : suffix])];
  return {
    kind: 'an internal host name',
    literals: suffixes,
    match: ({ text }) =>
      suffixes
        .flatMap((form) => occurrences(text, form))
        .filter(([from, to]) => !/[a-z0-9-]/.test(text[from - 1] ?? '') && !/[a-z0-9-]/.test(text[to] ?? ''))
        .map(([from, to]) => [
          from - (/(?:[a-z0-9_-]+\.)+$/.exec(text.slice(Math.max(0, from - 200), from))?.[0].length ?? 0),
          to,
        ]),
  };
}

/** Its letters are read as normal form has them: text is compared so. */
function patternMatcher(written: string, index: number): Matcher {
  const pattern = written.replace(/[^\u0000-\u007f]+/g, normalText);
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (cause) {
    const message = `pattern ${index + 1} of \`redaction.yaml\` is not a regular expression in RE2 syntax`;
    throw new PolicyError(index, message, { cause });
  }
  const literal = literalOf(pattern);
  return {
    kind: 'a pattern of the policy',
    ...(literal === undefined ? {} : { literals: [literal] }),
    match: ({ text }) => {
      const ranges: [number, number][] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
      return ranges;
    },
  };
}
