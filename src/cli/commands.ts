/** Which commands there are, and what each may be told. */
import { type CommandOptions, checkFormats, type ExitCode, type Format, reportFormats } from './command.ts';
import type { OptionName } from './read-arguments.ts';

/** A command of `candor`. */
export interface CommandEntry {
  /** Loaded when it is called: all of them together take longer to load than most take to run. */
  load: () => Promise<(options: CommandOptions) => Promise<ExitCode>>;
  /** Besides those of every command. */
  options: readonly OptionName[];
  /** What `--format` may be, the usual one first. */
  formats?: readonly Format[];
  /** Whether words may stand behind it; else they are refused. */
  takesWords: boolean;
  /** Whether it works on a site that is there. */
  needsSite: boolean;
}

const onSite = { takesWords: false, needsSite: true };

/** By their names. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  init: {
    load: async () => (await import('./init.ts')).init,
    options: ['name', 'organisation', 'url', 'language', 'zone', 'host', 'updates', 'issue-form', 'package'],
    takesWords: true,
    needsSite: false,
  },
  build: {
    ...onSite,
    load: async () => (await import('./build.ts')).build,
    options: ['out', 'relative', 'jobs'],
  },
  check: {
    load: async () => (await import('./check.ts')).check,
    options: ['out', 'format', 'max-warnings', 'fix', 'since', 'staged', 'links'],
    formats: checkFormats,
    takesWords: true,
    needsSite: true,
  },
  dev: {
    ...onSite,
    load: async () => (await import('./dev.ts')).dev,
    options: ['port'],
  },
  preview: {
    ...onSite,
    load: async () => (await import('./preview.ts')).preview,
    options: ['out', 'port'],
  },
  pdf: {
    load: async () => (await import('./pdf.ts')).pdf,
    options: ['out', 'into', 'all', 'lang'],
    takesWords: true,
    needsSite: true,
  },
  export: {
    ...onSite,
    load: async () => (await import('./export.ts')).exportSite,
    options: ['into'],
  },
  hosting: {
    load: async () => (await import('./hosting.ts')).hosting,
    options: ['out'],
    takesWords: true,
    needsSite: true,
  },
  import: {
    load: async () => (await import('./import-command.ts')).importFiles,
    options: ['into', 'zone', 'dry-run', 'format'],
    formats: ['text', 'json'],
    takesWords: true,
    needsSite: false,
  },
  new: {
    ...onSite,
    load: async () => (await import('./new.ts')).newPostmortem,
    options: [
      'title',
      'summary',
      'severity',
      'service',
      'team',
      'started',
      'first-logged',
      'acknowledged',
      'mitigated',
      'resolved',
      'detected-by',
      'zone',
      'slug',
      'from',
      'template',
    ],
  },
  announce: {
    takesWords: true,
    needsSite: true,
    load: async () => (await import('./announce.ts')).announce,
    options: [
      'before',
      'after',
      'ledger',
      'dry-run',
      'retry-unknown',
      'most',
      'wait',
      'plan',
      'save',
      'print',
      'lang',
      'out',
    ],
  },
  promote: {
    load: async () => (await import('./promote.ts')).promote,
    options: ['set', 'done', 'state', 'published-at', 'zone'],
    takesWords: true,
    needsSite: true,
  },
  report: {
    ...onSite,
    load: async () => (await import('./report.ts')).report,
    options: ['since', 'format'],
    formats: reportFormats,
  },
  schema: {
    ...onSite,
    load: async () => (await import('./schema.ts')).schema,
    options: [],
  },
};
