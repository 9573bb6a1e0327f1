/** Data of other tools, of which nothing can be relied on. */
import { cleanText } from './clean-text.ts';

export type Fields = Record<string, unknown>;

/** `undefined` for text that is no JSON. Strings come without characters that no postmortem may hold. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value));
  } catch {
    return undefined;
  }
}

/** The objects of a list; an object alone is a list of one. */
export function listOf(value: unknown): Fields[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is Fields => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** A text that is not blank, a number as its digits; `undefined` for anything else. */
export function textIn(fields: Fields, key: string): string | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
