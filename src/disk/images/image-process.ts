/** The process for pictures: does one task after another for the process that started it, and ends with it. */

import { encodeImage } from './encode-image.ts';
import type { ImageRequest } from './image-outcome.ts';

/** Libraries take memory that no flag of Node bounds. */
const mostResidentBytes = 1_610_612_736;

// The library works in threads of its own, which no way of ending politely would stop.
const end = () => process.kill(process.pid, 'SIGKILL');
setInterval(() => {
  if (process.memoryUsage.rss() > mostResidentBytes) end();
}, 50).unref();
process.on('disconnect', end);
process.on('message', async ({ task, source, isDrawing }: ImageRequest) => {
  process.send?.(await encodeImage(task, source, isDrawing));
});
