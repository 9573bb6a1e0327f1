/** Files that may be published although nobody can search all of them. */
import type { Policy } from './policy-schema.ts';

/** True for the path of an attachment of a postmortem; every other is that of a file in `public/`. */
export function isAttachmentPath(path: string): boolean {
  return /^content\/postmortems\/[^/]+\/[^/]+$/.test(path);
}

/** SHA-256 digests by their paths as the policy writes them, of the exceptions that hold on a day, `2026-11-23`. */
export function permittedFiles({ redaction }: Policy, day: string): ReadonlyMap<string, string> {
  return new Map(redaction.files.filter(({ until }) => until >= day).map(({ path, sha256 }) => [path, sha256]));
}
