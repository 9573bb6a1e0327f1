/** Imports a plain Markdown postmortem. What its headings announce becomes frontmatter; every other word stays in the story. */

import { createHash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { parseInstant } from '../../shared/incident/instant.ts';
import { accountFor } from './account-for.ts';
import { findDocumentDay } from './document-day.ts';
import type { Draft } from './draft.ts';
import { draftValues } from './draft-values.ts';
import { findCounts } from './find-counts.ts';
import { findLabelledTimes } from './find-labelled-times.ts';
import { findLabels } from './find-labels.ts';
import { findRows } from './find-rows.ts';
import { findSpan } from './find-span.ts';
import type { Importer } from './importer.ts';
import { inferFound } from './infer-found.ts';
import { type InferredTimes, inferTimes } from './infer-times.ts';
import { listTodos } from './list-todos.ts';
import { type MdxText, readMdxText } from './mdx-text.ts';
import { slugOf } from './names.ts';
import { namedIn, withoutNames } from './names-of-fields.ts';
import { prepareText } from './prepare-text.ts';
import { proseOf } from './prose-of.ts';
import { type Front, readFront, withoutTold } from './read-front.ts';
import { readTimeline } from './read-timeline.ts';
import { findZone, readDuration } from './read-times.ts';
import { type Section, splitSections } from './split-sections.ts';
import { summariseDraft } from './summarise-draft.ts';
import { namesSomebody, takeSection } from './take-section.ts';
import { timeTodos } from './time-todos.ts';
import { withholdPeople } from './withhold-people.ts';
import { writeFrontmatter } from './write-frontmatter.ts';

// Comments are private text to the leak gate, so the source's name, which others may link to, does not stand in one.
const origin = (text: string) =>
  `Imported by \`candor import markdown\`; compare with the source before you publish. (source ${createHash('sha256').update(text).digest('hex').slice(0, 12)})`;

/** One postmortem a file. */
export const importMarkdown: Importer = (source, options) => {
  const { text: whole, frontmatter, fields, todos } = prepareText(source.text);
  const people = withholdPeople(whole, namedIn(fields));
  const body = people.text;
  const shownFields = withoutNames(fields, people.hide);
  const front = readFront(shownFields, options.zone);
  // What hides a name is kept as it stood.
  const isWhole = JSON.stringify(shownFields) === JSON.stringify(fields);
  const untold = frontmatter !== undefined && isWhole ? withoutTold(frontmatter, front.told) : frontmatter;
  const mdx = readMdxText(body);
  const { title, sections } = splitSections(mdx.tree);
  const labels = findLabels(sections);
  const draft: Draft = {
    mdx,
    values: front.summary === undefined ? {} : { summary: proseOf(front.summary) },
    internal: { ...(untold && { frontmatter: untold }), ...people.internal, ...source.internal },
    figures: new Map(),
    story: [],
    todos: [
      ...todos,
      ...(untold
        ? [{ key: 'internal', text: 'The frontmatter of the source stands under `internal`; move what is public.' }]
        : []),
      ...people.todos,
      ...mdx.todo.map((sentence) => ({ key: 'internal', text: sentence })),
    ],
    actionItems: [],
    said: [...people.said, ...[...front.told].filter((key) => !['title', 'summary', 'tags'].includes(key))],
    severity: front.severity ?? labels.severity,
    services: [...new Set([...front.services, ...labels.services])],
    tags: front.tags,
    counts: findCounts(sections),
  };
  const said = front.title ?? title;
  const { day, near, isOpen } = findDocumentDay({
    title: said,
    front,
    frontmatter,
    body,
    sections,
    fileName: source.fileName,
  });
  const found = findRows(
    sections.map((section) => withoutPeople(section, mdx)),
    body,
    { day, near, isDayOpen: isOpen, mdx, zone: options.zone },
  );
  const older = sections.map(({ content, kind }) =>
    kind === 'timeline' ? (readTimeline(content, mdx, findZone(body))?.rows ?? []) : [],
  );
  const timed = older.flat().filter(({ at }) => at !== undefined);
  const isFound =
    found.rows.filter(({ isDay }) => !isDay).length > timed.length ||
    (found.rows.length > 1 && older.every((rows) => rows.length === 0)) ||
    ((found.carried.length > 0 || found.statedDay !== undefined) && found.rows.length > 0);
  if (isFound) {
    const zone = found.zone ?? (found.zoneless ? undefined : found.zones.values().next().value);
    draft.timeline = { rows: found.rows, rest: [], said: [], ...(zone && { zone }) };
    draft.said.push(...found.leads);
  }
  for (const section of sections) takeSection(isFound ? withoutRows(section, found.whole) : section, draft, body);
  const span = findSpan(sections, { day: near, zone: found.zone });
  const labelled = findLabelledTimes(sections, { day: near, zone: found.zone });
  const isStated = span !== undefined || Object.keys({ ...labelled.times, ...labelled.doubtful }).length > 0;
  const inferred = withFront(
    front,
    isFound || isStated
      ? inferFound(isFound ? found.rows : (draft.timeline?.rows ?? []), span, labelled)
      : inferTimes(draft.timeline?.rows ?? [], {
          detectionMinutes: notedMinutes(draft.figures, 'detection', 'detect'),
          recoveryMinutes: notedMinutes(draft.figures, 'recovery', 'recover', 'resolution', 'resolve', 'restore'),
        }),
  );
  draft.todos.push(
    ...timeTodos({ sections, found: isFound ? found : undefined, zoneless: labelled.zoneless, draft, inferred, day }),
  );
  const values = draftValues({ source, title: said, draft, inferred, options });
  draft.todos.push(...listTodos(draft, inferred, options));
  const text = [
    ...draft.story.map(({ title: heading, text: body }) => (heading === '' ? body : `## ${heading}\n\n${body}`)),
    ...definitionsOf(mdx),
  ];
  const { notes, todo: unplaced, count } = accountFor(source, { values, draft, story: text, company: people.company });
  draft.todos.push(...unplaced);
  return [
    {
      slug: slugOf(source.fileName),
      mdx: [writeFrontmatter(origin(source.text), values, draft.todos, notes), ...text]
        .join('\n')
        .trimEnd()
        .concat('\n'),
      understood: { ...summariseDraft(values, draft, inferred), notPlaced: count },
      todo: draft.todos.map(({ key, text: sentence }) => `${key}: ${sentence.split('\n')[0]}`),
    },
  ];
};

/** What the frontmatter states of begin and end goes before what rows tell. */
function withFront({ started, resolved }: Front, inferred: InferredTimes): InferredTimes {
  const isForward = started && resolved && (parseInstant(started.at) ?? '') < (parseInstant(resolved.at) ?? '');
  if (!started || !(isForward || !resolved)) return inferred;
  return { ...inferred, started: started.at, ...(resolved && { resolved: resolved.at }) };
}

/** The section without blocks that name somebody, which stay internal. */
function withoutPeople(section: Section, mdx: MdxText): Section {
  if (section.kind === 'summary' || section.kind === 'timeline') return section;
  return { ...section, content: section.content.filter((block) => !namesSomebody.test(mdx.blocks(block, block))) };
}

/** A timeline without the blocks that became rows; elsewhere a row is a part of what is told. */
function withoutRows(section: Section, whole: ReadonlySet<RootContent>): Section {
  if (section.kind !== 'timeline') return section;
  return { ...section, content: section.content.filter((block) => !whole.has(block)) };
}

function definitionsOf(mdx: MdxText): string[] {
  return mdx.definitions.length === 0 ? [] : [mdx.definitions.join('\n')];
}

function notedMinutes(figures: ReadonlyMap<string, string>, ...words: string[]): number | undefined {
  for (const [key, value] of figures) {
    if (words.some((word) => key.endsWith(`time to ${word}`))) return readDuration(value);
  }
  return undefined;
}
