/** The words of the interface in German. */
import { agreement, availability, verdict } from './de/agreements.ts';
import { answers } from './de/answers.ts';
import { data } from './de/data.ts';
import { feeds } from './de/feeds.ts';
import { numbers, promises } from './de/numbers.ts';
import { record } from './de/record.ts';
import { serviceSummary } from './de/service-summary.ts';
import { site } from './de/site.ts';
import { story } from './de/story.ts';
import type { Words } from './words.ts';

export const de: Words = {
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
