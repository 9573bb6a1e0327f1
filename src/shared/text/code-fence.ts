/** Backticks around text that may hold backticks itself, as CommonMark reads them. */

/** `text` as a block of code that no line of it can close; `language` stands behind the opening fence. */
export function codeFence(text: string, language: string): string {
  const ticks = ticksFor(text, 3);
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** More backticks than stand together anywhere in `text`, and at least so many. */
export function ticksFor(text: string, atLeast: number): string {
  let count = atLeast;
  for (const [run] of text.matchAll(/`+/g)) count = Math.max(count, run.length + 1);
  return '`'.repeat(count);
}
