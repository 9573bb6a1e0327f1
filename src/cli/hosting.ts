/** `candor hosting`: prints what a host or a server has to be told of this site. */
import { relative, sep } from 'node:path';
import { readSite } from '../disk/source/read-site.ts';
import { hostConfigurations } from '../shared/hosting/host-configuration.ts';
import { sitePath } from '../shared/incident/site-path.ts';
import { nearest } from '../shared/problem/nearest.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { help } from './help.ts';

export async function hosting({ site, out, words, console }: CommandOptions): Promise<ExitCode> {
  const [host, ...others] = words;
  if (host === undefined || others.length > 0) {
    console.error(help('hosting'));
    return 2;
  }
  const configure = Object.hasOwn(hostConfigurations, host) ? hostConfigurations[host] : undefined;
  if (!configure) {
    const known = Object.keys(hostConfigurations);
    const guess = nearest(host, known);
    console.error(
      `There is no host \`${host}\`.${guess ? ` Did you mean \`${guess}\`?` : ''} Known: ${known.join(', ')}.`,
    );
    return 2;
  }
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const { url } = source.settings;
  const base = sitePath(url);
  if (!/^[\w./@+%~-]+$/.test(base)) {
    console.error(
      `The path of \`url\` in content/site.yaml holds signs that shells and servers read otherwise: ${base}`,
    );
    return 1;
  }
  console.out(configure({ url, base, out, folder: folderBelow(site, out) }).trimEnd());
  return 0;
}

/** As a host names it that builds the repository; one outside of it, or with signs a shell reads, is `dist` there. */
function folderBelow(site: string, out: string): string {
  const path = relative(site, out).split(sep).join('/');
  return /^(?!\.)[\w./@+-]+$/.test(path) ? path : 'dist';
}
