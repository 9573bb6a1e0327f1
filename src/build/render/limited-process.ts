/** Runs a script in a process with few permissions, which says its result as JSON in its last line. */
import { spawn } from 'node:child_process';

export interface LimitedProcess {
  /** Node's flags, the script and its words. */
  words: readonly string[];
  /** All of its environment. */
  environment: Readonly<Record<string, string>>;
  /** Begins the message when it fails. */
  failure: string;
  /** Ends it. */
  signal: AbortSignal;
}

/** Throws with what the process wrote to its error stream when it does not end with 0. */
export async function runLimited<T>({ words, environment, failure, signal }: LimitedProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    let error: Error | undefined;
    child.on('error', (cause) => {
      error = cause;
      // One that never started does not close.
      if (child.pid === undefined) reject(cause);
    });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as T);
      else reject(error ?? new Error(`${failure} with code ${code}.\n${errors}`));
    });
  });
}
