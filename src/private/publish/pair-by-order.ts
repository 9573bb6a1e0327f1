/** Which of the original's texts those of a translation are, where nothing but their order tells. */

/** For each translated text the place of its own among the public ones of the original; `undefined` for one that has none there. */
export type Partners = readonly (number | undefined)[];

/**
 * As many as the original has, what is internal there included, belong together one by one; as many as are public there, in
 * their order. `undefined` where neither is so. `given`: whether each translated text is empty, for all of it is internal;
 * `original`: whether each of the original is internal, as they are written.
 */
export function pairByOrder(given: readonly boolean[], original: readonly boolean[]): Partners | undefined {
  let next = 0;
  if (given.length === original.length)
    return original.map((isInternal) => {
      if (isInternal) return undefined;
      next += 1;
      return next - 1;
    });
  const count = (texts: readonly boolean[]) => texts.filter((isInternal) => !isInternal).length;
  if (count(given) !== count(original)) return undefined;
  return given.map((isEmpty) => {
    if (isEmpty) return undefined;
    next += 1;
    return next - 1;
  });
}
