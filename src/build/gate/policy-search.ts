/**
 * Searches finished files for what the policy names, whatever the sources say: a name that stands in public text as well is no
 * less private. Only what `allow` names passes.
 */
import { createSearch, type FormFind } from '../../shared/redaction/find-private-text.ts';
import { namePartMatchers, peopleMatchers, policyMatchers } from '../../shared/redaction/policy-matchers.ts';
import { type Policy, policyOn } from '../../shared/redaction/policy-schema.ts';
import type { Matcher } from '../../shared/redaction/word-matchers.ts';
import type { Leak } from '../../shared/text/fingerprints.ts';
import { isAscii, normalise } from '../../shared/text/normalise.ts';

export interface PolicyLeak extends Leak {
  /** True for what the policy names. */
  isOfPolicy?: boolean;
  /** In normal form, the ordinary word by which it was found, which the engine may say itself: a handle, a given name, or the word that a term is part of. */
  word?: string;
}

/** Of the policy, on one day. */
export interface PolicySearch {
  /** Decides the same for the same text. */
  policy: Policy;
  inText: TextSearch;
  /** The same for words without their order, as a search index has them: words of what is allowed may stand alone. */
  inWords: TextSearch;
}

export interface TextSearch {
  /** Leaks in a text; `normal` is its normal form, or the text itself where that is ASCII. */
  (text: string, normal: string): PolicyLeak[];
  /** False where it would find nothing in any of the texts whose `normal` are joined by `textBorder`, told faster. */
  mayFind(normals: string): boolean;
}

/** `day`: `2026-11-23`; exceptions that ended before it are none. */
export function createPolicySearch(written: Policy, day: string): PolicySearch {
  const policy = policyOn(written, day);
  const matchers = [
    ...peopleMatchers(policy).filter(({ kind }) => kind !== "a person's initials"),
    ...namePartMatchers(policy),
    ...policyMatchers(policy),
  ];
  const allowed = policy.redaction.allow.map(({ text }) => normalise(text));
  const isWord = ({ kind, match }: Matcher) =>
    kind !== 'a pattern of the policy' && !allowed.some((text) => match(text).length > 0);
  return { policy, inText: searchOf(matchers, policy), inWords: searchOf(matchers.filter(isWord), policy) };
}

function searchOf(matchers: readonly Matcher[], policy: Policy): TextSearch {
  const { find, mayFind } = createSearch(matchers, policy);
  const inText = (text: string, normal: string): PolicyLeak[] => {
    if (!mayFind(normal)) return [];
    const whole = normalise(text);
    return find(whole).map((found) => leakOf(found, whole.text));
  };
  return Object.assign(inText, { mayFind });
}

function leakOf({ kind, from, to }: FormFind, text: string): PolicyLeak {
  const origin = kind.includes('person') ? 'content/people.yaml' : 'content/redaction.yaml';
  // These stand by themselves, though letters of another kind, or a number, may be right beside them.
  const isByItself = kind === "a person's handle" || kind === "part of a person's name";
  const word = isByItself ? text.slice(from, to) : wordAround(text, from, to);
  return { kind, origin, isOfPolicy: true, ...(isByItself || word.length > to - from ? { word } : {}) };
}

/** Longer words are none that the engine says. */
const longestWord = 40;

/** The letters and digits that a range stands in. */
function wordAround(text: string, from: number, to: number): string {
  const isInWord = (character: string | undefined) => /[\p{L}\p{N}\p{M}]/u.test(character ?? '');
  let [start, end] = [from, to];
  while (from - start < longestWord && isInWord(text[start - 1])) start -= 1;
  while (end - to < longestWord && isInWord(text[end])) end += 1;
  return text.slice(start, end);
}

/** Normal form, or ASCII as it is. */
export function probeOf(text: string): string {
  return isAscii(text) ? text : normalise(text).text;
}
