/** SVG files among pictures: told by their bytes, whatever their names, and read as drawings. */
import { readDrawing } from '../../shared/formats/svg.ts';
import { decodeTextFile } from '../../shared/formats/text-file.ts';
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';

/** What a drawing shows, or why it may not be drawn. */
export type DrawingRead = { words: string; width: number; height: number; reason?: never } | { reason: string };

/** True when bytes begin as an SVG file does, packed or not, whatever the file's name. */
export function isDrawing(source: Uint8Array): boolean {
  const start = new TextDecoder().decode(source.subarray(0, 4096)).replaceAll('\0', '');
  const isPacked = source[0] === 0x1f && source[1] === 0x8b;
  return isPacked || /^\s*<\?xml\b|<(?:[\w.-]+:)?svg\b|<!doctype svg|<!entity/i.test(start);
}

/** A `reason` for a drawing that is slow, reaches out of its file, or cannot be searched. */
export function readDrawingFile(source: Uint8Array): DrawingRead {
  try {
    return readDrawing(decodeTextFile(source));
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return { reason: cause.message };
  }
}
