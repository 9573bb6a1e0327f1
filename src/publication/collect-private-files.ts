/** Recognises files that may not be published as they are: originals beside postmortems, and images only staff may see. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishImage } from './publish-image.ts';

/** From a digest of bytes, and from a name that the pipeline would give, to the file they come from. */
export interface PrivateFiles {
  digests: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

const image = /\.(?:png|jpe?g|webp|gif|avif|svg)$/i;

export interface FileOptions {
  /** Folders of `content/`, such as `postmortems/<slug>`. */
  folders: readonly string[];
  /** Names of files that are published as text, `index.mdx` among them. */
  stories: readonly string[];
  /** Whether public text names a file. */
  isShown: (path: string) => boolean;
}

/** All files of the folders, but texts that are published. */
export async function collectPrivateFiles(
  site: string,
  { folders, stories, isShown }: FileOptions,
): Promise<PrivateFiles> {
  const digests = new Map<string, string>();
  const hidden = new Map<string, { origin: string; bytes: Uint8Array }>();
  const shown = new Set<string>();
  for (const part of folders) {
    const folder = join(site, 'content', part);
    for (const name of (await readdir(folder).catch(() => [])).sort()) {
      if (stories.includes(name) || name.startsWith('.') || (part === 'theme' && name.endsWith('.mdx'))) continue;
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      if (!bytes || bytes.length === 0) continue;
      const [digest, origin] = [createHash('sha256').update(bytes).digest('hex'), `content/${part}/${name}`];
      digests.set(digest, origin);
      if (isShown(`${part}/${name}`)) shown.add(digest);
      else if (image.test(name)) hidden.set(digest, { origin, bytes });
    }
  }
  const names = new Map<string, string>();
  for (const [digest, { origin, bytes }] of hidden) {
    if (shown.has(digest)) continue;
    const encoded = await publishImage(bytes);
    if ('failed' in encoded) continue;
    for (const { name } of encoded.variants) names.set(name, origin);
  }
  return { digests, names };
}
