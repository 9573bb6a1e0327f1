/** The words of the interface in Arabic. */
import { agreement, availability, verdict } from './ar/agreements.ts';
import { answers } from './ar/answers.ts';
import { data } from './ar/data.ts';
import { feeds } from './ar/feeds.ts';
import { numbers, promises } from './ar/numbers.ts';
import { record } from './ar/record.ts';
import { serviceSummary } from './ar/service-summary.ts';
import { site } from './ar/site.ts';
import { story } from './ar/story.ts';
import type { Words } from './words.ts';

export const ar: Words = {
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
