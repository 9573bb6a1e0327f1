/** `candor preview`: serves the output folder until it is ended. */
import type { CommandOptions, ExitCode } from './command.ts';
import { untilStopped } from './serve.ts';
import { serveBuilt } from './serve-built.ts';

export async function preview({ site, out, port, call, console }: CommandOptions): Promise<ExitCode> {
  const served = await serveBuilt(site, out, port);
  if (!served) {
    console.error(`There is no built site in ${out}. Run \`${call('build')}\` first.`);
    return 2;
  }
  const stopped = untilStopped(() => process.exit(0));
  console.out(`Serving ${out} at ${served.url}`);
  await stopped;
  served.close();
  return 0;
}
