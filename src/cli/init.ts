import type { CommandOptions, ExitCode } from './command.ts';
export async function init(_: CommandOptions): Promise<ExitCode> {
  return 2;
}
