/** The year of a postmortem. */
import { dayOf } from './instant.ts';
import type { PublicPostmortem } from './public-postmortem.ts';
import { momentOf } from './recorded-time.ts';

/** The year a postmortem is archived under, in an IANA zone: that of its start, else of its publication. */
export function yearOf(
  { times: { started }, publishedAt }: Pick<PublicPostmortem, 'times' | 'publishedAt'>,
  timezone: string,
): string {
  return dayOf(momentOf(started) ?? publishedAt, timezone).slice(0, 4);
}
