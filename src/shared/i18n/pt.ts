/** The words of the interface in Portuguese. */
import { agreement, availability, verdict } from './pt/agreements.ts';
import { answers } from './pt/answers.ts';
import { data } from './pt/data.ts';
import { feeds } from './pt/feeds.ts';
import { numbers, promises } from './pt/numbers.ts';
import { record } from './pt/record.ts';
import { serviceSummary } from './pt/service-summary.ts';
import { site } from './pt/site.ts';
import { story } from './pt/story.ts';
import type { Words } from './words.ts';

export const pt: Words = {
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
