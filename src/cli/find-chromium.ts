/** A browser that can print pages: Chromium, Chrome or Edge, as they are installed on each system. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chromium-headless-shell',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** That of `CHROMIUM`, which must be there if it is named, else the first on the path. */
export function findChromium({
  CHROMIUM,
  PATH = '',
}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (CHROMIUM) return existsSync(CHROMIUM) ? CHROMIUM : undefined;
  const onPath = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}
