/** One page as a PDF, printed by a browser without a window that reaches nothing but this machine. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Longer than any page takes; one that hangs is ended. */
const longest = 60_000;

/** `undefined` where the browser made none. `folder` is empty, and is its profile and where it writes; `signal` ends it. */
export async function printPage(
  browser: string,
  url: string,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<Buffer | undefined> {
  const file = join(folder, 'page.pdf');
  const isRoot = process.getuid?.() === 0;
  const flags = [
    '--headless',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--no-first-run',
    '--no-pdf-header-footer',
    // The browser refuses to be sandboxed by root; the page is one of ours and can ask nobody else.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${file}`,
    url,
  ];
  await new Promise<void>((resolve) => {
    const limits = { timeout: longest, killSignal: 'SIGKILL', signal, windowsHide: true } as const;
    execFile(browser, flags, limits, () => resolve());
  });
  const pdf = await readFile(file).catch(() => undefined);
  return pdf?.subarray(0, 5).toString('latin1') === '%PDF-' ? pdf : undefined;
}
