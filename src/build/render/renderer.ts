/** One process of the renderer, which does what it is told, one task after the other. */
import { type ChildProcess, spawn } from 'node:child_process';

/** `few`: says what each part lacks, and renders it where it is at most so many pages. A number: renders what that part lacks. */
export type RenderTask = { few: number } | number;

export interface PartCounts {
  rendered: number;
}

export interface PartsLooked {
  /** How many pages each part lacks; none where they were few. */
  missing: number[];
  /** How many pages were there in all parts, and how many were rendered. */
  kept: number;
  rendered: number;
}

export type RenderAnswer = { isReady: true } | PartsLooked | PartCounts | { failed: string };

export interface Renderer {
  /** Rejects with what the process said when it fails, or when it was closed. */
  look(few: number): Promise<PartsLooked>;
  bring(part: number): Promise<PartCounts>;
  /** Ends it, also in the midst of a task. */
  close(): Promise<void>;
}

export interface RendererOptions {
  /** Node's flags, the script and its words. */
  words: readonly string[];
  /** All of its environment. */
  environment: Readonly<Record<string, string>>;
}

/** Starts the process; tasks may be given at once. */
export function startRenderer({ words, environment }: RendererOptions): Renderer {
  const child = spawn(process.execPath, words, { env: environment, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<Error>((resolve) => {
    child.on('error', resolve);
    child.on('close', (code) => resolve(new Error(`The renderer stopped with code ${code}.\n${errors}`)));
  });
  const ready = nextAnswer(child, ended);
  // Told to whoever gives it a task.
  ready.catch(() => {});
  const ask = async (task: RenderTask): Promise<RenderAnswer> => {
    await ready;
    const answer = nextAnswer(child, ended);
    child.send(task, () => {});
    return answer;
  };
  return {
    look: (few) => ask({ few }) as Promise<PartsLooked>,
    bring: (part) => ask(part) as Promise<PartCounts>,
    async close() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function nextAnswer(child: ChildProcess, ended: Promise<Error>): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      child.off('message', onMessage);
      finish();
    };
    const onMessage = (message: unknown) =>
      settle(() => {
        const answer = message as RenderAnswer;
        if ('failed' in answer) reject(new Error(`The renderer stopped.\n${answer.failed}`));
        else resolve(answer);
      });
    child.on('message', onMessage);
    void ended.then((cause) => settle(() => reject(cause)));
  });
}
