/** The words of the interface in Spanish. */
import { agreement, availability, verdict } from './es/agreements.ts';
import { answers } from './es/answers.ts';
import { data } from './es/data.ts';
import { feeds } from './es/feeds.ts';
import { numbers, promises } from './es/numbers.ts';
import { record } from './es/record.ts';
import { serviceSummary } from './es/service-summary.ts';
import { site } from './es/site.ts';
import { story } from './es/story.ts';
import type { Words } from './words.ts';

export const es: Words = {
  ...site,
  ...record,
  answers,
  agreement,
  verdict,
  availability,
  numbers,
  promises,
  feeds,
  data,
  story,
  serviceSummary,
};
