/** Keeps what Candor keeps between builds, which holds private text, out of git. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `.candor/.gitignore`, where there is none. In a site that cannot be written there will be nothing to hide. */
export function hideWorkFolder(site: string): void {
  try {
    mkdirSync(join(site, '.candor'), { recursive: true });
    writeFileSync(join(site, '.candor', '.gitignore'), '*\n', { flag: 'wx' });
  } catch {}
}
