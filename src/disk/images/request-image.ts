/** The process that decodes pictures. */
import { createProcessAsker } from '../ask-process.ts';
import type { ImageOutcome, ImageRequest, ImageTask } from './image-outcome.ts';

/** Longest time for one picture, in seconds. */
export const imageSecondsAllowed = 12;

const request = createProcessAsker<ImageRequest, ImageOutcome>({
  script: 'disk/images/image-process',
  name: 'pictures',
  secondsAllowed: imageSecondsAllowed,
  megabytesAllowed: 256,
  tooSlow: { failed: 'too-slow' },
});

/** Never fails because of a picture: one that ends the process has taken too much. */
export function requestImage(task: ImageTask, source: Uint8Array, isDrawing: boolean): Promise<ImageOutcome> {
  return request({ task, source, isDrawing });
}
