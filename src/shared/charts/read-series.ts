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
  let read: { record: string[]; info: { lines: number } }[];
  try {
    read = parse(csv, {
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      bom: true,
      info: true,
    }) as unknown as typeof read;
  } catch {
    return { problems: [refuse(1, 'it is not CSV; a quote is not closed, or stands inside an unquoted cell')] };
  }
  const header = read[0]?.record ?? [];
  const missing = [options.x, ...options.y].filter((column) => !header.includes(column));
  if (missing.length > 0)
    return { problems: [refuse(1, `the header has no column ${missing.map((name) => `\`${name}\``).join(', ')}`)] };
  const xIndex = header.indexOf(options.x);
  const yIndexes = options.y.map((column) => header.indexOf(column));
  const problems: Problem[] = [];
  const rows = read.slice(1).flatMap(({ record, info }) => {
    const at = parseInstant(record[xIndex] ?? '');
    const values = yIndexes.map((column) => readNumber(record[column] ?? ''));
    if (at === undefined) problems.push(refuse(info.lines, 'a time is missing, impossible or without an offset'));
    else if (values.some((value) => value === null)) problems.push(refuse(info.lines, 'a cell is not a plain number'));
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
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(cell) && Number.isFinite(Number(cell))
    ? Number(cell)
    : null;
}

/** Keeps of each stretch of rows those where a column is least and greatest, so that peaks of every column stay. */
function thin(series: Series, file: string): { series: Series; problems: Problem[] } {
  const { rows, columns } = series;
  if (rows.length <= maximumRows) return { series, problems: [] };
  const bucketSize = Math.ceil(rows.length / Math.max(1, maximumRows / (2 * columns.length) - 1));
  const kept = new Set<number>([0, rows.length - 1]);
  for (let start = 0; start < rows.length; start += bucketSize) {
    const end = Math.min(start + bucketSize, rows.length);
    for (let column = 0; column < columns.length; column += 1)
      for (const index of extremes(rows, column, { start, end })) kept.add(index);
  }
  const drawn = [...kept].sort((a, b) => a - b).flatMap((index) => rows[index] ?? []);
  const problem = createProblem('chart/thinned', { file }, { rows: rows.length, drawn: drawn.length });
  return { series: { ...series, rows: drawn, thinnedFrom: rows.length }, problems: [problem] };
}

/** Where a column is least and greatest; nothing where all its cells are empty. */
function extremes(rows: Series['rows'], column: number, { start, end }: { start: number; end: number }): number[] {
  let least: number | undefined;
  let most: number | undefined;
  for (let index = start; index < end; index += 1) {
    const value = rows[index]?.values[column];
    if (value === undefined) continue;
    if (least === undefined || value < (rows[least]?.values[column] ?? value)) least = index;
    if (most === undefined || value > (rows[most]?.values[column] ?? value)) most = index;
  }
  return [least, most].filter((index) => index !== undefined);
}
