/** What a file is taken apart into. */
import type { MarkupStretch } from './markup-stretches.ts';

/** Text, a tag as it is written, or a key of a document, of which the engine's own say nothing. */
export type Stretch = MarkupStretch | { key: string };
