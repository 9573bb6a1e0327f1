/** Re-encodes an author's image: metadata dropped, sizes and modern format made, named by its own bytes. */

import type { ImageOutcome, ImageTask } from './image-outcome.ts';
import { isDrawing, readDrawingFile } from './read-drawing.ts';
import { requestImage } from './request-image.ts';

/**
 * Decodes one still image (the first frame of an animation) and encodes it anew; names depend on the visible result
 * alone, so that neither metadata nor the author's file name has any influence. Never throws on bad input.
 */
export function publishImage(source: Uint8Array): Promise<ImageOutcome> {
  return run('publish', source);
}

/** Fails where publishing it would fail, and makes nothing of it. */
export function lookAtImage(source: Uint8Array): Promise<ImageOutcome> {
  return run('look', source);
}

/** The picture as a PNG of nothing but what is published of it: publishing that gives the same bytes. For sources that were published. */
export async function publicPixels(source: Uint8Array): Promise<Uint8Array> {
  const outcome = await run('pixels', source);
  const [picture] = 'failed' in outcome ? [] : outcome.variants;
  if (!picture) throw new Error('A picture that was published before cannot be read again.');
  return picture.bytes;
}

/** A drawing is looked through before anything draws it. */
async function run(task: ImageTask, source: Uint8Array): Promise<ImageOutcome> {
  const drawing = isDrawing(source) ? readDrawingFile(source) : undefined;
  if (drawing?.reason !== undefined) return { failed: 'unreadable', reason: drawing.reason };
  return requestImage(task, source, drawing !== undefined);
}
