/** Puts a section of a document where it belongs: into fields as far as it can, else into the story. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Draft } from './draft.ts';
import { type LabelledItem, liftLabelled } from './lift-labelled.ts';
import type { MdxText } from './mdx-text.ts';
import { readActions } from './read-actions.ts';
import { readFigures, readItems, readPeople } from './read-lists.ts';
import { readTimeline } from './read-timeline.ts';
import { findZone } from './read-times.ts';
import type { SectionKind } from './section-headings.ts';
import type { Section } from './split-sections.ts';

/** Puts each section where it belongs; what cannot be placed whole goes into the story under its own heading. */
export function takeSection(section: Section, draft: Draft, text: string): void {
  const content = section.content;
  if (content.length === 0) {
    // A heading with nothing below it, or all of which became rows.
    draft.said.push(section.title);
    return;
  }
  if (section.kind === 'people') {
    draft.said.push(section.title);
    const key = /attendee|participant|present/i.test(section.title) ? 'attendees' : section.title.toLowerCase();
    draft.internal[key] = [...((draft.internal[key] as string[] | undefined) ?? []), ...readPeople(content)];
    return;
  }
  if (section.kind === 'stats') for (const [key, value] of readFigures(content)) draft.figures.set(key, value);
  const actions = section.kind === 'actions' ? readActions(content, draft.mdx) : undefined;
  if (actions) {
    draft.actionItems.push(...actions.items);
    draft.said.push(section.title, ...actions.said);
  } else addToStory(section, lift({ ...section, content: withholdBlocks(section, draft) }, draft, text), draft);
}

export const namesSomebody =
  /(?:^[ \t>*_+-]{0,20}|[.;|·] {1,3}[*_]{0,3})(?:attendees|participants|authors?|owners?|incident (?:commander|lead|manager)|responders|facilitator|scribe|reported by|on[- ]call)[*_]{0,3}[ \t]{0,3}:/im;

/** Blocks with lines such as "Authors: …" become internal whole: better a figure to take back out than a name let through. */
function withholdBlocks({ kind, content }: Section, draft: Draft): RootContent[] {
  if (kind === 'summary' || kind === 'timeline') return content;
  return content.filter((block) => {
    const source = draft.mdx.blocks(block, block);
    if (!namesSomebody.test(source)) return true;
    draft.internal['noted'] = [...((draft.internal['noted'] as string[] | undefined) ?? []), source];
    return false;
  });
}

/** Moves what it can into the frontmatter; gives back the blocks that stay. */
function lift(section: Section, draft: Draft, text: string): RootContent[] {
  const { content, kind } = section;
  if (kind === 'summary') return liftSummary(content, draft);
  if (kind === 'timeline' && draft.timeline === undefined) {
    const timeline = readTimeline(content, draft.mdx, findZone(text));
    if (timeline) {
      draft.timeline = timeline;
      draft.said.push(...timeline.said);
    }
    return timeline?.rest ?? content;
  }
  if (kind === 'other' || kind === 'stats')
    return content.flatMap((block) => liftLabelled(block, draft.mdx, (item) => takeLabelled(item, draft)));
  return takeItems(kind, itemsOf(kind, content, draft.mdx), draft) ? [] : content;
}

/** The items of a list; of what ended or caused it also a single paragraph. */
function itemsOf(kind: SectionKind, content: readonly RootContent[], mdx: MdxText): string[] | undefined {
  const isTold = kind === 'factors' || kind === 'mitigations' || kind === 'trigger';
  return readItems(content, mdx) ?? (isTold ? onlyParagraph(content, mdx) : undefined);
}

/** Puts items into the field that a section of this kind is; false where there is none, or no room. */
function takeItems(kind: SectionKind, items: readonly string[] | undefined, { values }: Draft): boolean {
  const [first, ...others] = items ?? [];
  if (items === undefined || first === undefined) return false;
  const added = (before: unknown) => [...((before as string[] | undefined) ?? []), ...items];
  if (kind === 'factors') values['contributingFactors'] = added(values['contributingFactors']);
  else if (kind === 'mitigations') values['mitigations'] = added(values['mitigations']);
  else if (kind === 'trigger' && others.length === 0 && !('trigger' in values)) values['trigger'] = first;
  else if (kind === 'wentWell' || kind === 'wentBadly' || kind === 'gotLucky') {
    const lessons = values['lessons'] as Record<string, string[]> | undefined;
    values['lessons'] = { ...lessons, [kind]: added(lessons?.[kind]) };
  } else return false;
  return true;
}

/** A section of a list that stands in an item of its own. */
function takeLabelled({ kind, title, lead, content }: LabelledItem, draft: Draft): boolean {
  const isAlone = content.length === 0;
  if (kind === 'actions') {
    const told = isAlone ? { items: [{ what: lead, isDone: false, notes: [] }], said: [] } : undefined;
    const actions = lead === '' ? readActions(content, draft.mdx) : told;
    if (actions === undefined) return false;
    draft.actionItems.push(...actions.items);
    draft.said.push(...actions.said);
  } else {
    const below = isAlone ? [] : itemsOf(kind, content, draft.mdx);
    if (below === undefined || (isAlone && lead === '')) return false;
    if (!takeItems(kind, [...(lead === '' ? [] : [lead]), ...below], draft)) return false;
  }
  draft.said.push(title);
  return true;
}

/** Longer than that, it is a part of the story. */
const longestField = 600;

/** One line of inline MDX, where a section is a paragraph of a few sentences. */
function onlyParagraph(content: readonly RootContent[], mdx: MdxText): string[] | undefined {
  const [only, ...others] = content;
  if (only?.type !== 'paragraph' || others.length > 0 || !mdx.isProse(only)) return undefined;
  return plainText(only).length > longestField ? undefined : [mdx.prose(only, only)];
}

function liftSummary(content: readonly RootContent[], draft: Draft): RootContent[] {
  const [first, ...rest] = content;
  if (first?.type !== 'paragraph' || !draft.mdx.isProse(first) || 'summary' in draft.values) return [...content];
  draft.values['summary'] = draft.mdx.prose(first, first);
  return rest;
}

function addToStory(section: Section, blocks: readonly RootContent[], draft: Draft): void {
  const texts = blocks.map((block) => draft.mdx.blocks(block, block));
  if (texts.length === 0) {
    draft.said.push(section.title);
    return;
  }
  const [first, last] = [section.heading?.children[0], section.heading?.children.at(-1)];
  draft.story.push({ title: first && last ? draft.mdx.prose(first, last) : '', text: `${texts.join('\n\n')}\n` });
}
