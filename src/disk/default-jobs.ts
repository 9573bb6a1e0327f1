/** How many threads or processes work at once where nobody says it. */
import { availableParallelism } from 'node:os';

/** One for each processor. Each takes some hundred megabytes: four at most. */
export function defaultJobs(): number {
  return Math.min(4, Math.max(1, availableParallelism()));
}
