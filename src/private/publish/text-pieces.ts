/** Long texts in pieces: some rules of the scanners take time that grows with the square of what they are given at once. */
import type { LocatedText } from './check-secrets.ts';

const pieceLength = 24_000;
/** What pieces have in common: nothing that is looked for is longer. */
const overlap = 2_000;

/** Each begins behind a space or a line's end where there is one near; places are those in the whole text. */
export function textPieces({ text, locationAt }: LocatedText): LocatedText[] {
  if (text.length <= pieceLength + overlap) return [{ text, locationAt }];
  const pieces: LocatedText[] = [];
  for (let start = 0; start < text.length; ) {
    const from = start;
    const end = Math.min(text.length, from + pieceLength + overlap);
    pieces.push({ text: text.slice(from, end), locationAt: (offset) => locationAt(from + offset) });
    if (end === text.length) break;
    const near = text.slice(from + pieceLength, end - overlap / 2).search(/\s/);
    start = from + pieceLength + Math.max(0, near);
  }
  return pieces;
}

/** Pieces in groups that are scanned at once. */
export function pieceGroups(pieces: readonly LocatedText[]): LocatedText[][] {
  const groups: LocatedText[][] = [];
  let room = 0;
  for (const piece of pieces) {
    room -= piece.text.length;
    if (room < 0) {
      groups.push([]);
      room = pieceLength - piece.text.length;
    }
    groups.at(-1)?.push(piece);
  }
  return groups;
}
