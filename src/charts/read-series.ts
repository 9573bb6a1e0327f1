/** Reads the plotted columns of a CSV file: times and numbers, nothing else. */
import { parse } from 'csv-parse/sync';
import { parseInstant } from '../incident/instant.ts';
import { createProblem, type Problem } from '../problem/problem.ts';

/** One or more values over time; rows in order of time. */
export interface Series {
  columns: string[];
  /** Instants in canonical form; `undefined` where a cell is empty. */
  rows: { at: string; values: (number | undefined)[] }[];
  /** Rows of the file, where fewer are drawn. */
  thinnedFrom?: number;
}

/** Most rows drawn and listed. */
export const maximumRows = 400;
const maximumProblems = 5;

/** Columns that are not named are not read. Problems stand at their line of `file` and quote no cell. */
export function readSeries(
  csv: string,
  options: { x: string; y: string[]; file: string },
): { series?: Series; problems: Problem[] } {
  const { file } = options;
  const refuse = (line: number, reason: string) => createProblem('chart/bad-data', { file, line }, { reason });
  let records: string[][];
  try {
    records = parse(csv, { relax_column_count: true, skip_empty_lines: true, trim: true, bom: true });
  } catch {
    return { problems: [refuse(1, 'it is not CSV; a quote is not closed, or stands inside an unquoted cell')] };
  }
  const header = records[0] ?? [];
  const missing = [options.x, ...options.y].filter((column) => !header.includes(column));
  if (missing.length > 0)
    return { problems: [refuse(1, `the header has no column ${missing.map((name) => `\`${name}\``).join(', ')}`)] };
  const xIndex = header.indexOf(options.x);
  const yIndexes = options.y.map((column) => header.indexOf(column));
  const problems: Problem[] = [];
  const rows = records.slice(1).flatMap((record, index) => {
    const at = parseInstant(record[xIndex] ?? '');
    const values = yIndexes.map((column) => readNumber(record[column] ?? ''));
    if (at === undefined) problems.push(refuse(index + 2, 'a time is missing, impossible or without an offset'));
    else if (values.some((value) => value === null)) problems.push(refuse(index + 2, 'a cell is not a plain number'));
    else return [{ at, values: values.map((value) => value ?? undefined) }];
    return [];
  });
  if (problems.length > 0) return { problems: problems.slice(0, maximumProblems) };
  if (rows.length < 2) return { problems: [refuse(1, 'it has fewer than two rows')] };
  rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return thin({ columns: options.y, rows }, file);
}

/** `undefined` for an empty cell, `null` for one that is no number. */
function readNumber(cell: string): number | undefined | null {
  if (cell === '') return undefined;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(cell) && Number.isFinite(Number(cell))
    ? Number(cell)
    : null;
}

/** Keeps of each stretch of rows those where the first column is least and greatest, so that peaks stay. */
function thin(series: Series, file: string): { series: Series; problems: Problem[] } {
  const { rows } = series;
  if (rows.length <= maximumRows) return { series, problems: [] };
  const stretch = Math.ceil(rows.length / (maximumRows / 2));
  const kept = new Set<number>([0, rows.length - 1]);
  for (let start = 0; start < rows.length; start += stretch) {
    let [least, most] = [start, start];
    for (let index = start; index < Math.min(start + stretch, rows.length); index += 1) {
      const value = rows[index]?.values[0] ?? 0;
      if (value < (rows[least]?.values[0] ?? 0)) least = index;
      if (value > (rows[most]?.values[0] ?? 0)) most = index;
    }
    kept.add(least).add(most);
  }
  const drawn = [...kept].sort((a, b) => a - b).flatMap((index) => rows[index] ?? []);
  const problem = createProblem('chart/thinned', { file }, { rows: rows.length, drawn: drawn.length });
  return { series: { ...series, rows: drawn, thinnedFrom: rows.length }, problems: [problem] };
}
