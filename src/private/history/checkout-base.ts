/** The sources of a site as they were at an earlier commit, for comparing with those of today. */
import { BaseRefused, extract, git, topLevel } from './run-git.ts';

export interface Base {
  /** Holds `content/` of the commit, and nothing else of it. */
  folder: string;
  /** The commit compared with: where the current one and `ref` parted. */
  commit: string;
}

/**
 * Writes `content/` as it was where HEAD and `ref` parted into `folder`, which is replaced: what others added to `ref`
 * since is no change of this branch. Runs no hook and no code of the repository. Throws `BaseRefused`.
 */
export async function checkoutBase(site: string, ref: string, folder: string): Promise<Base> {
  const root = await topLevel(site, '--since compares with an earlier commit');
  const commit = await findBase(root, ref);
  await extract(folder, { site, root, tree: commit, names: ['content'] });
  return { folder, commit };
}

async function findBase(root: string, ref: string): Promise<string> {
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(
    () => undefined,
  );
  if (commit === undefined)
    throw new BaseRefused(
      `--since: there is no commit \`${ref}\` here. In a shallow clone, fetch the whole history first.`,
    );
  const parted = await git(root, ['merge-base', commit.trim(), 'HEAD']).catch(() => undefined);
  if (parted === undefined)
    throw new BaseRefused(
      `--since: \`${ref}\` and HEAD have no commit in common here. In a shallow clone, fetch the whole history first.`,
    );
  return parted.trim();
}
