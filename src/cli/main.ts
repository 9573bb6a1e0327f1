/** The command line: finds the command, reads its options, and turns what comes back into an exit code. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { OutputRefused } from '../disk/output-refused.ts';
import { BaseRefused } from '../private/history/run-git.ts';
import { parseInstant } from '../shared/incident/instant.ts';
import { nearest } from '../shared/problem/nearest.ts';
import { type CommandOptions, checkFormats, type ExitCode } from './command.ts';
import { type Console, processConsole } from './console.ts';
import type { DraftFlags } from './draft-flags.ts';
import { help } from './help.ts';
import { readVersion } from './version.ts';

class UsageError extends Error {}

const repository = fileURLToPath(new URL('../..', import.meta.url));

type Command = (options: CommandOptions) => Promise<ExitCode>;

/** Loaded when it is called: all of them together take longer to load than most take to run. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  dev: async () => (await import('./dev.ts')).dev,
  preview: async () => (await import('./preview.ts')).preview,
  export: async () => (await import('./export.ts')).exportSite,
  hosting: async () => (await import('./hosting.ts')).hosting,
  import: async () => (await import('./import-command.ts')).importFiles,
  new: async () => (await import('./new.ts')).newPostmortem,
  report: async () => (await import('./report.ts')).report,
  schema: async () => (await import('./schema.ts')).schema,
};

/** Runs `candor` with `args`. Never throws. */
export async function run(args: string[], console: Console = processConsole()): Promise<ExitCode> {
  try {
    const { values, positionals } = readArguments(args);
    const [name, ...words] = positionals;
    if (values.version) return await printVersion(console);
    if (values.help || name === undefined || name === 'help') {
      console.out(help(name === 'help' ? words[0] : name));
      return values.help || name === 'help' ? 0 : 2;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(unknownCommand(name));
    const options = { ...readOptions(values), words, console };
    const command = await load();
    return await command(options);
  } catch (cause) {
    console.error(messageFor(cause));
    return 2;
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        out: { type: 'string' },
        edition: { type: 'string' },
        now: { type: 'string' },
        format: { type: 'string' },
        'max-warnings': { type: 'string' },
        fix: { type: 'boolean' },
        port: { type: 'string' },
        into: { type: 'string' },
        title: { type: 'string' },
        summary: { type: 'string' },
        severity: { type: 'string' },
        service: { type: 'string', multiple: true },
        team: { type: 'string', multiple: true },
        started: { type: 'string' },
        'first-logged': { type: 'string' },
        acknowledged: { type: 'string' },
        mitigated: { type: 'string' },
        resolved: { type: 'string' },
        'detected-by': { type: 'string' },
        zone: { type: 'string' },
        slug: { type: 'string' },
        from: { type: 'string' },
        template: { type: 'string' },
        since: { type: 'string' },
        staged: { type: 'boolean' },
        links: { type: 'boolean' },
        relative: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

type Values = ReturnType<typeof readArguments>['values'];

function readOptions(values: Values): Omit<CommandOptions, 'words' | 'console'> {
  const edition = oneOf('edition', values.edition ?? 'public', ['public', 'internal'] as const);
  if (edition === 'internal' && values.since !== undefined)
    throw new UsageError('--since compares what is public; leave --edition away.');
  if (values.staged && (values.fix || values.links || values.since !== undefined))
    throw new UsageError('--staged checks what is staged, and goes with none of --fix, --links and --since.');
  const site = resolve(values.site ?? repository);
  if (!existsSync(site)) throw new UsageError(`There is no folder ${values.site}.`);
  // The one place where the clock is read; everything else is told.
  const now = parseInstant(values.now ?? new Date().toISOString());
  if (now === undefined) throw new UsageError('--now takes a moment with an offset, like 2026-03-14T09:12Z.');
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port takes a number from 0 to 65535.');
  return {
    site,
    out: resolve(values.out ?? resolve(site, edition === 'public' ? 'dist' : 'dist-internal')),
    edition,
    now,
    format: oneOf('format', values.format ?? 'text', checkFormats),
    fix: values.fix ?? false,
    maxWarnings: values['max-warnings'] === undefined ? undefined : readNumber('max-warnings', values['max-warnings']),
    port,
    into: values.into,
    draft: draftFlags(values),
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'],
    since: values.since,
    staged: values.staged ?? false,
    links: values.links ?? false,
    relative: values.relative ?? false,
  };
}

function readNumber(option: string, value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new UsageError(`--${option} takes a whole number.`);
  return number;
}

function draftFlags(values: Values): DraftFlags {
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

function unknownCommand(name: string): string {
  const guess = nearest(name, Object.keys(commands));
  return `There is no command \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ''} \`candor --help\` lists them.`;
}

async function printVersion(console: Console): Promise<ExitCode> {
  console.out(await readVersion());
  return 0;
}

function messageFor(cause: unknown): string {
  if (cause instanceof UsageError || cause instanceof OutputRefused || cause instanceof BaseRefused)
    return cause.message;
  return `Candor failed, and nothing was published.\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
}
