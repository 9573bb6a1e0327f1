/** Words whose letters are set apart one by one, `B.l.u.e F.o.x`, put together again. */

import type { DecodedForm } from '../text/decoded-forms.ts';
import { unitsOf } from '../text/text-units.ts';

/** Five single letters or more, with one or two signs between each and the next. */
const spelled = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}]{1,2}[\p{L}\p{N}](?![\p{L}\p{N}])){4,}/gu;

const leastSpelled = 5;

/** The text without the signs within such words; none for a text that has no such word. */
export function spelledForms(text: string): DecodedForm[] {
  if (!mayBeSpelled(text) || text.search(spelled) < 0) return [];
  const form: DecodedForm = { text: '', offsets: [] };
  let last = 0;
  const copy = (until: number, keeps: (unit: string) => boolean) => {
    for (; last < until; last += 1) {
      const unit = text.charAt(last);
      if (!keeps(unit)) continue;
      form.text += unit;
      form.offsets.push(last);
    }
  };
  for (const { index, 0: word } of text.matchAll(spelled)) {
    copy(index, () => true);
    copy(index + word.length, (unit) => /[\p{L}\p{N}\p{Cs}]/u.test(unit));
  }
  copy(text.length, () => true);
  form.offsets.push(text.length);
  return [form];
}

const [between, letter, half, unseen] = [0, 1, 2, 255];
/** What each unit of UTF-16 is. */
const kinds = new Uint8Array(0x10000).fill(unseen);

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  return /\p{Cs}/u.test(character) ? half : /[\p{L}\p{N}]/u.test(character) ? letter : between;
}

/** A cheap look: five letters or more that stand alone, at most two signs apart. Characters of two units may be anything. */
function mayBeSpelled(text: string): boolean {
  const units = unitsOf(text);
  let [alone, run, gap] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = units[at] as number;
    let kind = kinds[unit] as number;
    if (kind === unseen) {
      kind = kindOf(unit);
      kinds[unit] = kind;
    }
    if (kind === half) return true;
    if (kind === letter) {
      if (run === 0 && gap > 2) alone = 0;
      run += 1;
      gap = 0;
    } else {
      if (run === 1) alone += 1;
      else if (run > 1) alone = 0;
      if (alone >= leastSpelled) return true;
      run = 0;
      gap += 1;
    }
  }
  return run === 1 && alone + 1 >= leastSpelled;
}
