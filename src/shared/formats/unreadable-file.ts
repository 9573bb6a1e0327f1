/** A file that cannot be taken apart, and so cannot be searched. */

/** The message says why, in words that can stand behind `because`; it never quotes the file. */
export class UnreadableFile extends Error {}

/** Throws `UnreadableFile` where `holds` is false. */
export function demand(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new UnreadableFile(reason);
}
