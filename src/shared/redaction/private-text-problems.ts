/** What a finder finds in one text, as problems at its places. */
import { createProblem, type Problem, type SourceLocation } from '../problem/problem.ts';
import { mostFindsTold, type PrivateSpan, type PrivateTextFinder } from './find-private-text.ts';

interface LocatedText {
  text: string;
  locationAt(offset: number): SourceLocation;
}

/** Errors for what is private, warnings for names that are words too; of each so many as are told. `counts` picks among the finds. */
export function privateTextProblems(
  { text, locationAt }: LocatedText,
  findPrivateText: PrivateTextFinder,
  counts: (start: number, end: number) => boolean = () => true,
): Problem[] {
  const told = (spans: PrivateSpan[]) => spans.filter(({ start, end }) => counts(start, end)).slice(0, mostFindsTold);
  return [
    ...told(findPrivateText(text)).map(({ kind, start, end }) =>
      createProblem('redaction/private-text', locationAt(start), { kind, length: end - start }),
    ),
    ...told(findPrivateText.inDoubt?.(text) ?? []).map(({ start, end }) =>
      createProblem('redaction/ordinary-name', locationAt(start), { length: end - start }),
    ),
  ];
}

/** Without all but the first doubt of a kind in each file: the same word stands in every date. */
export function doubtsOnce(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    if (problem.code !== 'redaction/ordinary-name') continue;
    const key = keyOf(problem);
    const other = first.get(key);
    if (!other || isBefore(problem.location, other.location)) first.set(key, problem);
  }
  return problems.filter(
    (problem) => problem.code !== 'redaction/ordinary-name' || first.get(keyOf(problem)) === problem,
  );
}

function keyOf({ location, fact }: Problem): string {
  return `${location.file} ${fact}`;
}

function isBefore(a: SourceLocation, b: SourceLocation): boolean {
  const [lineA, lineB] = [a.line ?? 0, b.line ?? 0];
  return lineA < lineB || (lineA === lineB && (a.column ?? 0) < (b.column ?? 0));
}
