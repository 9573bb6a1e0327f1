/** Recognises files that may not be published as they are: originals beside stories, and images only staff may see. */
import { hash } from 'node:crypto';
import { publishImage } from '../../disk/images/publish-image.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';

/** A file beside a story, or in the theme. */
export interface AttachedFile {
  /** `content/postmortems/<slug>/<name>` */
  origin: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  digest: string;
  /** Whether public text names it. */
  isShown: boolean;
  /** Whether the postmortem offers it for download, as it is. */
  isOffered: boolean;
  /** Whether the postmortem says that it is internal, whatever its bytes are elsewhere. */
  isWithheld: boolean;
  /** Of an image that is not shown: names that the pipeline would give what it makes of it. */
  pictures: string[];
}

/** From a digest of bytes, and from a name that the pipeline would give, to the file they come from. */
export interface PrivateFiles {
  digests: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

export async function attachFile(
  origin: string,
  bytes: Uint8Array,
  { isShown, isOffered = false, isWithheld = false }: { isShown: boolean; isOffered?: boolean; isWithheld?: boolean },
): Promise<AttachedFile> {
  const encoded = !isShown && pictureEnding.test(origin) ? await publishImage(bytes) : { variants: [] };
  const pictures = 'failed' in encoded ? [] : encoded.variants.map(({ name }) => name);
  return { origin, digest: hash('sha256', bytes), isShown, isOffered, isWithheld, pictures };
}

/** No original is public but what is offered and nowhere withheld; an image is hidden where no public text names a file of the same bytes. */
export function privateFilesOf(files: readonly AttachedFile[]): PrivateFiles {
  const offered = new Set(files.filter(({ isOffered }) => isOffered).map(({ digest }) => digest));
  const shown = new Set(files.filter(({ isShown }) => isShown).map(({ digest }) => digest));
  return {
    digests: new Map(
      files.flatMap(({ digest, origin, isWithheld }) =>
        isWithheld || !offered.has(digest) ? [[digest, origin] as const] : [],
      ),
    ),
    names: new Map(
      files.flatMap(({ digest, origin, pictures }) =>
        shown.has(digest) ? [] : pictures.map((name) => [name, origin] as const),
      ),
    ),
  };
}
