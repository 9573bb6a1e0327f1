/** Publications kept between builds, each under a digest of all that decided it. Damaged entries are made anew. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileReader } from '../../disk/file-reader.ts';
import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import { readSealed, writeSealed, writeWhole } from '../../disk/sealed-file.ts';
import { digestInAddress } from '../../shared/addresses/digest-in-address.ts';
import type { AttachedFile } from './types.ts';

interface Cached {
  images: EncodedImage[];
  attached?: AttachedFile[];
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
  const attachedPath = (digest: string) => join(folder, 'attached', digest);
  const readBytes = createFileReader();
  return {
    async read<T extends Cached>(name: string, key: string): Promise<T | undefined> {
      const body = readSealed(entryPath(name), key, readBytes);
      if (body === undefined) return undefined;
      const value = JSON.parse(body) as T;
      const images: EncodedImage[] = [];
      for (const image of value.images) {
        const bytes = await readFile(imagePath(image.name)).catch(() => undefined);
        if (!bytes || !image.name.startsWith(hash('sha256', bytes).slice(0, 20))) return undefined;
        images.push({ ...image, bytes });
      }
      const attached: AttachedFile[] = [];
      for (const file of value.attached ?? []) {
        const bytes = await readFile(attachedPath(file.digest)).catch(() => undefined);
        if (!bytes || digestInAddress(hash('sha256', bytes)) !== file.digest) return undefined;
        attached.push({ ...file, bytes });
      }
      return { ...value, images, ...(value.attached ? { attached } : {}) };
    },
    write(name, key, value) {
      // Two postmortems may show the same image.
      for (const { name: image, bytes } of value.images) writeWhole(imagePath(image), bytes);
      for (const { digest, bytes } of value.attached ?? []) writeWhole(attachedPath(digest), bytes);
      const withoutBytes = {
        images: value.images.map(({ bytes: _, ...image }) => image),
        ...(value.attached ? { attached: value.attached.map(({ bytes: _, ...file }) => file) } : {}),
      };
      const body = JSON.stringify({ ...value, ...withoutBytes });
      writeSealed(entryPath(name), key, body);
    },
  };
}
