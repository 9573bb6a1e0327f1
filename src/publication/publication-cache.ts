/** Publications kept between builds, each under a digest of all that decided it. Damaged entries are made anew. */
import { hash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { EncodedImage } from './image-outcome.ts';

interface Cached {
  images: EncodedImage[];
}

/** What is read back: the same value, image bytes included; `undefined` when there is none or it is not whole. */
export interface PublicationCache {
  read<T extends Cached>(name: string, key: string): Promise<T | undefined>;
  write<T extends Cached>(name: string, key: string, value: T): void;
}

/** The entry of a postmortem. */
export function postmortemEntry(slug: string): string {
  return `postmortems/${slug}`;
}

/** A cache in `folder`, whose files are written beside and renamed, so that a stop leaves old ones or none; it holds private text and stays outside everything that is published. */
export function createPublicationCache(folder: string): PublicationCache {
  const entryPath = (name: string) => join(folder, `${name}.json`);
  const imagePath = (name: string) => join(folder, 'images', name);
  // Two postmortems may show the same image, and two workers or builds may run: each writes a part of its own.
  const writeWhole = (path: string, content: string | Uint8Array) => {
    const part = `${path}.${process.pid}-${threadId}.part`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, path);
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
    write(name, key, value) {
      for (const { name: image, bytes } of value.images) writeWhole(imagePath(image), bytes);
      const body = JSON.stringify({ ...value, images: value.images.map(({ bytes: _, ...image }) => image) });
      writeWhole(entryPath(name), `${key} ${digest(body)}\n${body}`);
    },
  };
}

function digest(content: string | Uint8Array): string {
  return hash('sha256', content);
}
