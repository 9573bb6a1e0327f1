/** Takes names of people out of a text, wherever they stand in it: prose, headings, code, addresses. */
import { nameParticles, ordinaryNames } from '../../shared/text/ordinary-names.ts';
import type { NamesIn } from './names-in.ts';

/** What stands in the place of a name, and in that of one within an address. */
const instead = ['a colleague', 'colleague'] as const;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Word {
  text: string;
  start: number;
  end: number;
}

export interface NameHider {
  hide: (text: string, at: number) => string;
  /** Where names were replaced, and where something stands that may be a name and was left. */
  hidden: number[];
  doubtful: number[];
}

/** `text` is the whole document: a part of a name that it also writes in small letters is a word, and left as doubtful. */
export function createNameHider({ people, exact, doubtful }: NamesIn, text: string): NameHider {
  const small = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}@._/-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{N}@._/-])/gu)].map(([word]) => word),
  );
  const certain: KnownNames = { names: new Set(), longest: 0 };
  const unsure = new Set<string>();
  const add = (parts: readonly string[]) => {
    certain.names.add(parts.join(' '));
    certain.longest = Math.max(certain.longest, parts.length);
  };
  const addPart = (part: string) => {
    if (nameParticles.has(part) || part.length < 2) return;
    if (part.length < 3 || ordinaryNames.has(part) || small.has(part)) unsure.add(part);
    else add([part]);
  };
  for (const name of new Set(people)) {
    const parts = wordsIn(name).map(keyOf);
    if (parts.length > 1) add(parts);
    for (const part of parts) addPart(part);
  }
  for (const name of new Set(exact.filter((each) => !unspaced.test(each)))) {
    const parts = wordsIn(name).map(keyOf);
    if (parts.length > 1) add(parts);
    else for (const part of parts) addPart(part);
  }
  for (const name of doubtful) for (const word of wordsIn(name)) unsure.add(keyOf(word));
  const joined = new Set(exact.filter((name) => unspaced.test(name)));
  const [hidden, left]: [number[], number[]] = [[], []];
  const hideWords = (part: string, at: number) => {
    const words = wordsIn(part);
    let [result, done] = ['', 0];
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as Word;
      const length = lengthAt(words, index, { certain, text: part });
      if (length === 0) {
        if (unsure.has(keyOf(word)) && /^\p{Lu}|^\p{Lo}/u.test(word.text)) left.push(at + word.start);
        continue;
      }
      const last = words[index + length - 1] as Word;
      const start = part[word.start - 1] === '@' ? word.start - 1 : word.start;
      const isAddress = /[\w/.-]/.test(part[word.start - 1] ?? ' ') || /[._+-]/.test(part.slice(word.start, last.end));
      result += `${part.slice(done, start)}${instead[isAddress ? 1 : 0]}`;
      hidden.push(at + word.start);
      done = last.end;
      index += length - 1;
    }
    return result + part.slice(done);
  };
  return {
    hidden,
    doubtful: left,
    hide: (part, at) => hideUnspaced(hideWords(part, at), joined, (place) => hidden.push(at + place)),
  };
}

/** The longest name that begins at a place; `onFind` gets places in `text`, which may have moved a little. */
function hideUnspaced(text: string, names: ReadonlySet<string>, onFind: (place: number) => void): string {
  if (names.size === 0) return text;
  const lengths = [...new Set([...names].map(({ length }) => length))].sort((a, b) => b - a);
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const length = lengths.find((each) => names.has(text.slice(at, at + each)));
    if (length === undefined) continue;
    parts.push(text.slice(done, at), instead[0]);
    onFind(at);
    done = at + length;
    at = done - 1;
  }
  return parts.join('') + text.slice(done);
}

interface KnownNames {
  /** Their words, in small letters, with a space between each two. */
  names: Set<string>;
  /** Words of the longest. */
  longest: number;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

function keyOf({ text }: Word): string {
  return text.toLowerCase();
}

/** How many words of the text are the longest name that begins here; 0 for none. */
function lengthAt(
  words: readonly Word[],
  index: number,
  { certain, text }: { certain: KnownNames; text: string },
): number {
  let [length, name] = [0, ''];
  for (let count = 1; count <= certain.longest; count += 1) {
    const [word, before] = [words[index + count - 1], words[index + count - 2]];
    if (word === undefined) break;
    if (count > 1 && before && !/^[\s._+@>*'’-]{1,5}$/.test(text.slice(before.end, word.start))) break;
    name = count === 1 ? keyOf(word) : `${name} ${keyOf(word)}`;
    if (certain.names.has(name)) length = count;
  }
  return length;
}
