/**
 * The catalogue of problems: a permanent code each, with its severity, the fact and the remedy in words.
 * No sentence here may carry private text; problems about redaction say kind and length only.
 */
import { announceProblems } from './announce-problems.ts';
import { attachmentProblems } from './attachment-problems.ts';
import { factsProblems } from './facts-problems.ts';
import { fileProblems } from './file-problems.ts';
import { historyProblems } from './history-problems.ts';
import { linkProblems } from './link-problems.ts';
import { proseProblems, suppressionProblems } from './prose-problems.ts';
import { recordProblems } from './record-problems.ts';
import { redactionProblems } from './redaction-problems.ts';
import { storyProblems } from './story-problems.ts';
import { themeProblems } from './theme-problems.ts';
import { translationProblems } from './translation-problems.ts';

const lintProblems = { ...factsProblems, ...proseProblems };

export const catalogue = {
  ...fileProblems,
  ...recordProblems,
  ...storyProblems,
  ...redactionProblems,
  ...attachmentProblems,
  ...themeProblems,
  ...translationProblems,
  ...historyProblems,
  ...linkProblems,
  ...lintProblems,
  ...suppressionProblems,
  ...announceProblems,
};

export type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
/** Codes of the checks in `src/private/lint/`. */
export type LintCode = keyof typeof lintProblems;

export const problemCodes = Object.keys(catalogue) as ProblemCode[];

/** True for checks of facts and style, which judge what is well formed; false for all that guard the form. */
export function isLintCode(code: string): code is LintCode {
  return Object.hasOwn(lintProblems, code);
}

const plainWarnings: readonly string[] = ['agreements/known-now', 'chart/thinned'];

/** True where an author may suppression a line: facts in prose, style, and mere warnings. */
export function isSuppressible(code: ProblemCode): boolean {
  return isLintCode(code) || plainWarnings.includes(code);
}

/** True where an owner may set another severity; false for all that guards privacy, safety or the form. */
export function isConfigurable(code: ProblemCode): boolean {
  return isSuppressible(code) || Object.hasOwn(historyProblems, code) || Object.hasOwn(linkProblems, code);
}
