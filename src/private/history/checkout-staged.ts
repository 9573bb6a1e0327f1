/** The sources of a site as they are staged for the next commit. */
import { BaseRefused, extract, git, topLevel } from './run-git.ts';

/** Writes `content/` and `public/` as they are staged into `folder`, where they are replaced. Throws `BaseRefused`. */
export async function checkoutStaged(site: string, folder: string): Promise<void> {
  const root = await topLevel(site, '--staged checks what is staged');
  const tree = await git(root, ['write-tree']).catch((cause) => {
    throw new BaseRefused('--staged: git cannot make a commit of what is staged. Are there conflicts left?', { cause });
  });
  await extract(folder, { site, root, tree: tree.trim(), names: ['content', 'public'] });
}
