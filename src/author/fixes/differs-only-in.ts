/** Holds an edited text against the one before. */
import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument } from 'yaml';

/** True when two texts hold the same values, but for the list at `path`, which is `rows` in the second. */
export function differsOnlyIn(before: string, after: string, path: readonly PropertyKey[], rows: unknown): boolean {
  const [first, second] = [before, after].map((text) =>
    parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'silent' }),
  );
  if (!first || !second || second.errors.length > 0 || !isSeq(first.getIn(path, true))) return false;
  first.setIn(path, first.createNode(rows));
  return isDeepStrictEqual(first.toJS(), second.toJS());
}
