/** The year of a postmortem. */
import type { PublicPostmortem } from './public-postmortem.ts';

/** The year a postmortem is archived under: that of its start, else of its publication. */
export function yearOf({ times: { started }, publishedAt }: Pick<PublicPostmortem, 'times' | 'publishedAt'>): string {
  return (started.certainty === 'unknown' ? publishedAt : started.at).slice(0, 4);
}
