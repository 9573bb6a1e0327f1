/** Incidents that somebody outside reported, and that are not published within the agreed time. */
import { type Instant, instantAt, secondsOf, secondsOfDuration } from '../../shared/incident/instant.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { momentOf } from '../../shared/incident/recorded-time.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';

/** What is known of an incident that a customer or partner reported. */
export interface OutsideReport {
  by: 'customer' | 'partner';
  severity: string;
  resolved: Instant;
  services: string[];
  /** Of `detection.by`. */
  location: SourceLocation;
}

export function outsideReport(
  { detection, severity, times, impact }: Postmortem,
  location: SourceLocation,
): OutsideReport | undefined {
  const resolved = momentOf(times.resolved);
  if (resolved === undefined || (detection.by !== 'customer' && detection.by !== 'partner')) return undefined;
  return { by: detection.by, severity, resolved, services: impact.services.map(({ service }) => service), location };
}

/** For a report that is not published at `now`: the agreement that ended first, if one has. */
export function checkPublishing(report: OutsideReport, services: Record<string, Service>, now: Instant): Problem[] {
  const day = report.resolved.slice(0, 10);
  const ends = report.services.flatMap((id) => {
    const service = Object.hasOwn(services, id) ? services[id] : undefined;
    if (!service || service.internal) return [];
    return service.agreements.flatMap((agreement) => {
      const isMeant =
        agreement.kind === 'publish' &&
        (agreement.severity === undefined || agreement.severity === report.severity) &&
        agreement.from <= day &&
        day <= (agreement.until ?? '9');
      if (!isMeant) return [];
      return [
        { service: service.name, end: instantAt(secondsOf(report.resolved) + secondsOfDuration(agreement.within)) },
      ];
    });
  });
  const first = ends.filter(({ end }) => end < now).sort((a, b) => (a.end < b.end ? -1 : 1))[0];
  if (!first) return [];
  const values = { by: report.by, service: first.service, deadline: first.end.slice(0, 10) };
  return [createProblem('detection/unpublished', report.location, values)];
}
