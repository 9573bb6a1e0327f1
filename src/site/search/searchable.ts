/** What of a postmortem the search can filter by, sort by and show in a result. */
import { durationsOf } from '../../shared/incident/durations.ts';
import { dayOf } from '../../shared/incident/instant.ts';
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { RecordedCount } from '../../shared/incident/recorded-count.ts';
import { momentOf } from '../../shared/incident/recorded-time.ts';
import type { filterNames, metadataNames, sortNames } from './facets.ts';
import { writeLasted } from './lasted.ts';

export interface Searchable {
  filters: { name: (typeof filterNames)[number]; value: string }[];
  /** Every postmortem has every one: the index leaves out of a sorted result what has no value. */
  sorts: { name: (typeof sortNames)[number]; value: string }[];
  /**
   * `date` is a day, `severity` an id of the site's settings. The others are what a reader may look for by name: Pagefind
   * searches them too. `earlier`, `tags` and `state` are several, one behind the other; `lasted` is written by `writeLasted`.
   */
  metadata: { name: (typeof metadataNames)[number]; value: string }[];
}

/** Filters carry the words that readers see; `names` gives them by id. */
export function describeForSearch(
  postmortem: ProjectedPostmortem,
  names: {
    services: ReadonlyMap<string, string>;
    severity: string;
    outcomes: readonly string[];
    detection: string;
    /** An IANA zone. */
    timezone: string;
  },
): Searchable {
  const { id, times, impact, tags, severity, publishedAt, redirectFrom } = postmortem;
  const shown = postmortem.internal?.state ?? postmortem.state;
  const services = impact.services.map(({ service }) => names.services.get(service) ?? service);
  const began = momentOf(times.started) ?? publishedAt;
  const day = dayOf(began, names.timezone);
  const { resolve } = durationsOf(times);
  const lasted = resolve && resolve.certainty !== 'unknown' ? resolve.minutes : -1;
  return {
    filters: [
      ...services.map((value) => ({ name: 'service' as const, value })),
      { name: 'severity', value: names.severity },
      { name: 'year', value: day.slice(0, 4) },
      ...tags.map((tag) => ({ name: 'tag' as const, value: tag })),
      ...names.outcomes.map((value) => ({ name: 'agreement' as const, value })),
      { name: 'detection', value: names.detection },
    ],
    sorts: [
      { name: 'newest', value: String(Date.parse(began) / 1000) },
      { name: 'longest', value: String(lasted) },
      { name: 'users', value: String(leastOf(impact.users)) },
    ],
    metadata: [
      { name: 'date', value: day },
      { name: 'severity', value: severity },
      { name: 'id', value: id },
      { name: 'earlier', value: redirectFrom.join(' ') },
      { name: 'tags', value: tags.join(' ') },
      { name: 'services', value: [...new Set(services)].join(', ') },
      { name: 'grade', value: names.severity },
      { name: 'lasted', value: writeLasted(resolve) },
      {
        name: 'state',
        value: [...(times.resolved ? [] : ['ongoing']), ...(shown === 'final' ? [] : [shown])].join(' '),
      },
    ].filter((row): row is { name: (typeof metadataNames)[number]; value: string } => row.value !== ''),
  };
}

/** The least number that the record vouches for; -1 when it is unknown. */
function leastOf(count: RecordedCount): number {
  if (count.kind === 'unknown') return -1;
  return count.kind === 'range' ? count.from : count.value;
}
