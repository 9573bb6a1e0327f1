/** Renders what has passed the locks; nothing else calls the renderer of stories. */
import type { Root } from 'mdast';
import type { RenderOptions, StoryResources } from '../markdown/render-options.ts';
import { type RenderedStory, renderStory } from '../markdown/render-story.ts';
import type { PublicationContext } from './publication-context.ts';

/** Segments and headings of a story. */
export function renderAuthored(
  tree: Root,
  resources: StoryResources,
  { edition, words, base, pageBase, withLines }: PublicationContext,
  { anchorPrefix, taken }: Pick<RenderOptions, 'anchorPrefix' | 'taken'> = {},
): Promise<RenderedStory> {
  const prefix = anchorPrefix === undefined ? {} : { anchorPrefix };
  return renderStory(tree, { edition, resources, words, base, pageBase, withLines, taken, ...prefix });
}

/** The HTML of a story that places no parts of a postmortem. */
export function htmlOf({ segments }: RenderedStory): string {
  return segments.map((segment) => ('html' in segment ? segment.html : '')).join('\n');
}
