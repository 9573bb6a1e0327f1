/** Tells the tables of one page apart, since two regions of one name cannot be told by those who hear them. */

const counts = new WeakMap<Request, number>();

/** Which table of the page that answers `request` is being made: 1 for the first. */
export function numberTable(request: Request): number {
  const number = (counts.get(request) ?? 0) + 1;
  counts.set(request, number);
  return number;
}
