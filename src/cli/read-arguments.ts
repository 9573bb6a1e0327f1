/** The words of the command line, taken apart. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const options = {
  site: text,
  out: text,
  edition: text,
  now: text,
  format: text,
  'max-warnings': text,
  fix: flag,
  port: text,
  into: text,
  all: flag,
  'dry-run': flag,
  set: several,
  done: several,
  state: text,
  'published-at': text,
  title: text,
  summary: text,
  severity: text,
  service: several,
  team: several,
  started: text,
  'first-logged': text,
  acknowledged: text,
  mitigated: text,
  resolved: text,
  'detected-by': text,
  zone: text,
  slug: text,
  from: text,
  template: text,
  since: text,
  staged: flag,
  links: flag,
  relative: flag,
  jobs: text,
  name: text,
  organisation: text,
  url: text,
  language: text,
  host: text,
  updates: text,
  'issue-form': flag,
  package: text,
  before: text,
  after: text,
  ledger: text,
  plan: text,
  wait: text,
  'retry-unknown': flag,
  most: text,
  print: flag,
  save: text,
  lang: text,
  help: { type: 'boolean', short: 'h' },
  version: flag,
} as const;

export type OptionName = keyof typeof options;

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['site', 'edition', 'now', 'help', 'version'];

/** Throws `UsageError` on an option that no command has. */
export function readArguments(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

export type OptionValues = ReturnType<typeof readArguments>['values'];
