/** The sources of a site as they were at an earlier commit, for comparing with those of today. */
import { execFile } from 'node:child_process';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** Why there is nothing to compare with, in words for the person who typed the name of the commit. */
export class BaseRefused extends Error {}

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
  const root = await topLevel(site);
  const commit = await findBase(root, ref);
  const prefix = relative(await realpath(root), await realpath(site)).replaceAll('\\', '/');
  const tree = `${commit}:${prefix === '' ? '' : `${prefix}/`}content`;
  await rm(join(folder, 'content'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const known = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', tree]).catch(() => undefined);
  if (known === undefined) return { folder, commit };
  // An index of its own: that of the repository stays as it is.
  const index = join(folder, `index-${process.pid}`);
  const env = { ...process.env, GIT_INDEX_FILE: index };
  try {
    await git(root, ['read-tree', '--prefix=content/', tree], env);
    await git(root, ['checkout-index', '--all', '--force', `--prefix=${folder}/`], env);
    return { folder, commit };
  } finally {
    await rm(index, { force: true });
  }
}

async function topLevel(site: string): Promise<string> {
  try {
    return (await git(site, ['rev-parse', '--show-toplevel'])).trim();
  } catch (cause) {
    throw new BaseRefused('--since compares with an earlier commit, and the site is not in a git repository.', {
      cause,
    });
  }
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

async function git(folder: string, words: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { stdout } = await runFile('git', ['-C', folder, ...words], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
