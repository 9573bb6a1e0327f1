/** The verdict on an agreement to acknowledge, resolve or publish within a time. */
import { openSeconds, zoneOfHours } from './business-hours.ts';
import { type EpochSeconds, secondsOf, secondsOfDuration } from './instant.ts';
import type { JudgeOptions } from './judge-availability.ts';
import { timeInForce } from './measuring-window.ts';
import type { RecordedTime } from './recorded-time.ts';
import type { IncidentRecord, ResponseAgreement, ResponseVerdict } from './verdict.ts';

/**
 * `undefined` where the agreement is about another severity, or was not in force when its clock began. While the clock
 * runs on, what it has run until the begin of today can already be too much.
 */
export function judgeResponse(
  record: IncidentRecord,
  agreement: ResponseAgreement,
  { service, today }: Pick<JudgeOptions, 'service' | 'today'>,
): ResponseVerdict | undefined {
  if (agreement.severity !== undefined && agreement.severity !== record.severity) return undefined;
  const hours = agreement.kind === 'publish' ? '24x7' : agreement.hours;
  const holidays = agreement.kind === 'publish' ? [] : agreement.holidays;
  const { begin, end, beginFact, endFact } = endsOf(record, agreement.kind);
  const allowedSeconds = secondsOfDuration(agreement.within);
  const isRunning = end === undefined && record.times.resolved === undefined;
  const base = { service: service.id, agreement, allowedSeconds, certainty: 'exact' as const, isRunning };
  const inForce = timeInForce(agreement, service, zoneOfHours(hours));
  const reference = [begin, record.times.firstLogged, record.times.started].flatMap(known)[0];
  if (reference !== undefined && (reference < inForce.from || reference >= inForce.to)) return undefined;
  const [from] = known(begin);
  if (begin?.certainty === 'unknown' || from === undefined)
    return { ...base, outcome: 'unknown', missing: [{ fact: beginFact, slug: record.slug }] };
  const to = known(end)[0] ?? (isRunning ? Math.max(from, today) : undefined);
  const missing = [{ fact: endFact, slug: record.slug }];
  if (to === undefined) return { ...base, outcome: 'unknown', missing };
  const usedSeconds = openSeconds({ from, to }, hours, holidays);
  const certainty = begin?.certainty === 'about' || end?.certainty === 'about' ? 'about' : 'exact';
  if (usedSeconds > allowedSeconds) return { ...base, outcome: 'breached', certainty, missing: [], usedSeconds };
  if (isRunning) return { ...base, outcome: 'unknown', certainty, missing, usedSeconds };
  return { ...base, outcome: 'met', certainty, missing: [], usedSeconds };
}

type ResponseFact = 'firstLogged' | 'acknowledged' | 'resolved';

interface Ends {
  begin: RecordedTime | undefined;
  end: RecordedTime | undefined;
  /** What is missing where the begin, or the end, is not known. */
  beginFact: ResponseFact;
  endFact: ResponseFact;
}

function endsOf({ times, publishedAt }: IncidentRecord, kind: ResponseAgreement['kind']): Ends {
  if (kind === 'publish') {
    const published: RecordedTime = { certainty: 'exact', at: publishedAt };
    return { begin: times.resolved, end: published, beginFact: 'resolved', endFact: 'resolved' };
  }
  const fact = kind === 'acknowledge' ? 'acknowledged' : 'resolved';
  return { begin: times.firstLogged, end: times[fact], beginFact: 'firstLogged', endFact: fact };
}

function known(time: RecordedTime | undefined): EpochSeconds[] {
  return time === undefined || time.certainty === 'unknown' ? [] : [secondsOf(time.at)];
}
