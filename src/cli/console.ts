/** Where commands write: standard streams at the edge, arrays in tests. */
import { styleText } from 'node:util';
import type { Paint, Shade } from '../shared/problem/print-problems.ts';

export interface Console {
  out(text: string): void;
  error(text: string): void;
  /** A line that is written over by the next; nothing where no person watches. */
  progress(text: string): void;
  /** Colours for what goes to `error`; plain text where there is none. */
  paint?: Paint;
  /** True when a person reads what goes to `error`. */
  isTerminal?: boolean;
}

const styles: Record<Shade, Parameters<typeof styleText>[0]> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  hint: ['bold', 'blue'],
  place: 'underline',
  code: 'cyan',
  frame: 'gray',
};

/**
 * The process's own streams. Progress shows on a terminal only, and never in CI; colours on a terminal only, or as
 * `NO_COLOR` and `FORCE_COLOR` say.
 */
export function processConsole(): Console {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', bearClosedPipe);
  const isWatched = process.stderr.isTTY === true && !process.env['CI'];
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    out: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    error: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!isWatched) return;
      process.stderr.write(`\r\u001b[2K${text}`);
      shown = text !== '';
    },
    isTerminal: isWatched,
    paint: (shade, text) => styleText(styles[shade], text, { stream: process.stderr }),
  };
}

/** Whoever read has read enough, as `head` has: the command goes on to its end, and says nothing more. */
function bearClosedPipe(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EPIPE') throw cause;
}
