/** Characters that no author types: controls, marks that reorder what a reviewer sees (CVE-2021-42574), and invisible ones. */
import { createProblem, type Problem } from '../../shared/problem/problem.ts';

/** Also what Unicode lets every program leave undrawn (Default_Ignorable_Code_Point), and halves of characters. */
const suspect =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffb\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Soft hyphens, and marks of direction that open nothing: they are typed, and hide no letter. */
const harmless = /[\u00ad\u061c\u200e\u200f]/;

/** One problem a bad character of a whole file, ten at most. */
export function findBadCharacters(text: string, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const { index, 0: character } of text.matchAll(suspect)) {
    if (hasMeaning(text, index, character)) continue;
    const before = text.slice(0, index);
    const location = { file, line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.push(createProblem('story/bad-character', location, { code }));
    if (problems.length === 10) break;
  }
  return problems;
}

/** The text without them. */
export function withoutBadCharacters(text: string): string {
  return text.replace(suspect, (character, index: number) => (hasMeaning(text, index, character) ? character : ''));
}

/** Whether writing needs the character where it stands; judged by its neighbours alone. */
function hasMeaning(text: string, index: number, character: string): boolean {
  if (harmless.test(character)) return true;
  const behind = text.slice(index + character.length, index + character.length + 2);
  const before = text.slice(Math.max(0, index - 6), index);
  if (/[\u200c\u200d]/.test(character) && joined.test(before) && joining.test(behind)) return true;
  if (character === '\u200d') return emojiBefore.test(before) && emojiBehind.test(behind);
  if (/[\ufe00-\ufe0f]/.test(character)) return drawnVariously.test(before);
  if (/[\u180b-\u180d\u180f]/.test(character)) return /\p{Script=Mongolian}$/u.test(before);
  if (/[\u{e0100}-\u{e01ef}]/u.test(character)) return /\p{Script=Han}$/u.test(before);
  return /[\u{e0020}-\u{e007f}]/u.test(character) && isInFlag(text, index);
}

/** Scripts whose letters take other forms, or stand apart, by a joiner between them. */
const scripts = [
  'Arab',
  'Syrc',
  'Nkoo',
  'Mong',
  'Mand',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
];
const furtherScripts = ['Mlym', 'Sinh', 'Khmr', 'Mymr', 'Tibt', 'Java', 'Bali'];
const letter = `(?=[\\p{L}\\p{M}])[${[...scripts, ...furtherScripts].map((name) => `\\p{Script_Extensions=${name}}`).join('')}]`;
const joined = new RegExp(`${letter}$`, 'u');
const joining = new RegExp(`^${letter}`, 'u');

const emojiBefore = /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?$/u;
const emojiBehind = /^\p{Extended_Pictographic}/u;
/** What a variation selector may change: emoji, keys, symbols, Han. */
const drawnVariously = /[\p{Emoji}\p{S}\p{Script=Han}]$/u;

/** The flags of England, Scotland and Wales: a black flag, five tags, and the tag that ends them. */
function isInFlag(text: string, index: number): boolean {
  const near = text.slice(Math.max(0, index - 14), index).lastIndexOf('\u{1f3f4}');
  if (near < 0) return false;
  const start = Math.max(0, index - 14) + near;
  const flag =
    /^\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u;
  const [found = ''] = flag.exec(text.slice(start, start + 14)) ?? [];
  return index < start + found.length;
}
