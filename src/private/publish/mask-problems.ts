/** The last look at what is said to authors: logs are public where sources are not. */
import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';

/** Problems whose sentences hold no private text: what the finder finds in them is `…`. Places stay as they are. */
export function maskProblems(problems: readonly Problem[], findPrivateText: PrivateTextFinder): Problem[] {
  const mask = (sentence: string) => {
    const spans = findPrivateText(sentence);
    return spans.reduceRight((text, { start, end }) => `${text.slice(0, start)}…${text.slice(end)}`, sentence);
  };
  return problems.map(({ excerpt, ...problem }) => ({
    ...problem,
    fact: mask(problem.fact),
    remedy: mask(problem.remedy),
    // A line in which anything private is found is not shown at all.
    ...(excerpt && findPrivateText(excerpt.line).length === 0 ? { excerpt } : {}),
  }));
}
