/** What rendering a story needs beside its tree. */
import type { Element } from 'hast';
import type { StoryWords } from '../../shared/i18n/words.ts';

/** What stands for a picture or a chart, by the name the author gave. */
export interface StoryResources {
  images: ReadonlyMap<string, ImageSources>;
  /** Figures of charts, keyed by `chartKey`. */
  charts: ReadonlyMap<string, Element>;
}

/** A re-encoded image: addresses with their widths in pixels, the smallest first. */
export interface ImageSources {
  variants: { url: string; width: number }[];
  width: number;
  height: number;
}

export interface RenderOptions {
  edition: 'public' | 'internal';
  resources: StoryResources;
  words: StoryWords;
  /** Path of the site's address, begins and ends with `/`. */
  base: string;
  /** The same of its pages in the language of the text, where that is not the site's own. */
  pageBase?: string | undefined;
  /** Blocks carry the line they begin on as `data-line`. */
  withLines?: boolean | undefined;
  /** Put before every anchor of this story, so that several can stand on one page. */
  anchorPrefix?: string;
  /** Anchors of the page around, where it is not a postmortem's. */
  taken?: readonly string[] | undefined;
}
