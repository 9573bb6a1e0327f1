/**
 * Puts the texts of a translation into the public facts of its original. What is not translated stays as it is, marked
 * with its language; a text that is the translation of nothing public is a problem, since it may tell what is internal:
 * a value, a row and an item of a list alike.
 */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Prose } from '../../shared/incident/public-postmortem.ts';
import type { Translation } from '../../shared/incident/translation-schema.ts';
import { createProblem, type Place, type Problem } from '../../shared/problem/problem.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { markLanguage } from './mark-language.ts';
import { pairByOrder } from './pair-by-order.ts';
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
  placeOf(path: readonly PropertyKey[]): Place;
}

type Path = readonly PropertyKey[];

interface RowsOptions<Row, Given> {
  given: readonly Given[] | undefined;
  present: readonly Row[];
  nameOfGiven: (given: Given) => string;
  nameOfPresent: (row: Row) => string;
  /** Whether nothing of a translated row is shown. */
  isEmpty?: (given: Given) => boolean;
  /** All rows of the original as they are written, where some may be internal. */
  internal?: readonly { name: string; isInternal: boolean }[] | undefined;
}

const noProse: Prose = { text: '', html: '' };

export function translateTexts(
  translation: Translation,
  { original, written, isInternal, language, texts, placeOf }: TranslateOptions,
): { translated: AssembledPostmortem; problems: Problem[] } {
  const problems: Problem[] = [];
  const marked = markLanguage(original, language);
  const refuse = (path: Path) =>
    problems.push(createProblem('translation/no-counterpart', placeOf(path), { key: nameOf(path) }));
  const count = (path: Path, original: number, translated: number) =>
    problems.push(createProblem('translation/count', placeOf(path), { key: nameOf(path), original, translated }));

  /** One text: the translated one, if the original has it and shows any of it. */
  const put = (path: Path, prose: Prose, present: Prose | undefined): Prose | undefined => {
    if ((present === undefined || present.text === '') && prose.text !== '') refuse(path);
    return present && (present.text === '' || prose.text === '' ? present : prose);
  };
  const one = <Present extends Prose | undefined>(path: Path, text: string | undefined, present: Present): Present =>
    text === undefined ? present : (put(path, texts.prose(text, path), present) as Present);
  /** A list without names: as long as that of the original, as it is written or as it is shown; or absent. */
  const list = (
    path: Path,
    given: readonly string[] | undefined,
    present: Prose[],
    originals: readonly string[] = [],
  ) => {
    if (given === undefined) return present;
    const proses = given.map((text, index) => texts.prose(text, [...path, index]));
    const partners = pairByOrder(
      proses.map(({ text }) => text === ''),
      originals.map((_, index) => isInternal([...path, index])),
    );
    if (!partners) count(path, present.length, proses.filter(({ text }) => text !== '').length);
    const merged = [...present];
    for (const [index, partner] of (partners ?? []).entries()) {
      const shown = put(
        [...path, index],
        proses[index] ?? noProse,
        partner === undefined ? undefined : present[partner],
      );
      if (partner !== undefined && shown) merged[partner] = shown;
    }
    return merged;
  };
  /** Rows of the original with the translated rows of the same name, in their order. */
  const rows = <Row, Given>(
    path: Path,
    { given = [], present, nameOfGiven, nameOfPresent, isEmpty = () => false, internal = [] }: RowsOptions<Row, Given>,
    merge: (row: Row, given: Given, path: Path) => Row,
  ): Row[] => {
    const [theirsByName, oursByName] = [indexesByName(present, nameOfPresent), indexesByName(given, nameOfGiven)];
    const merged = [...present];
    for (const [name, ours] of oursByName) {
      const theirs = theirsByName.get(name) ?? [];
      const flags = internal.flatMap((row) => (row.name === name ? [row.isInternal] : []));
      const empty = ours.map((index) => isEmpty(given[index] as Given));
      const written = internal.length > 0 ? flags : theirs.map(() => false);
      // Several of one name belong together by their order, which is certain only if all of them are there.
      const partners = written.length === 0 ? empty.map(() => undefined) : pairByOrder(empty, written);
      if (!partners) count([...path, ours[0] ?? 0], theirs.length, empty.filter((isNothing) => !isNothing).length);
      for (const [position, index] of ours.entries()) {
        const partner = partners?.[position];
        const target = partner === undefined ? undefined : theirs[partner];
        const [before, translation] = [target === undefined ? undefined : merged[target], given[index]];
        if (partners && target === undefined && !empty[position]) refuse([...path, index]);
        if (target === undefined || before === undefined || translation === undefined) continue;
        merged[target] = merge(before, translation, [...path, index]);
      }
    }
    return merged;
  };

  const { lessons = {}, impact = {} } = translation;
  if (impact.dataLoss !== undefined && (original.impact.dataLoss ?? 'none') === 'none') refuse(['impact', 'dataLoss']);
  if (impact.regions !== undefined && impact.regions.length !== original.impact.regions.length)
    count(['impact', 'regions'], original.impact.regions.length, impact.regions.length);
  const lesson = (key: keyof typeof marked.lessons) =>
    list(['lessons', key], lessons[key], marked.lessons[key], written.lessons?.[key]);
  const advice = one(['advice'], translation.advice, marked.advice);
  const trigger = one(['trigger'], translation.trigger, marked.trigger);
  const translated: AssembledPostmortem = {
    ...marked,
    title: texts.plain(translation.title, ['title']),
    summary: one(['summary'], translation.summary, marked.summary),
    ...(advice ? { advice } : {}),
    ...(trigger ? { trigger } : {}),
    impact: {
      ...marked.impact,
      ...(impact.dataLoss === undefined ? {} : { dataLoss: texts.plain(impact.dataLoss, ['impact', 'dataLoss']) }),
      ...(impact.regions === undefined
        ? {}
        : { regions: impact.regions.map((name, index) => texts.plain(name, ['impact', 'regions', index])) }),
    },
    responders: rows(
      ['responders'],
      {
        given: translation.responders,
        present: marked.responders,
        nameOfGiven: ({ team }) => team,
        nameOfPresent: ({ team }) => team,
      },
      (row, { did }, path) => ({ ...row, did: did.map((word, index) => texts.plain(word, [...path, 'did', index])) }),
    ),
    contributingFactors: list(
      ['contributingFactors'],
      translation.contributingFactors,
      marked.contributingFactors,
      written.contributingFactors,
    ),
    mitigations: list(['mitigations'], translation.mitigations, marked.mitigations, written.mitigations),
    timeline: rows(
      ['timeline'],
      {
        given: translation.timeline?.map(({ at, what }, index) => ({
          at,
          what: texts.prose(what, ['timeline', index, 'what']),
        })),
        present: marked.timeline,
        nameOfGiven: ({ at }) => JSON.stringify(at),
        nameOfPresent: ({ at }) => JSON.stringify(at),
        isEmpty: ({ what }) => what.text === '',
        internal: written.timeline?.map((row, index) => ({
          name: JSON.stringify(row.at),
          isInternal: row.internal === true || isInternal(['timeline', index, 'what']),
        })),
      },
      (row, { what }, path) => ({ ...row, what: put([...path, 'what'], what, row.what) ?? row.what }),
    ),
    lessons: {
      wentWell: lesson('wentWell'),
      wentBadly: lesson('wentBadly'),
      gotLucky: lesson('gotLucky'),
    },
    actions: rows(
      ['actions'],
      {
        given: translation.actions,
        present: marked.actions,
        nameOfGiven: ({ id }) => id,
        nameOfPresent: ({ id }) => id,
      },
      (row, given, path) => {
        const because = one([...path, 'droppedBecause'], given.droppedBecause, row.droppedBecause);
        const moved = rows(
          [...path, 'moved'],
          {
            given: given.moved,
            present: row.moved ?? [],
            nameOfGiven: ({ at }) => at,
            nameOfPresent: ({ at }) => at,
          },
          (move, { because: why }, inner) => ({
            ...move,
            because: one([...inner, 'because'], why, move.because),
          }),
        );
        return {
          ...row,
          what: one([...path, 'what'], given.what, row.what),
          doneWhen: one([...path, 'doneWhen'], given.doneWhen, row.doneWhen),
          ...(moved.length > 0 ? { moved } : {}),
          ...(because ? { droppedBecause: because } : {}),
        };
      },
    ),
    revisions: rows(
      ['revisions'],
      {
        given: translation.revisions,
        present: marked.revisions,
        nameOfGiven: ({ at }) => at,
        nameOfPresent: ({ at }) => at,
      },
      (row, { note }, path) => ({ ...row, note: one([...path, 'note'], note, row.note) }),
    ),
    references: rows(
      ['references'],
      {
        given: translation.references,
        present: marked.references,
        nameOfGiven: ({ url }) => url,
        nameOfPresent: ({ url }) => url,
      },
      (row, { title }, path) => ({ ...row, title: texts.plain(title, [...path, 'title']) }),
    ),
  };
  return { translated, problems };
}

function indexesByName<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const name = nameOf(row);
    const known = indexes.get(name);
    if (known) known.push(index);
    else indexes.set(name, [index]);
  }
  return indexes;
}

/** The path in words: `timeline[2]`. */
function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}
