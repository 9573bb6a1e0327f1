/** `candor import FORMAT FILE… --into DIR` on the command line. */

import { isTimeZone } from '../shared/incident/instant.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { importPostmortems } from './import.ts';
import { importFormats } from './importers.ts';

export async function importFiles({ words, into, draft: { zone }, console }: CommandOptions): Promise<ExitCode> {
  const [format, ...files] = words;
  if (format === undefined || !importFormats.includes(format) || files.length === 0 || into === undefined) {
    console.error(`Usage: candor import ${importFormats.join('|')} FILE... --into DIR [--zone ZONE]`);
    return 2;
  }
  if (zone !== undefined && !isTimeZone(zone)) {
    console.error(`--zone: \`${zone}\` is no time zone; write it like Europe/London.`);
    return 2;
  }
  return await importPostmortems({ format, files, into, zone, report: console.out });
}
