/**
 * The catalogue of problems: a permanent code each, with its severity, the fact and the remedy in words.
 * No sentence here may carry private text; problems about redaction say kind and length only.
 */
import { fileProblems } from './file-problems.ts';
import { historyProblems } from './history-problems.ts';
import { linkProblems } from './link-problems.ts';
import { recordProblems } from './record-problems.ts';
import { redactionProblems } from './redaction-problems.ts';
import { storyProblems } from './story-problems.ts';

export const catalogue = {
  ...fileProblems,
  ...recordProblems,
  ...storyProblems,
  ...redactionProblems,
  ...historyProblems,
  ...linkProblems,
};

export type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
