/** `candor import FORMAT FILE… --into DIR` on the command line. */

import { isTimeZone } from '../shared/incident/instant.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { importPostmortems } from './import.ts';
import { importFormats } from './importers.ts';
import { LinkedFolder } from './write-drafts.ts';

export async function importFiles({
  words,
  into,
  draft: { zone },
  isDryRun,
  format: form,
  console,
}: CommandOptions): Promise<ExitCode> {
  const [format, ...files] = words;
  if (format === undefined || !importFormats.includes(format) || files.length === 0 || into === undefined) {
    console.error(
      `Usage: candor import ${importFormats.join('|')} FILE|FOLDER... --into DIR [--zone ZONE] [--dry-run] [--format text|json]`,
    );
    return 2;
  }
  if (zone !== undefined && !isTimeZone(zone)) {
    console.error(`--zone: \`${zone}\` is no time zone; write it like Europe/London.`);
    return 2;
  }
  try {
    const asJson = form === 'json';
    return await importPostmortems({ format, files, into, zone, isDry: isDryRun, asJson, report: console.out });
  } catch (cause) {
    if (!(cause instanceof LinkedFolder)) throw cause;
    console.error(cause.message);
    return 1;
  }
}
