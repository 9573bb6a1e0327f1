/** All checks of facts and style over one postmortem. Pure: what it finds depends on its input alone. */
import type { Problem } from '../problem/problem.ts';
import { dueTooEarly, dueTooLate, severalPromises, startsWithVerb, vagueDone, weakVerb } from './action-items.ts';
import { blamelessLanguage } from './blameless-language.ts';
import { observabilityLate, observabilityMissing } from './detection.ts';
import { countInProse, durationInProse } from './facts-in-prose.ts';
import { completeForState, leftoverUpdate, timelineAgainstTimes, unsortedRows } from './facts-in-record.ts';
import {
  deadAnchors,
  emptySections,
  poorAlt,
  skippedHeadings,
  undefinedReferences,
  vagueLinks,
} from './links-and-structure.ts';
import type { LintInput } from './lint-input.ts';
import { abbreviations, leftovers, readingEase, splitLists } from './plain-text.ts';
import type { Rule } from './rule.ts';

/** What looks at words alone, or holds them against the facts. */
const rulesOfTexts: readonly Rule[] = [
  durationInProse,
  countInProse,
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
];

const rules: readonly Rule[] = [
  ...rulesOfTexts,
  timelineAgainstTimes,
  unsortedRows,
  completeForState,
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
  return run(rulesOfTexts, input);
}

function run(chosen: readonly Rule[], input: LintInput): Problem[] {
  const { checks } = input.settings;
  return chosen.filter(({ code }) => checks[code] !== 'off').flatMap((rule) => rule.run(input));
}
