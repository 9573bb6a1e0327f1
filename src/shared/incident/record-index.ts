/** Finds the incidents near a stretch of time without looking at all of them: one list for each service and month. */
import { instantAt, type Span } from './instant.ts';
import { momentOf } from './recorded-time.ts';
import type { IncidentRecord } from './verdict.ts';

export interface RecordIndex {
  /** The records that may have affected `service` within `span`, in the order in which they were given. */
  near(service: string, span: Span): IncidentRecord[];
}

interface Entry {
  record: IncidentRecord;
  order: number;
  /** Instants as text; `0` and `9` where nothing bounds the impact. */
  from: string;
  to: string;
}

/** Longer impacts than this, in months, and those without an end, are looked at each time. */
const longest = 24;

export function indexRecords(records: readonly IncidentRecord[]): RecordIndex {
  const lists = new Map<string, Entry[]>();
  const add = (key: string, entry: Entry) => {
    const list = lists.get(key);
    if (list) list.push(entry);
    else lists.set(key, [entry]);
  };
  records.forEach((record, order) => {
    for (const { service, windows } of record.impact.services)
      for (const window of windows) {
        const entry = { record, order, ...extentOf(window, record) };
        const months = listMonths(entry.from, entry.to);
        for (const month of months ?? ['loose']) add(`${service} ${month}`, entry);
      }
  });
  return {
    near(service, span) {
      const [from, to] = [instantAt(span.from), instantAt(span.to)];
      const months = listMonths(from, to);
      const keys = months ? [...months, 'loose'].map((month) => `${service} ${month}`) : [...lists.keys()];
      const found = keys
        .filter((key) => key.startsWith(`${service} `))
        .flatMap((key) => lists.get(key) ?? [])
        .filter((entry) => entry.from <= to && entry.to >= from)
        .sort((a, b) => a.order - b.order);
      return [...new Set(found.map(({ record }) => record))];
    },
  };
}

/** The widest that the impact may have been; what is not known at all is open. */
function extentOf(
  window: IncidentRecord['impact']['services'][number]['windows'][number],
  { times }: IncidentRecord,
): Pick<Entry, 'from' | 'to'> {
  return {
    from: momentOf(window.from) ?? momentOf(times.started) ?? '0',
    to: momentOf(window.to ?? times.resolved) ?? momentOf(times.resolved) ?? '9',
  };
}

/** `2026-03` and so on; `undefined` where there are too many, or no bound. */
function listMonths(from: string, to: string): string[] | undefined {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  if (Number.isNaN(first) || Number.isNaN(last) || last - first > longest) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function monthNumber(instant: string): number {
  return instant.length < 7 ? Number.NaN : Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7)) - 1;
}
