/** Places in a parsed text, and the way from there to the author’s file. */
import type { SourceLocation } from '../../shared/problem/problem.ts';

/** Lines and columns 1-based; `offset` counts UTF-16 units of the parsed text. */
export interface Point {
  line: number;
  column: number;
  offset?: number | undefined;
}

/** From a point of the parsed text to the author's file. */
export type LocationAt = (point: Point) => SourceLocation;
