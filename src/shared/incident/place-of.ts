import type { Place } from '../problem/problem.ts';

/** Where the value at a path of keys stands in the author's file. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;
