/** What the options of the command line mean; each is checked here, once. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseInstant } from '../shared/incident/instant.ts';
import type { Call } from './call.ts';
import type { CommandOptions, Format, PromotionFlags } from './command.ts';
import type { DraftFlags } from './draft-flags.ts';
import type { OptionValues } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

export interface Surroundings {
  /** Where relative paths begin, and where the site is looked for. */
  folder: string;
  /** The present moment. */
  now: string;
  isInteractive: boolean;
  call: Call;
  environment: Readonly<Record<string, string | undefined>>;
  clock: () => number;
  needsSite: boolean;
  /** What `--format` may be, the usual one first. */
  formats: readonly Format[];
}

/** Throws `UsageError` with one sentence on the first that cannot be used. */
export function readOptions(values: OptionValues, around: Surroundings): Omit<CommandOptions, 'words' | 'console'> {
  const edition = oneOf('edition', values.edition ?? 'public', ['public', 'internal'] as const);
  if (edition === 'internal' && values.since !== undefined)
    throw new UsageError('--since compares what is public; leave --edition away.');
  if (values.staged && (values.fix || values.links || values.since !== undefined))
    throw new UsageError('--staged checks what is staged, and goes with none of --fix, --links and --since.');
  const site = findSite(values.site, around);
  const now = parseInstant(values.now ?? around.now);
  if (now === undefined) throw new UsageError('--now takes a moment with an offset, like 2026-03-14T09:12Z.');
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port takes a number from 0 to 65535.');
  return {
    site,
    out: resolve(around.folder, values.out ?? join(site, edition === 'public' ? 'dist' : 'dist-internal')),
    edition,
    now,
    format: oneOf('format', values.format ?? around.formats[0] ?? 'text', around.formats),
    fix: values.fix ?? false,
    maxWarnings: values['max-warnings'] === undefined ? undefined : readNumber('max-warnings', values['max-warnings']),
    port,
    into: values.into,
    isDryRun: values['dry-run'] ?? false,
    isAll: values.all ?? false,
    language: values.lang,
    environment: around.environment,
    draft: draftFlags(values),
    start: {
      name: values.name,
      organisation: values.organisation,
      url: values.url,
      language: values.language,
      timezone: values.zone,
      host: values.host === undefined ? undefined : oneOf('host', values.host, ['github', 'gitlab', 'none'] as const),
      updates:
        values.updates === undefined
          ? undefined
          : oneOf('updates', values.updates, ['renovate', 'dependabot', 'none'] as const),
      issueForm: values['issue-form'],
      packageFile: values.package,
    },
    announcing: {
      before: values.before,
      after: values.after,
      ledger: values.ledger,
      plan: values.plan,
      minutesToWait: values.wait === undefined ? undefined : readNumber('wait', values.wait),
      save: values.save,
      prints: values.print ?? false,
      language: values.lang,
      isDry: values['dry-run'] ?? false,
      retriesUnknown: values['retry-unknown'] ?? false,
      most: values.most === undefined ? 100 : readNumber('most', values.most),
      environment: around.environment,
      clock: around.clock,
    },
    promotion: promotionFlags(values),
    isInteractive: around.isInteractive,
    since: values.since,
    staged: values.staged ?? false,
    links: values.links ?? false,
    relative: values.relative ?? false,
    jobs: values.jobs === undefined ? undefined : readJobs(values.jobs),
    call: around.call,
  };
}

/** The folder that is named, else the present one where it holds a site. */
function findSite(named: string | undefined, { folder, needsSite, call }: Surroundings): string {
  const site = resolve(folder, named ?? '.');
  if (named !== undefined && !existsSync(site)) throw new UsageError(`There is no folder ${named}.`);
  if (named === undefined && needsSite && !existsSync(join(site, 'content', 'site.yaml')))
    throw new UsageError(
      `There is no content/site.yaml in ${site}: go to the folder of your site, name it with --site DIR, or begin one with \`${call('init')}\`.`,
    );
  return site;
}

function readNumber(option: string, value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new UsageError(`--${option} takes a whole number.`);
  return number;
}

function readJobs(value: string): number {
  const jobs = readNumber('jobs', value);
  if (jobs < 1 || jobs > 64) throw new UsageError('--jobs takes a number from 1 to 64.');
  return jobs;
}

function promotionFlags(values: OptionValues): PromotionFlags {
  const written = values['published-at'];
  const publishedAt = written === undefined ? undefined : parseInstant(written);
  if (written !== undefined && publishedAt === undefined)
    throw new UsageError('--published-at takes a moment with an offset, like 2026-03-14T09:12Z.');
  return { set: values.set ?? [], done: values.done ?? [], state: values.state, publishedAt };
}

function draftFlags(values: OptionValues): DraftFlags {
  const { title, summary, severity, service, team, started, acknowledged, mitigated, resolved, zone, slug, from } =
    values;
  return {
    title,
    summary,
    severity,
    zone,
    slug,
    from,
    detectedBy: values['detected-by'],
    times: { started, firstLogged: values['first-logged'], acknowledged, mitigated, resolved },
    services: service ?? [],
    teams: team ?? [],
    template: values.template ?? 'postmortem',
  };
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${option} takes one of: ${known.join(', ')}.`);
  return found;
}
