/** Takes signs off the ends of a text, in time that grows with what is taken off. */

/** `isSign` is asked for characters of one unit; `at`: from which ends. */
export function trimSigns(
  text: string,
  isSign: (character: string) => boolean,
  at: 'both' | 'start' | 'end' = 'both',
): string {
  let [start, end] = [0, text.length];
  if (at !== 'start') while (end > start && isSign(text.charAt(end - 1))) end -= 1;
  if (at !== 'end') while (start < end && isSign(text.charAt(start))) start += 1;
  return text.slice(start, end);
}
