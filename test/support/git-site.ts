/** A small site in a git repository of its own, published at the branch `published`. */
import { execFileSync } from 'node:child_process';
import { temporaryFolder } from './build.ts';
import { type Files, writeSite } from './site.ts';

export interface GitSite {
  site: string;
  /** Runs git in the site's folder and gives back what it prints. */
  git(...words: string[]): string;
  /** Takes back every change to the sources. */
  reset(): void;
}

/** Writes and commits the site; `main` and `published` are at that commit, `main` is checked out. */
export async function commitSite(postmortems: Record<string, string>, more: Files = {}): Promise<GitSite> {
  const site = temporaryFolder();
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', site, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  const files = Object.entries(postmortems).map(([slug, text]) => [slug, { 'index.mdx': text }]);
  await writeSite(site, Object.fromEntries(files), { '.gitignore': '.candor/\n', ...more });
  git('add', '-A');
  git('commit', '--quiet', '-m', 'Publish');
  git('branch', 'published');
  const reset = () => {
    git('checkout', '--quiet', '--force', 'main');
    git('clean', '--quiet', '-fd');
  };
  return { site, git, reset };
}
