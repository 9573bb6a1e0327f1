/** Asks a process of its own that reads what others made, and ends it when it takes too long or too much memory. */
import { type ChildProcess, fork } from 'node:child_process';
import { scriptFile } from './installation.ts';

export interface ProcessOptions<Outcome> {
  /** Below `src`, without its ending. */
  script: string;
  /** What it reads, for messages: `pictures`. */
  name: string;
  secondsAllowed: number;
  megabytesAllowed: number;
  /** What comes of a task that ended the process. */
  tooSlow: Outcome;
}

/**
 * One process for each thread that asks: it is started when first needed, and anew behind a task that ended it. Never fails
 * because of what it reads.
 */
export function createProcessAsker<Request, Outcome>(
  options: ProcessOptions<Outcome>,
): (request: Request) => Promise<Outcome> {
  let running: ChildProcess | undefined;
  /** The last of those that were asked for: one is done after the other, so that each has its own time. */
  let last: Promise<unknown> = Promise.resolve();
  const ask = (request: Request): Promise<Outcome> => {
    running ??= start(options);
    const child = running;
    // It keeps nobody waiting but who asked.
    child.ref();
    child.channel?.ref();
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('error', onError).off('exit', onExit);
        child.unref();
        child.channel?.unref();
        finish();
      };
      const drop = () => {
        running = undefined;
        child.kill('SIGKILL');
      };
      const timer = setTimeout(() => {
        drop();
        settle(() => resolve(options.tooSlow));
      }, options.secondsAllowed * 1000);
      const onMessage = (outcome: unknown) => settle(() => resolve(outcome as Outcome));
      const onError = (cause: Error) => {
        drop();
        settle(() => reject(new Error(`The process for ${options.name} cannot be reached.`, { cause })));
      };
      const onExit = (code: number | null, signal: string | null) => {
        drop();
        // It ends itself, or is ended, where something takes too much; with a code it failed by itself.
        if (signal !== null) settle(() => resolve(options.tooSlow));
        else settle(() => reject(new Error(`The process for ${options.name} ended with code ${code}.`)));
      };
      child.on('message', onMessage).on('error', onError).on('exit', onExit);
      child.send(request as object, (cause) => {
        if (cause) onError(cause);
      });
    });
  };
  return (request) => {
    const outcome = last.then(() => ask(request));
    last = outcome.catch(() => {});
    return outcome;
  };
}

function start({ script, megabytesAllowed }: ProcessOptions<unknown>): ChildProcess {
  // Nothing of the environment but what Windows needs to load a library.
  const { SystemRoot } = process.env;
  return fork(scriptFile(script), {
    execArgv: [`--max-old-space-size=${megabytesAllowed}`, '--disable-warning=ExperimentalWarning'],
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
