/** Which pages of a long list a page links to: those around it, the ends, and round numbers for the way between. */

/** Lists with so many pages link to all of them. */
const all = 12;
const around = 2;
/** Most round numbers. */
const steps = 20;

/** From 1, in order, each once; never more than 27. */
export function pageNumbers({ number, count }: { number: number; count: number }): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  if (count <= all) return numbers;
  const step = [5, 10, 50, 100, 500, 1000].find((size) => count / size <= steps) ?? count;
  return numbers.filter(
    (page) => page === 1 || page === count || page % step === 0 || Math.abs(page - number) <= around,
  );
}
