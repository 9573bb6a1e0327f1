/** The words of the interface in English; every other language has the same keys. */
import { agreement, availability, verdict } from './en/agreements.ts';
import { answers } from './en/answers.ts';
import { data } from './en/data.ts';
import { feeds } from './en/feeds.ts';
import { numbers, promises } from './en/numbers.ts';
import { record } from './en/record.ts';
import { serviceSummary } from './en/service-summary.ts';
import { site } from './en/site.ts';
import { story } from './en/story.ts';

export const en = {
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
