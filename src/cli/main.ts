/** The command line: finds the command, reads its options, and turns what comes back into an exit code. */
import { OutputRefused } from '../disk/output-refused.ts';
import { BaseRefused } from '../private/history/run-git.ts';
import { nearest } from '../shared/problem/nearest.ts';
import { type Call, describeCall } from './call.ts';
import type { ExitCode } from './command.ts';
import { type CommandEntry, commands } from './commands.ts';
import { type Console, processConsole } from './console.ts';
import { help } from './help.ts';
import { hideWorkFolder } from './hide-work-folder.ts';
import { commonOptions, type OptionValues, readArguments } from './read-arguments.ts';
import { readOptions } from './read-options.ts';
import { UsageError } from './usage-error.ts';
import { readVersion } from './version.ts';

/** Runs `candor` with `args` in the present folder. Never throws. */
export async function run(
  args: string[],
  console: Console = processConsole(),
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ExitCode> {
  const call = describeCall(environment);
  try {
    const { values, positionals } = readArguments(args);
    const [name, ...words] = positionals;
    if (values.version) return await printVersion(console);
    if (values.help || name === undefined || name === 'help') {
      console.out(help(name === 'help' ? words[0] : name));
      return values.help || name === 'help' ? 0 : 2;
    }
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!entry) throw new UsageError(unknownCommand(name, call));
    refuseForeign({ name, entry, values, words, call });
    const options = readOptions(values, {
      folder: process.cwd(),
      // The one place where the clock is read; everything else is told.
      now: new Date().toISOString(),
      isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true && !environment['CI'],
      call,
      environment,
      clock: () => Date.now(),
      needsSite: entry.needsSite,
      formats: entry.formats ?? ['text'],
    });
    if (entry.needsSite) hideWorkFolder(options.site);
    const command = await entry.load();
    return await command({ ...options, words, console });
  } catch (cause) {
    console.error(messageFor(cause));
    return 2;
  }
}

interface Called {
  name: string;
  entry: CommandEntry;
  values: OptionValues;
  words: readonly string[];
  call: Call;
}

/** What a command would pass over without a word. */
function refuseForeign({ name, entry, values, words, call }: Called): void {
  const known: readonly string[] = [...commonOptions, ...entry.options];
  const option = Object.keys(values).find((key) => !known.includes(key));
  const hint = `\`${call(`${name} --help`)}\` says what it takes.`;
  if (option !== undefined) throw new UsageError(`\`candor ${name}\` has no option --${option}. ${hint}`);
  if (!entry.takesWords && words.length > 0)
    throw new UsageError(`\`candor ${name}\` does not know the word \`${words[0]}\`. ${hint}`);
}

function unknownCommand(name: string, call: Call): string {
  const guess = nearest(name, Object.keys(commands));
  return `There is no command \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ''} \`${call('--help')}\` lists them.`;
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
