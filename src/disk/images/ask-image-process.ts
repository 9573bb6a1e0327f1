/** A process that decodes pictures, one for each thread that asks: it is started when first needed, and ended when it takes too long. */
import { type ChildProcess, fork } from 'node:child_process';
import { scriptFile } from '../installation.ts';
import type { ImageOutcome, ImageRequest, ImageTask } from './image-outcome.ts';

/** Longest time for one picture, in seconds. */
export const imageSecondsAllowed = 12;

const script = scriptFile('disk/images/image-process');

let running: ChildProcess | undefined;
/** The last of those that were asked for: pictures are done one after the other, so that each has its own time. */
let last: Promise<unknown> = Promise.resolve();

/** Never fails because of a picture: one that ends the process has taken too much. */
export function askImageProcess(task: ImageTask, source: Uint8Array, isDrawing: boolean): Promise<ImageOutcome> {
  const outcome = last.then(() => ask({ task, source, isDrawing }));
  last = outcome.catch(() => {});
  return outcome;
}

function ask(request: ImageRequest): Promise<ImageOutcome> {
  running ??= start();
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
      settle(() => resolve({ failed: 'too-slow' }));
    }, imageSecondsAllowed * 1000);
    const onMessage = (outcome: unknown) => settle(() => resolve(outcome as ImageOutcome));
    const onError = (cause: Error) => {
      drop();
      settle(() => reject(new Error('The process for pictures cannot be reached.', { cause })));
    };
    const onExit = (code: number | null, signal: string | null) => {
      drop();
      // It ends itself, or is ended, where a picture takes too much; with a code it failed by itself.
      if (signal !== null) settle(() => resolve({ failed: 'too-slow' }));
      else settle(() => reject(new Error(`The process for pictures ended with code ${code}.`)));
    };
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
    child.send(request, (cause) => {
      if (cause) onError(cause);
    });
  });
}

function start(): ChildProcess {
  // Nothing of the environment but what Windows needs to load a library.
  const { SystemRoot } = process.env;
  return fork(script, {
    execArgv: ['--max-old-space-size=256', '--disable-warning=ExperimentalWarning'],
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
