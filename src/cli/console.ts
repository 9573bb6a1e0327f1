/** Where commands write: standard streams at the edge, arrays in tests. */

export interface Console {
  out(text: string): void;
  error(text: string): void;
  /** A line that is written over by the next; nothing where no person watches. */
  progress(text: string): void;
}

/** The process's own streams. Progress shows on a terminal only, and never in CI. */
export function processConsole(): Console {
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
  };
}
