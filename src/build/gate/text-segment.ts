/** What a file is taken apart into. */
import type { MarkupSegment } from './markup-segments.ts';

/** Text, a tag as it is written, or a key of a document, of which the engine's own say nothing. */
export type TextSegment = MarkupSegment | { key: string };
