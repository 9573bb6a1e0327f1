/** Keeps which texts of a tool's data stand in fields of the draft, so that all the others stay under `internal`. */
import { type Fields, textIn } from './read-json.ts';

export interface Told {
  /** As `textIn`; the value counts as told. */
  take(fields: Fields, key: string): string | undefined;
  /**
   * The same data without what was told, and without a key that no frontmatter may have, at any depth. What stands elsewhere in
   * a draft must not stand under `internal` too: once its author has changed a word of it, the leak gate would take the rest for
   * private text.
   */
  rest(value: unknown): unknown;
}

/** Knows objects by themselves, not by what they hold. */
export function createTold(): Told {
  const taken = new Map<object, Set<string>>();
  const rest = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rest);
    if (typeof value !== 'object' || value === null) return value;
    const told = taken.get(value);
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        told?.has(key) || key === '__proto__' ? [] : [[key, rest(inner)]],
      ),
    );
  };
  return {
    take(fields, key) {
      const text = textIn(fields, key);
      if (text !== undefined) taken.set(fields, (taken.get(fields) ?? new Set()).add(key));
      return text;
    },
    rest,
  };
}
