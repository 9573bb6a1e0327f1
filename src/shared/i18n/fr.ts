/** The words of the interface in French. */
import { agreement, availability, verdict } from './fr/agreements.ts';
import { answers } from './fr/answers.ts';
import { data } from './fr/data.ts';
import { feeds } from './fr/feeds.ts';
import { numbers, promises } from './fr/numbers.ts';
import { record } from './fr/record.ts';
import { serviceSummary } from './fr/service-summary.ts';
import { site } from './fr/site.ts';
import { story } from './fr/story.ts';
import type { Words } from './words.ts';

export const fr: Words = {
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
