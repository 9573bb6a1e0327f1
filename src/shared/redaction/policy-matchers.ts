/** What the policy itself names, as matchers: people, terms, hosts and patterns. */
import { RE2JS } from 're2js';
import { normalText } from '../text/normalise.ts';
import { isJoinedScript } from '../text/scripts.ts';
import { literalOf } from './pattern-literal.ts';
import type { Policy } from './policy-schema.ts';
import {
  casedMatcher,
  initialsMatcher,
  type Matcher,
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

/** Full names, other names and handles of all who may not appear. */
export function peopleMatchers({ people }: Policy): Matcher[] {
  return Object.entries(people).flatMap(([handle, { name, aliases, public: mayAppear }]) =>
    mayAppear
      ? []
      : [
          wordMatcher("a person's name", name),
          ownWordMatcher("a person's handle", handle),
          ...aliases.map((alias) =>
            isShort(alias) ? initialsMatcher("a person's initials", alias) : wordMatcher("a person's name", alias),
          ),
        ],
  );
}

/** Given and family names by themselves. */
export function namePartMatchers({ people }: Policy): Matcher[] {
  return Object.values(people).flatMap(({ name, public: mayAppear }) =>
    mayAppear
      ? []
      : name
          .split(/[\s・]+/)
          .filter((part) => part.length >= (isJoinedScript(part) ? 2 : 3))
          .map((part) => casedMatcher("part of a person's name", part)),
  );
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
