/** The public prose of a postmortem as passages: fields in their order, then the story. */
import type { Root } from 'mdast';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import type { LocationAt } from '../markdown/point.ts';
import { maskQuotations, type ProseRun, proseRuns } from '../markdown/prose-runs.ts';
import type { Passage } from './lint-input.ts';

/** A field of the frontmatter that holds sentences: plain text, or what was parsed of it. */
export interface ProseField {
  path: readonly PropertyKey[];
  value: string;
  /** Public nodes; absent for text without marks. */
  tree?: Root;
  locationAt(offset: number): SourceLocation;
}

export function passagesOfField({ path, value, tree, locationAt }: ProseField): Passage[] {
  const common = { field: String(path[0]), path, kind: 'field' as const };
  if (!tree) return [{ ...common, text: maskQuotations(value), shown: value, isQuoted: false, locationAt }];
  return proseRuns(tree, value).map((run) => ({
    ...common,
    ...wordsOf(run),
    locationAt: (index) => locationAt(run.pointAt(index).offset ?? 0),
  }));
}

/** `source` is the text from which `tree` was parsed. */
export function passagesOfStory(tree: Root, source: string, locationAt: LocationAt): Passage[] {
  return proseRuns(tree, source).map((run) => ({
    field: 'story',
    path: [],
    kind: run.kind,
    ...wordsOf(run),
    locationAt: (index) => locationAt(run.pointAt(index)),
  }));
}

function wordsOf({ text, shown, isQuoted }: ProseRun): Pick<Passage, 'text' | 'shown' | 'isQuoted'> {
  return { text, shown, isQuoted };
}
