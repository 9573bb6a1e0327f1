/** Words that lay blame, or tell of an incident that did not happen; in the site's language, where its rules are known. */
import type { LintCode } from '../../shared/problem/catalogue.ts';
import { matchesIn } from '../../shared/problem/matches-in.ts';
import { en } from './language/en.ts';
import type { LanguageCheck, LanguageRules } from './language/language-rules.ts';
import type { Passage, TextInput } from './lint-input.ts';
import { createRule, locationIn, type Rule } from './rule.ts';

const languages: Readonly<Record<string, LanguageRules>> = { en };

const codes = {
  counterfactual: 'language/counterfactual',
  judging: 'language/judging',
  humanError: 'language/human-error',
  culprit: 'language/culprit',
  rootCause: 'language/root-cause',
} as const satisfies Record<LanguageCheck, LintCode>;

export const blamelessLanguage: readonly Rule<TextInput>[] = (Object.keys(codes) as LanguageCheck[]).map((check) =>
  createRule(codes[check], function* (input: TextInput) {
    const rules = languages[new Intl.Locale(input.settings.language).language];
    if (!rules) return;
    const judged = input.passages.filter((candidate) => isJudged(candidate, check));
    // Most patterns are nowhere in a text: that is asked of all of it at once. Passages end as lines do, where words end.
    const all = judged.map(({ text }) => text).join('\n');
    const patterns = rules.patterns[check].filter((pattern) => all.search(pattern) >= 0);
    for (const passage of patterns.length === 0 ? [] : judged)
      for (const [start, end] of findWords(passage.text, patterns, rules.innocent[check] ?? []))
        yield { ...locationIn(passage, start), values: { words: passage.shown.slice(start, end) } };
  }),
);

/** Action items speak of the future; what went luckily is told by what could have been. */
function isJudged({ field, path, isQuoted, kind }: Passage, check: LanguageCheck): boolean {
  if (isQuoted || field === 'actions') return false;
  if (kind === 'heading' && check === 'judging') return false;
  return !(check === 'counterfactual' && path[1] === 'gotLucky');
}

/** Ranges of a text, in order, none overlapping another. */
function findWords(
  text: string,
  patterns: readonly RegExp[],
  innocent: NonNullable<LanguageRules['innocent'][LanguageCheck]>,
): [number, number][] {
  const found = patterns
    .flatMap((pattern) =>
      matchesIn(text, pattern).map((match) => [match.index, match.index + match[0].length] as const),
    )
    .sort(([a], [b]) => a - b);
  let reached = 0;
  return found.flatMap(([start, end]): [number, number][] => {
    if (start < reached) return [];
    reached = end;
    const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 30)];
    const isInnocent = innocent.some(
      (around) => (around.before?.test(before) ?? true) && (around.after?.test(after) ?? true),
    );
    return isInnocent ? [] : [[start, end]];
  });
}

/** True where the language of the site has rules. */
export function isEnglish({ settings }: Pick<TextInput, 'settings'>): boolean {
  return new Intl.Locale(settings.language).language === 'en';
}
