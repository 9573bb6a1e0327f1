/** Problems as text for people and as JSON for machines. */
import { hasErrors, type Place, type Problem } from './problem.ts';

/** Three lines a problem, the first of which editors and terminals can follow; then one line that counts. */
export function printProblems(problems: readonly Problem[]): string {
  const blocks = problems.map(({ code, severity, place, fact, remedy, related }) =>
    [
      `${printPlace(place)} ${severity} ${code}`,
      ...indent(fact),
      ...(related ? indent(`The other place: ${printPlace(related)}`) : []),
      ...indent(remedy),
    ].join('\n'),
  );
  return [...blocks, countProblems(problems)].join('\n\n');
}

/** `2 errors, 1 warning in 2 files.` */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const files = new Set(problems.map(({ place }) => place.file)).size;
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')].filter(Boolean);
  return counts.length === 0 ? 'No problems.' : `${counts.join(', ')} in ${count(files, 'file')}.`;
}

/** One JSON document: `{ ok, problems }`. */
export function printProblemsAsJson(problems: readonly Problem[]): string {
  return JSON.stringify({ ok: !hasErrors(problems), problems }, null, 2);
}

function printPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
