/** Publications kept between builds, each under a digest of all that decided it. Damaged entries are made anew. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EncodedImage } from './publish-image.ts';

interface Cached {
  images: EncodedImage[];
}

/** What is read back: the same value, image bytes included; `undefined` when there is none or it is not whole. */
export interface PublicationCache {
  read<T extends Cached>(name: string, key: string): Promise<T | undefined>;
  write<T extends Cached>(name: string, key: string, value: T): Promise<void>;
}

/** A cache in `folder`, whose files are written beside and renamed, so that a stop leaves old ones or none; it holds private text and stays outside everything that is published. */
export function createPublicationCache(folder: string): PublicationCache {
  const entryPath = (name: string) => join(folder, `${name}.json`);
  const imagePath = (name: string) => join(folder, 'images', name);
  let parts = 0;
  // Two postmortems may show the same image, and two builds may run: each writes a part of its own.
  const writeWhole = async (path: string, content: string | Uint8Array) => {
    parts += 1;
    const part = `${path}.${process.pid}-${parts}.part`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, content);
    await rename(part, path);
  };
  return {
    async read<T extends Cached>(name: string, key: string): Promise<T | undefined> {
      const content = await readFile(entryPath(name), 'utf8').catch(() => undefined);
      const lineEnd = content?.indexOf('\n') ?? -1;
      if (content === undefined || content.slice(0, lineEnd) !== `${key} ${digest(content.slice(lineEnd + 1))}`)
        return undefined;
      const value = JSON.parse(content.slice(lineEnd + 1)) as T;
      const images: EncodedImage[] = [];
      for (const image of value.images) {
        const bytes = await readFile(imagePath(image.name)).catch(() => undefined);
        if (!bytes || !image.name.startsWith(digest(bytes).slice(0, 20))) return undefined;
        images.push({ ...image, bytes });
      }
      return { ...value, images };
    },
    async write(name, key, value) {
      for (const { name: image, bytes } of value.images) await writeWhole(imagePath(image), bytes);
      const body = JSON.stringify({ ...value, images: value.images.map(({ bytes: _, ...image }) => image) });
      await writeWhole(entryPath(name), `${key} ${digest(body)}\n${body}`);
    },
  };
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
