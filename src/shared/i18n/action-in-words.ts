/** What became of an action item, as far as the record alone says it: no day of a build decides. */
import { epochDayOf } from '../incident/instant.ts';
import { promiseState } from '../incident/promises.ts';
import type { PublicPostmortem } from '../incident/public-postmortem.ts';
import type { Locale } from './use-locale.ts';

/** `Done`; with the days behind its due date where it was done after it. */
export function actionInWords(
  { state, due, doneOn }: Pick<PublicPostmortem['actions'][number], 'state' | 'due' | 'doneOn'>,
  { words, format }: Pick<Locale, 'words' | 'format'>,
): string {
  if (doneOn === undefined || promiseState({ state, due, doneOn }, due) !== 'late') return words.actionState[state];
  const days = epochDayOf(doneOn) - epochDayOf(due);
  return words.actionDoneLate(days, format.number(days));
}
