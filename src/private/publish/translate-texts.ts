/**
 * Puts the texts of a translation into the public facts of its original. What is not translated stays as it is, marked
 * with its language; a text that is the translation of nothing public is a problem, since it may tell what is internal.
 */
import type { Prose } from '../../shared/incident/public-postmortem.ts';
import type { Translation } from '../../shared/incident/translation-schema.ts';
import { createProblem, type Place, type Problem } from '../../shared/problem/problem.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { markLanguage } from './mark-language.ts';
import type { TextReader } from './text-checks.ts';

export interface TranslateOptions {
  /** Public facts and texts of the original. */
  original: AssembledPostmortem;
  /** Language of the original. */
  language: string;
  /** Reads strings of the translation. */
  texts: TextReader;
  placeOf(path: readonly PropertyKey[]): Place;
}

type Path = readonly PropertyKey[];

export function translateTexts(
  translation: Translation,
  { original, language, texts, placeOf }: TranslateOptions,
): { translated: AssembledPostmortem; problems: Problem[] } {
  const problems: Problem[] = [];
  const marked = markLanguage(original, language);
  const refuse = (path: Path) =>
    problems.push(createProblem('translation/no-counterpart', placeOf(path), { key: nameOf(path) }));
  const count = (path: Path, counts: { original: number; translated: number }) =>
    problems.push(createProblem('translation/count', placeOf(path), { key: nameOf(path), ...counts }));

  /** One text: the translated one, if the original has it. */
  const one = (path: Path, text: string | undefined, present: Prose | undefined): Prose | undefined => {
    if (text === undefined) return present;
    const prose = texts.prose(text, path);
    if (present === undefined) refuse(path);
    return present && unlessEmpty(prose, present);
  };
  /** A list without names: as long as that of the original, or absent. What is internal as a whole counts on neither side. */
  const list = (path: Path, given: readonly string[] | undefined, present: Prose[]): Prose[] => {
    if (given === undefined) return present;
    const proses = given.map((text, index) => texts.prose(text, [...path, index])).filter(({ text }) => text !== '');
    if (proses.length !== present.length) count(path, { original: present.length, translated: proses.length });
    return proses;
  };
  /** Rows of the original with the translated rows of the same name, in their order. */
  const rows = <Row, Given>(
    path: Path,
    {
      given = [],
      present,
      nameOfGiven,
      nameOfPresent,
    }: {
      given: readonly Given[] | undefined;
      present: readonly Row[];
      nameOfGiven: (given: Given) => string;
      nameOfPresent: (row: Row) => string;
    },
    merge: (row: Row, given: Given, path: Path) => Row,
  ): Row[] => {
    const [theirsByName, oursByName] = [indexesByName(present, nameOfPresent), indexesByName(given, nameOfGiven)];
    const merged = [...present];
    for (const [name, ours] of oursByName) {
      const theirs = theirsByName.get(name) ?? [];
      // Several of one name belong together by their order, which is certain only if all of them are there.
      if (theirs.length === 0) for (const index of ours) refuse([...path, index]);
      else if (theirs.length !== ours.length)
        count([...path, ours[0] ?? 0], { original: theirs.length, translated: ours.length });
      for (const [position, index] of ours.entries()) {
        const target = theirs[position];
        const [before, translation] = [target === undefined ? undefined : merged[target], given[index]];
        if (target === undefined || before === undefined || translation === undefined) continue;
        merged[target] = merge(before, translation, [...path, index]);
      }
    }
    return merged;
  };

  const { lessons = {}, impact = {} } = translation;
  if (impact.dataLoss !== undefined && (original.impact.dataLoss ?? 'none') === 'none') refuse(['impact', 'dataLoss']);
  if (impact.regions !== undefined && impact.regions.length !== original.impact.regions.length)
    count(['impact', 'regions'], { original: original.impact.regions.length, translated: impact.regions.length });
  const advice = one(['advice'], translation.advice, marked.advice);
  const trigger = one(['trigger'], translation.trigger, marked.trigger);
  const translated: AssembledPostmortem = {
    ...marked,
    title: texts.plain(translation.title, ['title']),
    summary: unlessEmpty(texts.prose(translation.summary, ['summary']), marked.summary),
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
    contributingFactors: list(['contributingFactors'], translation.contributingFactors, marked.contributingFactors),
    mitigations: list(['mitigations'], translation.mitigations, marked.mitigations),
    timeline: rows(
      ['timeline'],
      {
        given: translation.timeline,
        present: marked.timeline,
        nameOfGiven: ({ at }) => JSON.stringify(at),
        nameOfPresent: ({ at }) => JSON.stringify(at),
      },
      (row, { what }, path) => ({ ...row, what: unlessEmpty(texts.prose(what, [...path, 'what']), row.what) }),
    ),
    lessons: {
      wentWell: list(['lessons', 'wentWell'], lessons.wentWell, marked.lessons.wentWell),
      wentBadly: list(['lessons', 'wentBadly'], lessons.wentBadly, marked.lessons.wentBadly),
      gotLucky: list(['lessons', 'gotLucky'], lessons.gotLucky, marked.lessons.gotLucky),
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
            because: unlessEmpty(texts.prose(why, [...inner, 'because']), move.because),
          }),
        );
        return {
          ...row,
          what: one([...path, 'what'], given.what, row.what) ?? row.what,
          doneWhen: one([...path, 'doneWhen'], given.doneWhen, row.doneWhen) ?? row.doneWhen,
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
      (row, { note }, path) => ({ ...row, note: unlessEmpty(texts.prose(note, [...path, 'note']), row.note) }),
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

/** Where all of a translation is internal, the original is shown. */
function unlessEmpty(prose: Prose, present: Prose): Prose {
  return prose.text === '' ? present : prose;
}

/** The path in words: `timeline[2]`. */
function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}
