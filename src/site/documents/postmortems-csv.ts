/** All postmortems as one table (RFC 4180), safe to open in a spreadsheet. */

import { stringify } from 'csv-stringify/sync';
import { pathTo } from '../../shared/addresses/path-to.ts';
import type { RecordedTime } from '../../shared/incident/recorded-time.ts';
import type { PostmortemSummary } from '../../shared/projection.ts';
import type { AddressOf } from './documents.ts';

const columns = [
  'id',
  'title',
  'severity',
  'state',
  'started',
  'started_certainty',
  'resolved',
  'resolved_certainty',
  'published',
  'updated',
  'services',
  'tags',
  'url',
];

/** Cells that a spreadsheet would run as a formula begin with an apostrophe. Lines end with CRLF. */
export function postmortemsCsv(rows: readonly PostmortemSummary[], addressOf: AddressOf): string {
  const records = rows.map(({ id, slug, title, severity, state, times, publishedAt, updatedAt, services, tags }) => [
    id,
    title,
    severity,
    state,
    ...timeCells(times.started),
    ...timeCells(times.resolved),
    publishedAt,
    updatedAt,
    services.join(' '),
    tags.join(' '),
    addressOf(pathTo('postmortem', { slug })),
  ]);
  return stringify([columns, ...records], {
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}

function timeCells(time: RecordedTime | undefined): [string, string] {
  if (time === undefined) return ['', ''];
  return time.certainty === 'unknown' ? ['', 'unknown'] : [time.at, time.certainty];
}
