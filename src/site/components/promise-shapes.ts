/** What tells the states of a promise apart without colour: paths in a square of 16. */
import type { PromiseState } from '../../shared/incident/promises.ts';

const ring = 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z';

export const promiseShapes: Readonly<Record<PromiseState, string>> = {
  overdue: `${ring}M8 4.5v4.5M8 11v1`,
  open: ring,
  late: `${ring}M4.8 8.4 7.2 10.8 11.4 5.6`,
  kept: 'M2.5 8.5 6.5 12.5 13.5 4',
  dropped: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
};
