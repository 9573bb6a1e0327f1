/** Words whose letters are set apart one by one, `B.l.u.e F.o.x`, put together again. */
import type { DecodedForm } from './decoded-forms.ts';

/** Five single letters or more, with one or two signs between each and the next. */
const spelled = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}]{1,2}[\p{L}\p{N}](?![\p{L}\p{N}])){4,}/gu;

/** The text without the signs within such words; none for a text that has no such word. */
export function spelledForms(text: string): DecodedForm[] {
  if (text.search(spelled) < 0) return [];
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
