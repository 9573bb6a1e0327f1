/** `candor announce`: tells people of what is new on a site, once in each channel of `content/announce.yaml`. */
import { resolve } from 'node:path';
import { announce as tell } from '../author/announcing/announce.ts';
import { AnnounceRefused } from '../author/announcing/announce-refused.ts';
import { awaitDeployment } from '../author/announcing/await-deployment.ts';
import { openLedger } from '../author/announcing/ledger.ts';
import { openFeeds } from '../author/announcing/open-feed.ts';
import { readAnnounceSettings } from '../author/announcing/read-announce-settings.ts';
import { saveFeeds } from '../author/announcing/save-feeds.ts';
import { readSite } from '../disk/source/read-site.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { help } from './help.ts';
import { printWords } from './print-words.ts';

export async function announce(options: CommandOptions): Promise<ExitCode> {
  const { words, announcing, console } = options;
  const [slug, ...others] = words;
  try {
    if (announcing.prints && slug !== undefined && others.length === 0) return await printWords(slug, options);
    if (!announcing.prints && slug === undefined)
      return announcing.save === undefined ? await tellAll(options) : await saveAll(announcing.save, options);
  } catch (cause) {
    if (!(cause instanceof AnnounceRefused)) throw cause;
    console.error(cause.message);
    return 1;
  }
  console.error(help('announce'));
  return 2;
}

async function saveAll(folder: string, { site, console }: CommandOptions): Promise<ExitCode> {
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const { url } = source.settings;
  const saved = await saveFeeds(url, resolve(folder));
  console.out(saved === 0 ? `There is no site at ${url} yet.` : `Saved ${saved} documents of ${url}.`);
  return 0;
}

async function tellAll({ site, console, announcing }: CommandOptions): Promise<ExitCode> {
  const { before, after, ledger: file, isDry, plan, minutesToWait, environment } = announcing;
  const isMistaken = isDry ? plan !== undefined : file === undefined;
  if (before === undefined || after === undefined || isMistaken) {
    console.error(help('announce'));
    return 2;
  }
  const { site: source } = await readSite(site);
  const services = source && Object.entries(source.services).flatMap(([id, { internal }]) => (internal ? [] : [id]));
  const { settings, problems } = await readAnnounceSettings(site, {
    severities: source?.settings.severities.map(({ id }) => id),
    services,
    environment: isDry || plan !== undefined ? undefined : environment,
  });
  if (!settings) {
    console.error(printProblems(problems));
    return 1;
  }
  const folder = process.cwd();
  const ledger = openLedger(resolve(file ?? 'no-ledger'), { isDry });
  const feeds = { before: await openFeeds(before, { folder }), after: await openFeeds(after, { folder }) };
  refuseLost(feeds.before.isEmpty, ledger.isEmpty, before);
  if (feeds.after.isEmpty && !feeds.before.isEmpty)
    throw new AnnounceRefused(`${after} has no entry, and ${before} has some. Build the site, or mend --after.`);
  const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
  const url = source?.settings.url;
  if (minutesToWait !== undefined && url === undefined)
    throw new AnnounceRefused('--wait looks at the `url` of content/site.yaml, which cannot be read.');
  const isWell = await tell({
    ...feeds,
    settings,
    ledger,
    isDry,
    plan: plan === undefined ? undefined : resolve(plan),
    async untilDeployed(ids) {
      if (minutesToWait === undefined || url === undefined) return;
      await awaitDeployment(ids, { after: feeds.after, url, minutes: minutesToWait, wait, report: console.out });
    },
    retriesUnknown: announcing.retriesUnknown,
    most: announcing.most,
    secretOf: ({ env }) => environment[env] ?? '',
    clock: announcing.clock,
    wait,
    report: console.out,
    complain: console.error,
  });
  return isWell ? 0 : 1;
}

/** A site that is told of had entries; that none are found is a wrong address, and everything would be told. */
function refuseLost(isWithoutHistory: boolean, isFirst: boolean, before: string): void {
  if (isWithoutHistory && !isFirst)
    throw new AnnounceRefused(
      `${before} has no entry, and the ledger says that some were told. Mend --before; with a new ledger everything is told.`,
    );
}
