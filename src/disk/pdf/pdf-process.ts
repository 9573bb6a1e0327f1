/** The process for PDFs: reads one after another for the process that started it, and ends with it. */
import { readPdf } from './read-pdf.ts';

/** What is unpacked lies outside the memory that a flag of Node bounds. */
const mostResidentBytes = 1_073_741_824;

const end = () => process.kill(process.pid, 'SIGKILL');
setInterval(() => {
  if (process.memoryUsage.rss() > mostResidentBytes) end();
}, 50).unref();
process.on('disconnect', end);
process.on('message', async (bytes: Uint8Array) => {
  process.send?.(await readPdf(bytes));
});
