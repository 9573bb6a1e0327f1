/** All checks of facts and style over one text. Pure: what it finds depends on its input alone. */
import type { Problem } from '../../shared/problem/problem.ts';
import { dueTooEarly, dueTooLate, severalPromises, startsWithVerb, vagueDone, weakVerb } from './action-items.ts';
import { blamelessLanguage } from './blameless-language.ts';
import { observabilityLate, observabilityMissing } from './detection.ts';
import { countInProse, durationInProse } from './facts-in-prose.ts';
import {
  beforeFinal,
  beforeService,
  completeForState,
  leftoverUpdate,
  partialAfterMitigated,
  timelineAgainstTimes,
  unsortedRows,
} from './facts-in-record.ts';
import {
  deadAnchors,
  emptySections,
  indentedText,
  poorAlt,
  skippedHeadings,
  undefinedReferences,
  vagueLinks,
} from './links-and-structure.ts';
import type { LintInput, TextInput } from './lint-input.ts';
import { abbreviations, leftovers, readingEase, splitLists } from './plain-text.ts';
import type { Rule } from './rule.ts';
import { worksWhileDown } from './works-while-down.ts';

/** What looks at words, links and structure alone. */
const rulesOfTexts: readonly Rule<TextInput>[] = [
  ...blamelessLanguage,
  leftovers,
  abbreviations,
  readingEase,
  deadAnchors,
  vagueLinks,
  undefinedReferences,
  poorAlt,
  skippedHeadings,
  emptySections,
  indentedText,
];

/** What holds words against the facts, too. */
const rulesOfTranslations: readonly Rule[] = [durationInProse, countInProse, ...rulesOfTexts];

const rules: readonly Rule[] = [
  ...rulesOfTranslations,
  timelineAgainstTimes,
  partialAfterMitigated,
  worksWhileDown,
  unsortedRows,
  beforeService,
  completeForState,
  beforeFinal,
  leftoverUpdate,
  observabilityMissing,
  observabilityLate,
  dueTooEarly,
  dueTooLate,
  startsWithVerb,
  weakVerb,
  severalPromises,
  vagueDone,
  splitLists,
];

/** Checks that the site switched off are not run. Severities are the catalogue's; see `applyChecks`. */
export function lintPostmortem(input: LintInput): Problem[] {
  return run(rules, input);
}

/** The same of a translation, whose passages are in the language of `settings`. */
export function lintTranslation(input: LintInput): Problem[] {
  return run(rulesOfTranslations, input);
}

/** Of a text that tells of no incident: a page, or a place of the theme. */
export function lintText(input: TextInput): Problem[] {
  return run(rulesOfTexts, input);
}

function run<Input extends TextInput>(chosen: readonly Rule<Input>[], input: Input): Problem[] {
  const { checks } = input.settings;
  return chosen.filter(({ code }) => checks[code] !== 'off').flatMap((rule) => rule.run(input));
}
