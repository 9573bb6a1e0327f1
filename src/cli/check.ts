/** `candor check`: the projection alone. */
import { join, relative, sep } from 'node:path';
import { applyChecks } from '../private/lint/apply-checks.ts';
import { projectSite } from '../private/publish/project-site.ts';
import { workFolder } from '../private/publish/site-projector.ts';
import type { SiteSnapshot } from '../private/publish/site-snapshot.ts';
import { reuseWorkers } from '../private/publish/worker-pool.ts';
import type { Edition, PublicSite } from '../shared/incident/site-schema.ts';
import { printGithub } from '../shared/problem/print-github.ts';
import { countProblems, printProblems, printProblemsAsJson } from '../shared/problem/print-problems.ts';
import { printSarif } from '../shared/problem/print-sarif.ts';
import { hasErrors, type Problem, sortProblems } from '../shared/problem/problem.ts';
import { chooseFiles } from './chosen-files.ts';
import type { CheckFormat, CommandOptions, ExitCode } from './command.ts';
import { readVersion } from './version.ts';

export async function check(options: CommandOptions): Promise<ExitCode> {
  const { site, out, edition, now, format, since, staged, links, maxWarnings, words, call, console } = options;
  const isChosen = words.length > 0 ? chooseFiles(words, site, process.cwd()) : undefined;
  if (options.fix) for (const line of await mend(site)) (format === 'text' ? console.out : console.error)(line);
  // The earlier state is read after this one.
  if (since !== undefined) reuseWorkers();
  const {
    problems: found,
    published,
    withheld,
    settings,
    takeSnapshot,
    checks,
  } = await projectSite({
    site: staged ? await takeStaged(site, edition) : site,
    edition,
    now,
    checksOnly: since === undefined,
    progress: (done, total) => console.progress(`Checking ${done} of ${total}`),
  });
  const history = since !== undefined && takeSnapshot ? await compare(site, await takeSnapshot(), since, now) : [];
  const dead = links && settings ? await lookThrough(site, out, settings) : [];
  const further = applyChecks([...history, ...dead], { checks: checks ?? {}, isDraft: false });
  const all = sortProblems([...found, ...further]);
  // Without settings nothing else was read: then they are what is wrong.
  const problems = isChosen && settings ? all.filter(({ location }) => isChosen(location.file)) : all;
  console.progress('');
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (format !== 'text') {
    const printed = await printForMachines(problems, format as Exclude<CheckFormat, 'text'>, site);
    if (printed !== '') console.out(printed);
  } else {
    if (problems.length > 0)
      console.error(
        printProblems(problems, { paint: console.paint, showsWithheld: console.isTerminal }).replaceAll(
          '`candor check --fix`',
          `\`${call('check --fix')}\``,
        ),
      );
    if (isChosen && problems.length === 0) console.out(countProblems(problems));
    else if (!isChosen && !hasErrors(problems))
      console.out(
        `${problems.length > 0 ? '' : `${countProblems(problems)} `}${published} would be published, ${withheld} withheld.`,
      );
  }
  if (tooMany) console.error(`There are ${warnings} warnings; --max-warnings allows ${maxWarnings}.`);
  return hasErrors(problems) || tooMany ? 1 : 0;
}

// What few checks ask for is loaded when they do.

async function mend(site: string): Promise<string[]> {
  const { fixSite } = await import('./fix-site.ts');
  return fixSite(site);
}

/** What is written there stays, so that the next check knows what has not changed. */
async function takeStaged(site: string, edition: Edition): Promise<string> {
  const { checkoutStaged } = await import('../private/history/checkout-staged.ts');
  const folder = join(workFolder(site, edition), 'staged');
  await checkoutStaged(site, folder);
  return folder;
}

async function compare(site: string, after: SiteSnapshot, ref: string, now: string): Promise<Problem[]> {
  const { compareWithBase } = await import('../private/history/compare-with-base.ts');
  return (await compareWithBase(site, after, { ref, now })).problems;
}

async function lookThrough(site: string, out: string, settings: PublicSite): Promise<Problem[]> {
  const { checkBuilt } = await import('./check-built.ts');
  return checkBuilt(site, out, settings);
}

async function printForMachines(
  problems: readonly Problem[],
  format: Exclude<CheckFormat, 'text'>,
  site: string,
): Promise<string> {
  switch (format) {
    case 'json':
      return printProblemsAsJson(problems);
    case 'junit': {
      const { printJunit } = await import('../shared/problem/print-junit.ts');
      return printJunit(problems);
    }
    case 'github':
      return printGithub(problems, rootOf(site));
    case 'sarif':
      return printSarif(problems, { root: rootOf(site), version: await readVersion() });
  }
}

/** Where the site lies below the folder one is in, for services that know paths of the whole repository. */
function rootOf(site: string): string {
  const path = relative(process.cwd(), site).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
