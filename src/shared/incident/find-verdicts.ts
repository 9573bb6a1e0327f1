/** Every verdict about one postmortem: for each service it affected and each agreement in force, in their order. */
import type { CalendarDate } from './instant.ts';
import { beginOfToday, judgeAvailability } from './judge-availability.ts';
import { judgeResponse } from './judge-response.ts';
import type { RecordIndex } from './record-index.ts';
import type { PublicService } from './service-schema.ts';
import type { IncidentRecord, Verdict } from './verdict.ts';

export interface VerdictOptions {
  services: readonly PublicService[];
  /** Every public postmortem. */
  records: RecordIndex;
  /** The build's day in UTC. */
  today: CalendarDate;
}

/** Depends on today only while a window, or the incident, is not over. */
export function findVerdicts(record: IncidentRecord, { services, records, today }: VerdictOptions): Verdict[] {
  const ids = [...new Set(record.impact.services.map(({ service }) => service))];
  const begin = beginOfToday(today);
  return ids.flatMap((id) => {
    const service = services.find((candidate) => candidate.id === id);
    return (service?.agreements ?? []).flatMap((agreement): Verdict[] => {
      const options = { service: service as PublicService, records, today: begin };
      if (agreement.kind === 'availability') return judgeAvailability(record, agreement, options);
      return [judgeResponse(record, agreement, options)].filter((verdict) => verdict !== undefined);
    });
  });
}
