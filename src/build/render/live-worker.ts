/** The inside of a live renderer: the compiled engine over one projection, which changes under it. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

interface LiveEngine {
  renderPage(path: string): Promise<{ status: number; type: string | null; body: Uint8Array }>;
  forgetAnswers(): void;
}

export type LiveRequest = { id: number; path: string } | { forget: true };
export type LiveAnswer =
  | { id: number; status: number; type: string; body: Uint8Array }
  | { id: number; failed: string };

const engine = (await import(pathToFileURL(workerData as string).href)) as LiveEngine;

parentPort?.on('message', async (request: LiveRequest) => {
  if ('forget' in request) return engine.forgetAnswers();
  const { id, path } = request;
  try {
    const { status, type, body } = await engine.renderPage(path);
    parentPort?.postMessage({ id, status, type: type ?? 'text/html; charset=utf-8', body } satisfies LiveAnswer);
  } catch (cause) {
    parentPort?.postMessage({
      id,
      failed: cause instanceof Error ? cause.message : String(cause),
    } satisfies LiveAnswer);
  }
});
parentPort?.postMessage({ ready: true });
