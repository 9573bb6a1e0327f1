/** The command line on a terminal of its own, answered as somebody would who reads the questions. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { repository } from './build.ts';

/** Of util-linux: those of other systems take other flags. */
const terminal = 'script';
export const hasTerminal =
  spawnSync(terminal, ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

export const keys = { down: '\u001b[B', up: '\u001b[A', enter: '\r', stop: '\u0003' };

/**
 * Types what `answer` says to what is on the screen since the last answer; nothing until that is a question. Gives back all that was
 * shown, without colours.
 */
export function onTerminal(
  args: readonly string[],
  answer: (shown: string) => string | undefined,
): Promise<{ code: number | null; shown: string }> {
  const quoted = [process.execPath, join(repository, 'bin/candor.mjs'), ...args].map((word) => `'${word}'`).join(' ');
  const { CI: _, ...environment } = process.env;
  // It begins without a width.
  const child = spawn(terminal, ['-qec', `stty cols 120 rows 60 && exec ${quoted}`, '/dev/null'], {
    env: { ...environment, TERM: 'xterm' },
  });
  let [shown, fresh] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const plain = stripVTControlCharacters(text);
    shown += plain;
    fresh += plain;
    const typed = answer(fresh);
    if (typed === undefined) return;
    fresh = '';
    child.stdin.write(typed);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, shown }));
  });
}
