/** Problems as text for people and as JSON for machines. */
import type { Severity } from './catalogue-entry.ts';
import { type Excerpt, hasErrors, type Problem, type SourceLocation } from './problem.ts';

/** Parts of the text that a terminal may show in colours. */
export type Shade = Severity | 'place' | 'code' | 'frame';
/** Colours a part of the text, or leaves it. */
export type Paint = (shade: Shade, text: string) => string;

const unpainted: Paint = (_, text) => text;

export interface PrintOptions {
  paint?: Paint | undefined;
  /** Whether lines of postmortems that are not published yet are shown: to a person, not in a log. */
  showsWithheld?: boolean | undefined;
}

/** A few lines a problem, the first of which editors and terminals can follow; then one line that counts. */
export function printProblems(problems: readonly Problem[], options: PrintOptions = {}): string {
  const { paint = unpainted, showsWithheld = false } = options;
  const blocks = problems.map(({ code, severity, location, fact, remedy, related, excerpt }) =>
    [
      `${paint('place', printLocation(location))} ${paint(severity, severity)} ${paint('code', code)}`,
      ...(excerpt && (showsWithheld || !excerpt.isWithheld) ? printExcerpt(excerpt, location, paint) : []),
      ...indent(fact),
      ...(related ? indent(`The other place: ${printLocation(related)}`) : []),
      ...indent(remedy),
    ].join('\n'),
  );
  return [...blocks, countProblems(problems)].join('\n\n');
}

/** `2 errors, 1 warning in 2 files.` */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ location }) => location.file)).size;
  const counts = (['error', 'warning', 'hint'] as const)
    .map((wanted) => count(problems.filter(({ severity }) => severity === wanted).length, wanted))
    .filter(Boolean);
  return counts.length === 0 ? 'No problems.' : `${counts.join(', ')} in ${count(files, 'file')}.`;
}

/** One JSON document: `{ ok, problems }`. Excerpts are for people. */
export function printProblemsAsJson(problems: readonly Problem[]): string {
  const rows = problems.map(({ code, severity, location: place, fact, remedy, related }) => ({
    code,
    severity,
    place,
    fact,
    remedy,
    related,
  }));
  return JSON.stringify({ ok: !hasErrors(problems), problems: rows }, null, 2);
}

/** `content/site.yaml:3:1`, as far as it is known. */
export function printLocation({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** Longest part of a line that is shown. */
const widest = 100;

/** The line and below it a caret; of a long line, what stands around the caret. */
function printExcerpt({ line, column }: Excerpt, location: SourceLocation, paint: Paint): string[] {
  const from = line.length <= widest ? 0 : Math.max(0, Math.min(column - 1 - widest / 2, line.length - widest));
  const shown = `${from > 0 ? '…' : ''}${line.slice(from, from + widest)}${from + widest < line.length ? '…' : ''}`;
  const caret = ' '.repeat(Math.max(0, column - 1 - from + (from > 0 ? 1 : 0)));
  const number = String(location.line ?? '');
  return [
    `  ${paint('frame', `${number} |`)} ${shown}`,
    `  ${paint('frame', `${' '.repeat(number.length)} |`)} ${caret}${paint('frame', '^')}`,
  ];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
