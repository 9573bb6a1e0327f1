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
  const certain = new Map<string, string[][]>();
  const unsure = new Set<string>();
  const add = (parts: string[]) => {
    const [first = ''] = parts;
    const same = certain.get(first) ?? [];
    certain.set(first, [...same.filter((other) => other.join(' ') !== parts.join(' ')), parts]);
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
  const joined = [...new Set(exact.filter((name) => unspaced.test(name)))].slice(0, 200);
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
    hide: (part, at) => {
      let result = hideWords(part, at);
      for (const name of joined) {
        if (!result.includes(name)) continue;
        hidden.push(at + Math.max(0, part.indexOf(name)));
        result = result.replaceAll(name, instead[0]);
      }
      return result;
    },
  };
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
  { certain, text }: { certain: ReadonlyMap<string, string[][]>; text: string },
): number {
  const isHere = (parts: readonly string[]) =>
    parts.every((part, offset) => {
      const [word, before] = [words[index + offset], words[index + offset - 1]];
      if (word === undefined || keyOf(word) !== part) return false;
      return offset === 0 || before === undefined || /^[\s._+@>*'’-]{1,5}$/.test(text.slice(before.end, word.start));
    });
  const here = certain.get(keyOf(words[index] as Word)) ?? [];
  return Math.max(0, ...here.filter(isHere).map(({ length }) => length));
}
