import type { SourceLocation } from '../problem/problem.ts';

/** Where the value at a path of keys stands in the author's file. */
export type LocationOf = (path: readonly PropertyKey[]) => SourceLocation;
