/** Takes JSON apart into its strings, numbers and keys. */
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import type { Stretch } from './stretch.ts';

/** Throws `UnreadableFile` for what is no JSON. */
export function jsonStretches(text: string): Stretch[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFile('it is not JSON', { cause });
  }
  return stretchesOfValue(value);
}

/** The same of what was parsed. */
export function stretchesOfValue(value: unknown): Stretch[] {
  const stretches: Stretch[] = [];
  gather(value, stretches);
  return stretches;
}

const coded = /^(?:element|language|inLanguage|lang|@?type|encodingFormat)$/;

function gather(value: unknown, stretches: Stretch[]): void {
  if (typeof value === 'string') stretches.push(value);
  else if (typeof value === 'number') stretches.push(String(value));
  else if (Array.isArray(value)) for (const inner of value) gather(inner, stretches);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      stretches.push({ key });
      // Words of vocabularies, such as the element that an anchor of the search index stands on.
      if (typeof inner === 'string' && coded.test(key)) stretches.push({ key: inner });
      else gather(inner, stretches);
    }
}
