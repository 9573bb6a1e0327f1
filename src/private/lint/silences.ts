/** Comments that silence a check on one line, with a reason. Reasons are private, as all comments are. */
import { isSilenceable, type ProblemCode, problemCodes } from '../../shared/problem/catalogue.ts';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Place, type Problem } from '../../shared/problem/problem.ts';

/** One comment, and which lines it may be about. */
export interface PlacedComment {
  text: string;
  place: Place;
  /** Line on which it ends. */
  endLine: number;
}

/** `code` is not heard on the lines from `from` to `to`. */
export interface Silence {
  code: ProblemCode;
  from: number;
  to: number;
  place: Place;
}

export interface SilenceOptions {
  /** Lines of the file. */
  lines: readonly string[];
  /** Last line of what begins on a line: of a YAML text of several lines. */
  lastLineOf(line: number): number;
}

const directive = /^\s*candor-disable-(next-line|line)(?![\w-])([^:]{0,400})(?::([\s\S]{0,1000}))?/;

export function readSilences(
  comments: readonly PlacedComment[],
  options: SilenceOptions,
): { silences: Silence[]; problems: Problem[] } {
  const silences: Silence[] = [];
  const problems: Problem[] = [];
  for (const { text, place, endLine } of comments) {
    const match = directive.exec(text);
    if (!match) continue;
    const [, target, list = '', reason = ''] = match;
    const line = target === 'line' ? endLine : nextLine(endLine, options.lines);
    const codes = list.split(/[\s,]+/).filter((code) => code !== '');
    if (codes.length === 0) problems.push(createProblem('silence/unknown-code', place, {}));
    for (const written of codes) {
      const code = problemCodes.find((candidate) => candidate === written);
      // What is no code is a comment, and comments are private: it is not quoted.
      if (code === undefined) {
        const guess = nearest(written.slice(0, 60), problemCodes.filter(isSilenceable));
        problems.push(createProblem('silence/unknown-code', place, { nearest: guess }));
      } else if (!isSilenceable(code)) problems.push(createProblem('silence/not-allowed', place, { code }));
      else if (!/\p{L}{2}/u.test(reason)) problems.push(createProblem('silence/no-reason', place, { code }));
      else silences.push({ code, from: line, to: options.lastLineOf(line), place });
    }
  }
  return { silences, problems };
}

/** The next line with something on it. */
function nextLine(line: number, lines: readonly string[]): number {
  const index = lines.findIndex((content, candidate) => candidate >= line && content.trim() !== '');
  return index < 0 ? line + 1 : index + 1;
}

/** What is left once silences are heard, and which of them silenced nothing. */
export function hearSilences(
  problems: readonly Problem[],
  silences: readonly Silence[],
): { problems: Problem[]; unused: Silence[] } {
  const used = new Set<Silence>();
  const heard = problems.filter(({ code, place }) => {
    const found = silences.filter(
      (silence) =>
        silence.code === code &&
        silence.place.file === place.file &&
        place.line !== undefined &&
        silence.from <= place.line &&
        place.line <= silence.to,
    );
    for (const silence of found) used.add(silence);
    return found.length === 0;
  });
  return { problems: heard, unused: silences.filter((silence) => !used.has(silence)) };
}

export function reportUnused(silences: readonly Silence[]): Problem[] {
  return silences.map(({ code, place }) => createProblem('silence/unused', place, { code }));
}
