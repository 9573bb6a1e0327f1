/** Imports files in a process with limits: a document that keeps a parser busy becomes a problem, not a hang. */
import { type ChildProcess, fork } from 'node:child_process';
import type { ImportedPostmortem } from '../author/importers/importer.ts';
import { scriptFile } from '../disk/installation.ts';
import { createProblem, type Problem } from '../shared/problem/problem.ts';
import type { ImportOutcome, ImportTask } from './import-process.ts';

/** Longest time for one file. */
const secondsAllowed = 20;
const megabytesAllowed = 768;
/** Levels that stories may have; the parser bears some more. */
const levelsAllowed = 60;

export type Imported = { found: ImportedPostmortem[] } | { problem: Problem };

export interface LimitedImport {
  /** `file` is the path that the user knows. Throws when an importer fails for a reason that is not the document's. */
  run(task: ImportTask, file: string): Promise<Imported>;
  close(): void;
}

/**
 * One process for all files, and a new one after a file for which it had to be ended. It is no thread: one that comes to the
 * end of its memory can take the whole process with it.
 */
export function createLimitedImport(seconds = secondsAllowed): LimitedImport {
  let child: ChildProcess | undefined;
  const stop = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    async run(task, file) {
      const line = findDeepLine(task.source.text ?? '');
      if (line !== undefined)
        return { problem: createProblem('story/too-deep', { file, line }, { limit: levelsAllowed }) };
      child ??= fork(scriptFile('cli/import-process'), {
        execArgv: [`--max-old-space-size=${megabytesAllowed}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const outcome = await ask(child, task, seconds);
      if (outcome === 'too-slow') {
        stop();
        return { problem: createProblem('story/too-slow', { file }, { seconds }) };
      }
      if (!outcome.failed) return outcome;
      const { isTooDeep, isUnread, name, frames } = outcome.failed;
      if (isUnread) return { problem: createProblem('import/unreadable', { file }) };
      if (isTooDeep) return { problem: createProblem('story/too-deep', { file }, { limit: levelsAllowed }) };
      throw new Error(`${name} while importing ${file}.\n${frames}`);
    },
    close: stop,
  };
}

/** 1-based. Quotes within quotes cost a parser the square of their number, and more. */
function findDeepLine(text: string): number | undefined {
  const lines = text.split('\n');
  const found = lines.findIndex((line) => deepQuote.test(line));
  return found < 0 ? undefined : found + 1;
}

const deepQuote = new RegExp(`^[ \\t]{0,3}(?:>[ \\t]{0,4}){${levelsAllowed + 1}}`);

function ask(child: ChildProcess, task: ImportTask, seconds: number): Promise<ImportOutcome | 'too-slow'> {
  return new Promise((resolve, reject) => {
    const onMessage = (outcome: unknown) => settle(() => resolve(outcome as ImportOutcome));
    const onError = (cause: Error) => settle(() => reject(cause));
    // Out of memory: the system says so by a signal.
    const onExit = (_: number | null, signal: string | null) =>
      settle(() => (signal === null ? reject(new Error('The importing process ended.')) : resolve('too-slow')));
    const timer = setTimeout(() => settle(() => resolve('too-slow')), seconds * 1000);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
    child.send(task);
  });
}
