/** The words of the interface in Japanese. */
import { agreement, availability, verdict } from './ja/agreements.ts';
import { answers } from './ja/answers.ts';
import { data } from './ja/data.ts';
import { feeds } from './ja/feeds.ts';
import { numbers, promises } from './ja/numbers.ts';
import { record } from './ja/record.ts';
import { serviceSummary } from './ja/service-summary.ts';
import { site } from './ja/site.ts';
import { story } from './ja/story.ts';
import type { Words } from './words.ts';

export const ja: Words = {
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
