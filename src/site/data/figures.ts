/** What pages may ask for of what follows from the records: verdicts, availability, promises, sums. */
import { type AgreementHistory, availabilityHistory } from '../../shared/incident/availability-history.ts';
import { countBy } from '../../shared/incident/count-by.ts';
import { findVerdicts } from '../../shared/incident/find-verdicts.ts';
import { orderPromiseEvents } from '../../shared/incident/promise-events.ts';
import { calendarPromises, currentPromises } from '../../shared/incident/promises.ts';
import { indexRecords, type RecordIndex } from '../../shared/incident/record-index.ts';
import { type ServiceMonth, serviceMonths } from '../../shared/incident/service-months.ts';
import { type ServiceSummary, serviceSummaryOf } from '../../shared/incident/service-summary.ts';
import { type CountedRecord, sumCounts } from '../../shared/incident/sum-counts.ts';
import type { Verdict } from '../../shared/incident/verdict.ts';
import { defineQuery, once } from './answers.ts';
import { projected } from './projection.ts';

/** What follows from the record for each agreement about the services that a postmortem affected. */
export const getVerdicts = defineQuery('verdicts', (slug): Verdict[] => {
  const { bySlug, index } = indexedRecords();
  const record = bySlug.get(slug);
  return record
    ? findVerdicts(record, { services: projected.services(), records: index, today: projected.today() })
    : [];
});

/** Those of windows that are over: what goes on says something else each day, and feeds do not tell of it. */
export const getSettledVerdicts = defineQuery('settled-verdicts', (slug): Verdict[] => {
  const today = projected.today();
  return getVerdicts(slug).filter((verdict) => {
    const until = 'isRunning' in verdict ? undefined : verdict.figures?.window.to;
    const isOver = 'isRunning' in verdict ? !verdict.isRunning : until !== undefined && until.slice(0, 10) <= today;
    return isOver && verdict.outcome !== 'unknown';
  });
});

/** The last 24 months of a service by each of its availability agreements; empty when it has none. */
export const getAvailability = defineQuery('availability', (id): AgreementHistory[] => {
  const service = projected.services().find((candidate) => candidate.id === id);
  return service ? availabilityHistory(service, indexedRecords().index, projected.today()) : [];
});

/** The gravest impact on a service in each of the last 24 months; empty when there is no such service. */
export const getServiceMonths = defineQuery('service-months', (id): ServiceMonth[] => {
  const service = projected.services().find((candidate) => candidate.id === id);
  return service
    ? serviceMonths(service, indexedRecords().index, {
        today: projected.today(),
        timezone: projected.site().timezone,
      })
    : [];
});

/** How a service stands on the day of the build; `undefined` when there is no such service. */
export const getServiceSummary = defineQuery('serviceSummary', (id): ServiceSummary | undefined => {
  const service = projected.services().find((candidate) => candidate.id === id);
  const gravest = projected.site().severities[0]?.id ?? '';
  return (
    service &&
    serviceSummaryOf(service, {
      records: projected.records(),
      index: indexedRecords().index,
      gravest,
      today: projected.today(),
    })
  );
});

/** What happened to promises, the newest first. */
export const listPromiseEvents = defineQuery('promise-events', () => orderPromiseEvents(projected.actions()));

/** Action items that are not done, and the last twenty that are done or dropped, by the day they were due. */
export const listCurrentPromises = defineQuery('promises', () => currentPromises(projected.promises()));

/** Action items that are not done, for a calendar: none that has long been overdue, and not more than one can use. */
export const listCalendarPromises = defineQuery('calendar-promises', () =>
  calendarPromises(projected.promises(), projected.today()),
);

/** How many promises are in each state. */
export const countPromises = defineQuery('promise-counts', () =>
  countBy(projected.promises().map(({ state }) => state)),
);

/** Action items by the year in which they are due, with what became of each by today. */
export const listPromisesOfYear = defineQuery('promises-of-year', (year) =>
  projected.promises().filter(({ action }) => action.due.startsWith(`${year}-`)),
);
export const listPromisesOfService = defineQuery('promises-of-service', (id) =>
  projected.promises().filter((promise) => promise.services.includes(id)),
);

/** Years in which promises are due, newest first, with how many. */
export const listPromiseYears = defineQuery('promise-years', () =>
  countBy(projected.promises().map(({ action }) => action.due.slice(0, 4))).reverse(),
);

/** What all records add up to; a sum says where a part of it is not known. */
export const sumImpact = defineQuery('impact', () => ({
  users: sumCounts(projected.records().map(({ impact }) => impact.users)),
  accounts: sumCounts(projected.records().map(({ impact }) => impact.accounts)),
  supportRequests: sumCounts(projected.records().map(({ impact }) => impact.supportRequests)),
}));

function indexedRecords(): { bySlug: Map<string, CountedRecord>; index: RecordIndex } {
  return once('indexed-records', () => ({
    bySlug: new Map(projected.records().map((row) => [row.slug, row])),
    index: indexRecords(projected.records()),
  }));
}
