/**
 * Puts the texts of a translation into the public facts of its original. What is not translated stays as it is, marked
 * with its language; a text that is the translation of nothing public is a problem, since it may tell what is internal:
 * a value, a row and an item of a list alike.
 */
import { itemSchema, kindOf, mapFields, presentSchema, valueAt } from '../../shared/incident/map-fields.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { type Prose, publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import type { Translation } from '../../shared/incident/translation-schema.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { markLanguage } from './mark-language.ts';
import { pairByOrder } from './pair-by-order.ts';
import { pairRows } from './pair-rows.ts';
import type { TextReader } from './text-checks.ts';

export interface TranslateOptions {
  /** Public facts and texts of the original. */
  original: AssembledPostmortem;
  /** The original as it is written. */
  written: Postmortem;
  /** Whether all of a text of the original is internal. */
  isInternal(path: readonly PropertyKey[]): boolean;
  /** Language of the original. */
  language: string;
  /** Reads strings of the translation. */
  texts: TextReader;
  locationOf(path: readonly PropertyKey[]): SourceLocation;
}

type Path = readonly PropertyKey[];
type Schema = Parameters<typeof kindOf>[0];
type Fields = Record<string, unknown>;

const schema = publicPostmortemSchema.omit({ story: true });

/** The fact that names a row of a list, the same in every language. */
const rowNames: Record<string, string> = {
  responders: 'team',
  timeline: 'at',
  actions: 'id',
  moved: 'at',
  revisions: 'at',
  references: 'url',
  attachments: 'file',
};

export function translateTexts(
  translation: Translation,
  options: TranslateOptions,
): { translated: AssembledPostmortem; problems: Problem[] } {
  const { prose, plain } = options.texts;
  const names = new Set(Object.values(rowNames));
  // What names a row is the original's, and has been read there.
  const words = (value: string, path: Path) => (names.has(String(path.at(-1))) ? value : plain(value, path));
  const given = mapFields<string>(schema, translation, { prose, words });
  const merger = createMerger(options);
  const present = markLanguage(options.original, options.language);
  return { translated: merger.merge(schema, given, present, []) as AssembledPostmortem, problems: merger.problems };
}

/** Merges what a translation gives, read, into what is public of the original. */
function createMerger({ written, isInternal, locationOf }: TranslateOptions) {
  const problems: Problem[] = [];
  const refuse = (path: Path) =>
    problems.push(createProblem('translation/no-counterpart', locationOf(path), { key: nameOf(path) }));
  const count = (path: Path, original: number, translated: number) =>
    problems.push(createProblem('translation/count', locationOf(path), { key: nameOf(path), original, translated }));

  /** One text: the translated one, if the original has it and shows any of it. */
  const mergeProse = (given: Prose, present: Prose | undefined, path: Path): Prose | undefined => {
    if ((present === undefined || present.text === '') && given.text !== '') refuse(path);
    return present && (present.text === '' || given.text === '' ? present : given);
  };
  const mergeWords = (given: string, present: string | undefined, path: Path): string | undefined => {
    // No data lost: nothing to be said of it.
    if (present === undefined || (nameOf(path) === 'impact.dataLoss' && present === 'none')) refuse(path);
    return present === undefined ? undefined : given;
  };
  /** Without names: as long as the list of the original, as it is written or as it is shown; or absent. */
  const mergeProses = (given: readonly Prose[], present: readonly Prose[], path: Path): Prose[] => {
    const partners = pairByOrder(
      given.map(({ text }) => text === ''),
      ((valueAt(written, path) as unknown[] | undefined) ?? []).map((_, index) => isInternal([...path, index])),
    );
    if (!partners) count(path, present.length, given.filter(({ text }) => text !== '').length);
    const merged = [...present];
    for (const [index, partner] of (partners ?? []).entries()) {
      const theirs = partner === undefined ? undefined : present[partner];
      const shown = mergeProse(given[index] as Prose, theirs, [...path, index]);
      if (partner !== undefined && shown) merged[partner] = shown;
    }
    return merged;
  };
  const mergeWordLists = (given: readonly string[], present: readonly string[], path: Path): readonly string[] => {
    if (given.length !== present.length) count(path, present.length, given.length);
    return given;
  };
  /** Rows of the original with the translated rows of the same name, in their order. */
  const mergeRows = (item: Schema, given: readonly Fields[], present: readonly Fields[], path: Path): Fields[] => {
    const name = rowNames[String(path.at(-1))] ?? '';
    const nameOfRow = (row: Fields) => JSON.stringify(row[name]);
    const merged = [...present];
    const isTimeline = path.join() === 'timeline';
    const pairs = pairRows({
      given: given.map((row) => ({ name: nameOfRow(row), isEmpty: isTimeline && isEmptyRow(row) })),
      present: present.map(nameOfRow),
      written: isTimeline ? writtenRows(written, isInternal) : [],
      refuse: (index) => refuse([...path, index]),
      count: (index, theirs, ours) => count([...path, index], theirs, ours),
    });
    for (const [index, target] of pairs)
      merged[target] = mergeRecord(item, given[index] as Fields, present[target] as Fields, [...path, index]);
    return merged;
  };
  const mergeRecord = (record: Schema, given: Fields, present: Fields, path: Path): Fields => {
    const { shape } = presentSchema(record) as typeof schema;
    const merged = { ...present };
    for (const [key, value] of Object.entries(given)) {
      const shown = merge((shape as Record<string, Schema>)[key] as Schema, value, present[key], [...path, key]);
      if (shown !== undefined) merged[key] = shown;
    }
    return merged;
  };
  const merge = (field: Schema, given: unknown, present: unknown, path: Path): unknown => {
    const kind = kindOf(field);
    if (kind === 'prose') return mergeProse(given as Prose, present as Prose | undefined, path);
    if (kind === 'words') return mergeWords(given as string, present as string | undefined, path);
    if (kind === 'fact') return present;
    if (kind === 'record') return mergeRecord(field, given as Fields, present as Fields, path);
    const item = itemSchema(field);
    const rows = [given, present ?? []] as [never, never];
    if (kindOf(item) === 'prose') return mergeProses(...rows, path);
    if (kindOf(item) === 'words') return mergeWordLists(...rows, path);
    const merged = mergeRows(item, ...rows, path);
    return present === undefined && merged.length === 0 ? undefined : merged;
  };
  return { merge, problems };
}

/** True of a row of which all that a reader would see is internal. */
function isEmptyRow({ what }: Fields): boolean {
  return (what as Prose | undefined)?.text === '';
}

function writtenRows({ timeline = [] }: Postmortem, isInternal: (path: Path) => boolean) {
  return timeline.map((row, index) => ({
    name: JSON.stringify(row.at),
    isInternal: row.internal === true || isInternal(['timeline', index, 'what']),
  }));
}

/** The path in words: `timeline[2]`. */
function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}
