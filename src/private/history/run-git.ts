/** Asks git for what a repository holds: runs no hook, no code of the repository, and leaves its index as it is. */
import { execFile } from 'node:child_process';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** Why git cannot give what is asked for, in words for the person who asked. */
export class BaseRefused extends Error {}

/** What git prints. Rejects when it fails. */
export async function git(folder: string, words: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const env = { ...ownEnvironment(), ...environment };
  const { stdout } = await runFile('git', ['-C', folder, ...words], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Within a hook, git names the index of the commit by the folder that the hook began in, and perhaps another folder as the tree. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_PREFIX, GIT_INDEX_FILE, ...env } = process.env;
  return GIT_INDEX_FILE === undefined ? env : { ...env, GIT_INDEX_FILE: resolve(GIT_INDEX_FILE) };
}

/** The top folder of the repository that holds `site`; `option` is what needs it. Throws `BaseRefused`. */
export async function topLevel(site: string, option: string): Promise<string> {
  try {
    return (await git(site, ['rev-parse', '--show-toplevel'])).trim();
  } catch (cause) {
    throw new BaseRefused(`${option}, and the site is not in a git repository.`, { cause });
  }
}

interface Wanted {
  site: string;
  root: string;
  /** A commit or a tree of the whole repository. */
  tree: string;
  /** Folders of the site: `content`. */
  names: readonly string[];
}

/** Writes the folders `names` of the site, as they are in `tree`, into `folder`, where they are replaced. */
export async function extract(folder: string, { site, root, tree, names }: Wanted): Promise<void> {
  const prefix = relative(await realpath(root), await realpath(site)).replaceAll('\\', '/');
  await mkdir(folder, { recursive: true });
  // An index of its own.
  const index = join(folder, `index-${process.pid}`);
  const environment = { GIT_INDEX_FILE: index };
  try {
    for (const name of names) {
      await rm(join(folder, name), { recursive: true, force: true });
      const found = `${tree}:${prefix === '' ? '' : `${prefix}/`}${name}`;
      const isThere = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', found]).then(
        () => true,
        () => false,
      );
      if (isThere) await git(root, ['read-tree', `--prefix=${name}/`, found], environment);
    }
    await git(root, ['checkout-index', '--all', '--force', `--prefix=${folder}/`], environment);
  } finally {
    await rm(index, { force: true });
  }
}
