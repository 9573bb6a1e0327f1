/** Strings of their own: to the engine a part of a text is a view of all of it, which stays in memory as long as the part does. */
import { isAscii } from './normalise.ts';

export function ownCopy(text: string): string {
  const encoding = isAscii(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}
