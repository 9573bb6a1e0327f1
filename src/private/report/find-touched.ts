/** Which postmortems a branch touched, by the bytes of their folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFileDigests } from '../../disk/file-digests.ts';
import { digestPostmortem } from '../../disk/source/read-postmortem.ts';
import { digestsFile, workFolder } from '../publish/site-projector.ts';

/** Of `slugs`, those that `base` does not have or has otherwise. */
export function findTouched(site: string, base: string, slugs: readonly string[]): string[] {
  const digests = openFileDigests(digestsFile(workFolder(site, 'public')));
  return slugs.filter(
    (slug) =>
      !existsSync(join(base, 'content', 'postmortems', slug)) ||
      digestPostmortem(site, slug, digests) !== digestPostmortem(base, slug, digests),
  );
}
