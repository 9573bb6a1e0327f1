/** The words of the interface in Japanese. */
import { agreement, availability, verdict } from './ja/agreements.ts';
import { data } from './ja/data.ts';
import { feeds } from './ja/feeds.ts';
import { numbers, promises } from './ja/numbers.ts';
import { record } from './ja/record.ts';
import { site } from './ja/site.ts';
import { standing } from './ja/standing.ts';
import { story } from './ja/story.ts';
import type { Words } from './words.ts';

export const ja: Words = {
  ...site,
  ...record,
  agreement,
  verdict,
  availability,
  numbers,
  promises,
  feeds,
  data,
  story,
  standing,
};
