/** What a picture's file holds beside its pixels. */
export interface PictureParts {
  width: number;
  height: number;
  /** Texts of its metadata, in every encoding they may have. */
  texts: string[];
}

/** Text among pixels is none, but bytes that are a sentence are no pixels. */
const sentence = /[ -~]{32,}/g;

/** Runs of so many ASCII characters, spaces among them, that no chance makes them, as one text; none without. */
export function sentencesIn(bytes: Uint8Array): string[] {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').match(sentence);
  const telling = found?.filter((run) => run.includes(' ')) ?? [];
  return telling.length > 0 ? [telling.join('\n')] : [];
}

/** True for zeros alone, and for nothing. */
export function isEmpty(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Largest part of metadata that is read, packed or not, in bytes. */
export const mostMetadataBytes = 1_048_576;
/** Most parts of metadata in one file. */
export const mostMetadataParts = 200;
