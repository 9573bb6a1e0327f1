/** What the frontmatter of another tool says of an incident. */
import { plainTitle } from './clean-text.ts';
import { slugOf } from './names.ts';
import { findDay } from './read-day.ts';
import { type Fields, textIn } from './read-json.ts';
import { readZoned, type Zoned } from './zoned.ts';

export interface Front {
  title?: string;
  day?: string;
  summary?: string;
  severity?: string;
  tags: string[];
  services: string[];
  started?: Zoned;
  resolved?: Zoned;
  /** Keys whose values a draft says whole, in small letters. */
  told: ReadonlySet<string>;
}

const keys = {
  title: ['title', 'name', 'incident'],
  // A `date` may be that of the page.
  date: [
    'incident_date',
    'incidentdate',
    'incident-date',
    'occurred',
    'occurred_at',
    'started',
    'start',
    'date',
    'day',
  ],
  summary: ['summary', 'description', 'excerpt'],
  severity: ['severity', 'sev', 'priority'],
  tags: ['tags', 'categories', 'topics'],
  services: ['services', 'affected', 'affectedservices', 'affected_services', 'components'],
  started: ['started', 'start', 'start_time', 'starttime', 'started_at', 'incident_start'],
  resolved: ['resolved', 'end', 'end_time', 'endtime', 'resolved_at', 'resolvedwhen', 'ended', 'incident_end'],
} as const;

/** Nothing where it says nothing; keys in any case. `zone` is for moments without one. */
export function readFront(fields: Fields, zone: string | undefined): Front {
  const lower: Fields = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const text = (key: keyof typeof keys) =>
    keys[key].map((name) => textIn(lower, name)).find((value) => value !== undefined);
  const list = (key: keyof typeof keys) =>
    keys[key].map((name) => listIn(lower[name])).find((value) => value.length > 0) ?? [];
  const [title, date, summary, severity] = [text('title'), text('date'), text('summary'), text('severity')];
  const day = date === undefined ? undefined : findDay(date);
  const moment = (key: 'started' | 'resolved') => {
    const written = text(key);
    // A day alone is no moment.
    return written === undefined || /^\d{4}-\d{2}-\d{2}$/.test(written.trim()) ? undefined : readZoned(written, zone);
  };
  const [started, resolved] = [moment('started'), moment('resolved')];
  return {
    ...(title !== undefined && { title: plainTitle(title) }),
    ...(day && { day }),
    ...(summary !== undefined && { summary }),
    ...(severity !== undefined && { severity }),
    tags: list('tags')
      .map((tag) => slugOf(tag, ''))
      .filter(Boolean),
    services: list('services'),
    ...(started && { started }),
    ...(resolved && { resolved }),
    told: new Set([
      ...keys.title.filter((key) => textIn(lower, key) !== undefined).slice(0, 1),
      ...keys.summary.filter((key) => textIn(lower, key) !== undefined).slice(0, 1),
      ...keys.tags.filter((key) => listIn(lower[key]).length > 0).slice(0, 1),
    ]),
  };
}

/** The lines of frontmatter without those of `told` and what is indented or listed below them; empty where nothing else is said. */
export function withoutTold(frontmatter: string, told: ReadonlySet<string>): string {
  let isTold = false;
  const lines = frontmatter.split('\n').filter((line) => {
    const key = /^["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1];
    if (key !== undefined) isTold = told.has(key.toLowerCase());
    // A line of no key goes on with the one above, but for comments and tables.
    else if (/^[#[]/.test(line)) isTold = false;
    return !isTold;
  });
  return lines.join('\n').trim();
}

function listIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
