/** German words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';

export const answers: typeof englishAnswers = {
  menu: 'Menü',
};
