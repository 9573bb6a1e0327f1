/** Renders pages on request from a projection that changes; one for each edition, in a thread of its own. */
import { Worker } from 'node:worker_threads';
import { scriptFile } from '../../disk/installation.ts';
import type { LiveAnswer, LiveRequest } from './live-worker.ts';

export interface LivePage {
  status: number;
  type: string;
  body: Uint8Array;
}

export interface LiveRenderer {
  /** `path` without the base. Rejects when the page fails. */
  render(path: string): Promise<LivePage>;
  /** Must be called once the projection has changed. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts the engine whose server entry is `entry` over the folder `projection`; ready for pages when the promise is kept. */
export async function startLiveRenderer(entry: string, projection: string): Promise<LiveRenderer> {
  const worker = new Worker(scriptFile('build/render/live-worker'), {
    workerData: entry,
    env: { ...process.env, CANDOR_PROJECTION: projection },
  });
  const pending = new Map<number, { resolve: (page: LivePage) => void; reject: (cause: Error) => void }>();
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.on('message', (answer: LiveAnswer) => {
    const request = pending.get(answer.id);
    pending.delete(answer.id);
    if ('failed' in answer) request?.reject(new Error(answer.failed));
    else request?.resolve(answer);
  });
  // What kills the thread is told to those who wait, not to the process.
  const stop = (cause: Error) => {
    for (const { reject } of pending.values()) reject(cause);
    pending.clear();
  };
  worker.on('error', stop);
  worker.on('exit', () => stop(new Error('The renderer stopped.')));
  let count = 0;
  const send = (request: LiveRequest) => worker.postMessage(request);
  return {
    render: (path) =>
      new Promise((resolve, reject) => {
        count += 1;
        pending.set(count, { resolve, reject });
        send({ id: count, path });
      }),
    forget: () => send({ forget: true }),
    close: async () => void (await worker.terminate()),
  };
}
