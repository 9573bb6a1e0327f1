/** `candor import FORMAT FILE… --into DIR` on the command line. */

import type { CommandOptions, ExitCode } from './command.ts';
import { importPostmortems } from './import.ts';
import { importFormats } from './importers.ts';

export async function importFiles({ words, into, console }: CommandOptions): Promise<ExitCode> {
  const [format, ...files] = words;
  if (format === undefined || !importFormats.includes(format) || files.length === 0 || into === undefined) {
    console.error(`Usage: candor import ${importFormats.join('|')} FILE... --into DIR`);
    return 2;
  }
  return await importPostmortems({ format, files, into, report: console.out });
}
