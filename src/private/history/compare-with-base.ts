/** Compares the site with an earlier commit of its own repository, as the public saw it then and would see it now. */
import { join } from 'node:path';
import { type Problem, sortProblems } from '../../shared/problem/problem.ts';
import { projectSite } from '../publish/project-site.ts';
import { workFolder } from '../publish/site-projector.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';
import { checkHistory } from './check-history.ts';
import { checkoutBase } from './checkout-base.ts';
import { compareSnapshots, type PostmortemChange } from './compare-snapshots.ts';
import { locateFields } from './locate-fields.ts';
import { BaseRefused } from './run-git.ts';

export interface History {
  /** The commit compared with. */
  commit: string;
  /** Where its sources lie. */
  folder: string;
  before: SiteSnapshot;
  changes: PostmortemChange[];
  problems: Problem[];
}

/**
 * Publishes the earlier sources by the rules of today, so that only what authors changed differs. Both sides are the
 * public edition at the instant `now`. Throws `BaseRefused` when there is nothing to compare with.
 */
export async function compareWithBase(
  site: string,
  after: SiteSnapshot,
  { ref, now }: { ref: string; now: string },
): Promise<History> {
  const work = workFolder(site, 'public');
  const { folder, commit } = await checkoutBase(site, ref, join(work, 'base'));
  const { takeSnapshot } = await projectSite({
    site: folder,
    edition: 'public',
    now,
    write: false,
    borrow: join(work, 'cache'),
  });
  const before = await takeSnapshot?.();
  if (!before) throw new BaseRefused(`--since: at ${commit.slice(0, 12)} there is no site whose settings can be read.`);
  const changes = compareSnapshots(before, after);
  const slugs = changes.flatMap((change) => (change.after ?? change.before)?.slug ?? []);
  const locationOf = await locateFields(site, slugs);
  return {
    commit,
    folder,
    before,
    changes,
    problems: sortProblems(checkHistory({ before, after, changes, locationOf })),
  };
}
