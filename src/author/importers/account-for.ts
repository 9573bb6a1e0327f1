/** Holds a draft against its source: every word of it stands in the draft, or in a to-do. */
import type { Draft } from './draft.ts';
import { findUnplaced } from './find-unplaced.ts';
import { markdownOfMixed } from './html-text.ts';
import type { ImportSource } from './importer.ts';
import type { Todo } from './write-frontmatter.ts';

export interface Account {
  /** Comments with what fields say in another way: headings, moments, heads of tables. */
  notes: string[];
  todo: Todo[];
  /** How many words found no place, or only others than their sentence. */
  count: number;
}

export function accountFor(
  source: ImportSource,
  {
    values,
    draft,
    story,
    company,
  }: {
    values: Record<string, unknown>;
    draft: Draft;
    story: readonly string[];
    /** Passages of the source out of which words were moved to a place of their own. */
    company: readonly string[];
  },
): Account {
  const placed = [values, ...draft.todos.map(({ text }) => text), ...story];
  const inOtherWords = findUnplaced([...new Set(draft.said)].join('\n'), placed, {
    longest: Number.POSITIVE_INFINITY,
  }).passages;
  const notes =
    inOtherWords.length === 0 ? [] : [`The source's own words for what fields say: ${inOtherWords.join(' | ')}`];
  const { count, passages } = findUnplaced(source.words ?? markdownOfMixed(source.text), [...placed, ...draft.said], {
    company,
  });
  const text = `Not placed, ${count} word${count === 1 ? '' : 's'} of the source; put them where they belong, or take them out:\n${passages.join('\n')}`;
  return { notes, todo: count === 0 ? [] : [{ key: 'internal', text }], count };
}
