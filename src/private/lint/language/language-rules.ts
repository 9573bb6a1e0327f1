/** What a language's rules of blameless writing are made of. */

/** The kinds of words that lay blame, or tell of what did not happen. */
export type LanguageCheck = 'counterfactual' | 'judging' | 'humanError' | 'culprit' | 'rootCause';

export interface LanguageRules {
  /** Expressions that run in linear time, with the flags `giu`. */
  patterns: Readonly<Record<LanguageCheck, readonly RegExp[]>>;
  /** Words around a find, up to some 60 characters before and 30 behind it, that make it innocent. */
  innocent: Readonly<Partial<Record<LanguageCheck, readonly { before?: RegExp; after?: RegExp }[]>>>;
}
