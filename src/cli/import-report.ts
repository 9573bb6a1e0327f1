/** What an import did, as a table for people and as JSON for scripts: names, counts and lines, never text of a source. */
import { parse } from 'yaml';
import type { ImportedPostmortem } from '../author/importers/importer.ts';
import type { WrittenDraft } from './write-drafts.ts';

export interface ReportedDraft {
  file: string;
  outcome: WrittenDraft['outcome'];
  /** Within the site. */
  path: string;
  id: string;
  /** As the source names it; absent where it names none. */
  zone?: string;
  /** Each phase that was found, and how certain. */
  times: Record<string, 'exact' | 'about'>;
  rows: { exact: number; about: number; unknown: number };
  contributingFactors: number;
  actionItems: number;
  people: number;
  /** Words of the source that found no place. */
  notPlaced: number;
  /** Each by its line in the draft, and the key that it is about. */
  todos: { line: number; key: string }[];
}

/** A file that became no draft. */
export interface ReportedFile {
  file: string;
  outcome: 'left out' | 'failed';
  /** What it is instead, or the code of the problem. */
  because: string;
}

export type Reported = ReportedDraft | ReportedFile;

export function reportDraft(file: string, { understood }: ImportedPostmortem, placed: WrittenDraft): ReportedDraft {
  const { path, outcome, mdx, id } = placed;
  const values = parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') ?? {};
  const moments: string[] = (values.timeline ?? []).map(({ at }: { at: unknown }) => String(at));
  const isAbout = (at: string) => at.startsWith('about ');
  const [about, unknown] = [moments.filter(isAbout).length, moments.filter((at) => at === 'unknown').length];
  return {
    file,
    outcome,
    path,
    id,
    ...(understood.zone !== undefined && { zone: understood.zone }),
    times: Object.fromEntries(
      Object.entries<string>(values.times ?? {}).flatMap(([key, at]) =>
        at === 'unknown' ? [] : [[key, isAbout(at) ? ('about' as const) : ('exact' as const)]],
      ),
    ),
    rows: { exact: moments.length - about - unknown, about, unknown },
    contributingFactors: understood.contributingFactors,
    actionItems: understood.actionItems,
    people: understood.attendees,
    notPlaced: understood.notPlaced,
    todos: mdx.split('\n').flatMap((line, index) => {
      const key = /^# TODO: (\w+):/.exec(line)?.[1];
      return key === undefined ? [] : [{ line: index + 1, key }];
    }),
  };
}

/** One object, ended by no line break. */
export function importJson(reported: readonly Reported[], isDry: boolean): string {
  return JSON.stringify({ dryRun: isDry, files: reported, totals: totalsOf(reported) }, null, 2);
}

/** A row a draft, below it where its to-dos stand; then sums. Empty where there is nothing to show. */
export function importTable(reported: readonly Reported[]): string {
  const drafts = reported.filter((entry) => 'path' in entry);
  if (drafts.length === 0) return sentenceOf(reported);
  const heads = ['DRAFT', 'TIMES (~ about)', 'ROWS', 'EXACT', 'ABOUT', 'UNKNOWN', 'TO DO', 'NOT PLACED'];
  const rows = drafts.map((draft) =>
    [
      draft.path.replace(/^content\/postmortems\//, '').replace(/\/index\.mdx$/, ''),
      timesOf(draft),
      ...[
        draft.rows.exact + draft.rows.about + draft.rows.unknown,
        draft.rows.exact,
        draft.rows.about,
        draft.rows.unknown,
      ],
      ...[draft.todos.length, draft.notPlaced],
    ].map(String),
  );
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = drafts.flatMap((draft, index) => [
    lineOf(rows[index] ?? []),
    ...(draft.outcome === 'written' && draft.todos.length > 0 ? [`  ${placesOf(draft)}`] : []),
  ]);
  return [lineOf(heads), ...lines, '', sentenceOf(reported)].join('\n');
}

function timesOf({ times }: ReportedDraft): string {
  const found = Object.entries(times).map(([key, certainty]) => `${certainty === 'about' ? '~' : ''}${key}`);
  return found.length === 0 ? 'none' : found.join(' ');
}

/** `content/postmortems/a/index.mdx:3 summary, :7 times, :9 impact`. */
function placesOf({ path, todos }: ReportedDraft): string {
  return todos.map(({ line, key }, index) => `${index === 0 ? path : ''}:${line} ${key}`).join(', ');
}

interface Totals {
  written: number;
  unchanged: number;
  kept: number;
  leftOut: number;
  failed: number;
  rows: ReportedDraft['rows'];
  todos: number;
  notPlaced: number;
}

function totalsOf(reported: readonly Reported[]): Totals {
  const drafts = reported.filter((entry) => 'path' in entry);
  const count = (outcome: Reported['outcome']) => reported.filter((entry) => entry.outcome === outcome).length;
  const sum = (of: (draft: ReportedDraft) => number) => drafts.reduce((total, draft) => total + of(draft), 0);
  return {
    written: count('written'),
    unchanged: count('unchanged'),
    kept: count('kept'),
    leftOut: count('left out'),
    failed: count('failed'),
    rows: {
      exact: sum(({ rows }) => rows.exact),
      about: sum(({ rows }) => rows.about),
      unknown: sum(({ rows }) => rows.unknown),
    },
    todos: sum(({ todos }) => todos.length),
    notPlaced: sum((draft) => draft.notPlaced),
  };
}

function sentenceOf(reported: readonly Reported[]): string {
  const { written, unchanged, kept, leftOut, failed, rows, todos, notPlaced } = totalsOf(reported);
  return `${written} written, ${unchanged} unchanged, ${kept} kept as they were, ${leftOut} left out, ${failed} failed; rows: ${rows.exact} exact, ${rows.about} about, ${rows.unknown} unknown; ${todos} to do, ${notPlaced} words not placed.`;
}
