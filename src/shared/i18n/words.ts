/** What every language must say: the keys of the English words. A missing key is a compile error. */
import type { en } from './en.ts';

export type Words = typeof en;

/** Words inside a story's HTML. */
export type StoryWords = Words['story'];
