/** Workers with limits: a postmortem that takes too long or too much memory becomes a problem, not a hang. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { defaultJobs } from '../../disk/default-jobs.ts';
import { scriptFile } from '../../disk/installation.ts';
import { createProblem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { PublicationContext } from './publication-context.ts';
import type { Message, Task, TaskResult, WorkerFailure } from './publication-worker.ts';
import { createTimeBudget, slowSecondsAllowed } from './time-budget.ts';

/** Longest time for one postmortem, in seconds. */
export const secondsAllowed = 20;
const megabytesAllowed = 768;
/** For new objects: left to itself V8 takes three times as much, and is no faster for it. */
const megabytesYoung = 48;
/** Tasks that take one worker as long as another takes to start, as `docs/speed.md` measures. */
const worthAnother = 24;

/** Of pools that were closed, for the next ones of this process: at most `mostReusable`. */
const reusable: Worker[] = [];
let mostReusable = 0;

/** For a process that opens pools one after another: the next takes the workers of the one before, whose code is loaded. */
export function reuseWorkers(): void {
  mostReusable = availableParallelism();
}

/** Starts one for the next pool of this process, so that its code is loaded by then. Keeps no process alive. */
export function prepareWorker(): void {
  if (reusable.length > 0) return;
  const worker = openWorker();
  worker.unref();
  reusable.push(worker);
}

export interface WorkerPool {
  /** Starts a worker for a task that is sure to come, which saves it the wait. */
  warm(): void;
  /** Publishes one file. Throws when a worker fails for a reason that is not the author's. */
  run(task: Task, location: SourceLocation): Promise<TaskResult>;
  close(): Promise<void>;
}

/**
 * Starts workers as they are needed, each further one when those there are have done as much as its start costs and something still
 * waits: however many tasks come, starts never cost more than the work. `jobs` at most, and no more than there are processors:
 * more would wait for each other while the time of their tasks runs. Idle ones keep no process alive; `signal` ends what is
 * under way.
 */
export function createWorkerPool(
  context: PublicationContext,
  budget = createTimeBudget(),
  { jobs = defaultJobs(), signal }: { jobs?: number | undefined; signal?: AbortSignal | undefined } = {},
): WorkerPool {
  const size = Math.min(jobs, Math.max(1, availableParallelism()));
  const idle: Worker[] = [];
  const queue: (() => void)[] = [];
  let busy = 0;
  /** Tasks that ended while others waited, since the last worker started. */
  let endedBeforeOthers = 0;

  const paysAnother = () => endedBeforeOthers >= worthAnother && busy + idle.length < size;
  const hasRoom = () => busy === 0 || (busy < size && idle.length > 0) || paysAnother();
  const rest = (worker: Worker) => {
    worker.unref();
    idle.push(worker);
  };
  const start = () => {
    endedBeforeOthers = 0;
    return startWorker(context);
  };
  const release = (worker?: Worker) => {
    busy -= 1;
    if (queue.length > 0) endedBeforeOthers += 1;
    if (worker) rest(worker);
    for (const wake of queue.splice(0, paysAnother() ? 2 : 1)) wake();
  };
  return {
    warm() {
      if (busy + idle.length === 0) rest(start());
    },
    async run(task, location) {
      while (!hasRoom()) await new Promise<void>((resolve) => queue.push(resolve));
      if (signal?.aborted) {
        queue.shift()?.();
        throw signal.reason;
      }
      const slowest = budget.overdrawn();
      if (slowest) {
        queue.shift()?.();
        const values = { seconds: slowSecondsAllowed, slowest };
        return { slug: task.name, problems: [createProblem('story/too-slow-together', location, values)], images: [] };
      }
      busy += 1;
      const started = performance.now();
      const worker = idle.pop() ?? start();
      worker.ref();
      try {
        const outcome = await runTask(worker, task, signal);
        release(worker);
        return outcome;
      } catch (cause) {
        await worker.terminate();
        release();
        if (!(cause instanceof LimitReached)) throw cause;
        return {
          slug: task.name,
          problems: [createProblem('story/too-slow', location, { seconds: secondsAllowed })],
          images: [],
        };
      } finally {
        budget.note(location.file, (performance.now() - started) / 1000);
      }
    },
    async close() {
      // Emptied, so that a later task starts a worker of its own.
      const closed = idle.splice(0);
      reusable.push(...closed.splice(0, mostReusable - reusable.length));
      await Promise.all(closed.map((worker) => worker.terminate()));
    },
  };
}

class LimitReached extends Error {}

function startWorker(context: PublicationContext): Worker {
  const worker = reusable.pop() ?? openWorker();
  worker.postMessage({ kind: 'context', context } satisfies Message);
  return worker;
}

function openWorker(): Worker {
  return new Worker(scriptFile('private/publish/publication-worker'), {
    resourceLimits: {
      maxOldGenerationSizeMb: megabytesAllowed,
      maxYoungGenerationSizeMb: megabytesYoung,
      stackSizeMb: 4,
    },
  });
}

function runTask(worker: Worker, task: Task, signal: AbortSignal | undefined): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const onMessage = (result: TaskResult | WorkerFailure) =>
      settle(() => ('failed' in result ? reject(failureOf(result, task)) : resolve(result)));
    const onError = (cause: NodeJS.ErrnoException) => settle(() => reject(isLimit(cause) ? new LimitReached() : cause));
    const onExit = (code: number) => settle(() => reject(new Error(`A worker ended with code ${code}.`)));
    const onAbort = () => settle(() => reject(signal?.reason));
    const timer = setTimeout(() => settle(() => reject(new LimitReached())), secondsAllowed * 1000);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    worker.postMessage(task satisfies Message);
  });
}

function failureOf({ failed: { name, frames, isLimit } }: WorkerFailure, task: Task): Error {
  if (isLimit) return new LimitReached();
  return new Error(`${name} while publishing the ${task.kind} ${task.name}.\n${frames.join('\n')}`);
}

function isLimit(cause: NodeJS.ErrnoException): boolean {
  return cause.code === 'ERR_WORKER_OUT_OF_MEMORY' || cause instanceof RangeError;
}
