/** Texts of other tools as a draft may hold them. */
import { withoutBadCharacters } from '../../private/markdown/bad-characters.ts';

/** Text without the characters that no postmortem may hold, and without soft hyphens and marks of direction. */
export function cleanText(text: string): string {
  return withoutBadCharacters(text.replace(/[\u000b-\u001f\u00ad\u061c\u200e\u200f]/g, ''));
}

/** A title in one line of plain text, at most 200 characters; marks of redaction lose their brackets, for they mark nothing there. */
export function plainTitle(text: string): string {
  const bare = cleanText(text).replace(/<(?=\s*(?:\/\s*)?(?:internal|redacted)\b)/gi, '');
  return bare.replace(/\s+/g, ' ').trim().slice(0, 200);
}
