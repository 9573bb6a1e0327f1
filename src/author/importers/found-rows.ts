/** What was found of timelines in a document. */
import type { RootContent } from 'mdast';
import type { ImportedRow } from './read-timeline.ts';
import type { StatedZone } from './stated-zone.ts';

export interface FoundRows {
  /** `isLabel`: the words are a key event's own name; `isMarked`: they stand with their links and code; `isDay`: no clock is said. */
  rows: (ImportedRow & { isLabel?: boolean; isMarked?: boolean; isDay?: boolean; isHeading?: boolean })[];
  /** Moments, days and heads of tables as the source writes them, which the fields say in another way. */
  leads: string[];
  /** Clocks that ran backwards and were carried over midnight, so that they are `about`; with their offset, where it is not that of UTC. */
  carried: string[];
  zone?: StatedZone;
  /** The document says that this is the day of rows without one. */
  statedDay?: string;
  /** Those that rows state themselves, each once. */
  zones: Map<string, StatedZone>;
  /** Name of the zone that rows with one agree on, in which those without were read, as `about`. */
  borrowed?: string;
  /** Times are `about` and written as UTC, because the source names no zone. */
  zoneless: boolean;
  /** Blocks of which the rows say every word. */
  whole: Set<RootContent>;
  /** Key events with a day and no clock, as the source writes them. */
  dayOnly: string[];
}
