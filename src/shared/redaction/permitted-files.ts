/** Files that may be published although nobody can search them. */
import type { Policy } from './policy-schema.ts';

/** SHA-256 digests by the paths below `public/`, of the exceptions that hold on a day, `2026-11-23`. */
export function permittedFiles({ redaction }: Policy, day: string): ReadonlyMap<string, string> {
  return new Map(redaction.files.filter(({ until }) => until >= day).map(({ path, sha256 }) => [path, sha256]));
}
