/** Takes JSON apart into its strings, numbers and keys. */
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import type { TextSegment } from './text-segment.ts';

/** Throws `UnreadableFile` for what is no JSON. */
export function jsonSegments(text: string): TextSegment[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFile('it is not JSON', { cause });
  }
  return segmentsOfValue(value);
}

/** The same of what was parsed. */
export function segmentsOfValue(value: unknown): TextSegment[] {
  const segments: TextSegment[] = [];
  gather(value, segments);
  return segments;
}

const coded = /^(?:element|language|inLanguage|lang|@?type|encodingFormat)$/;

function gather(value: unknown, segments: TextSegment[]): void {
  if (typeof value === 'string') segments.push(value);
  else if (typeof value === 'number') segments.push(String(value));
  else if (Array.isArray(value)) for (const inner of value) gather(inner, segments);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      segments.push({ key });
      // Words of vocabularies, such as the element that an anchor of the search index stands on.
      if (typeof inner === 'string' && coded.test(key)) segments.push({ key: inner });
      else gather(inner, segments);
    }
}
