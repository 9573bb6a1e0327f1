/** What authors say about agreements, held against what follows from the recorded facts of all postmortems. */
import { findVerdicts } from '../../shared/incident/find-verdicts.ts';
import type { CalendarDate } from '../../shared/incident/instant.ts';
import type { AgreementClaim } from '../../shared/incident/postmortem-schema.ts';
import { indexRecords, type RecordIndex } from '../../shared/incident/record-index.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import { graver, type IncidentRecord, type Outcome, type Verdict } from '../../shared/incident/verdict.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';

/** A claim and where it stands; claims about services that the edition withholds are left out. */
export interface LocatedClaim extends AgreementClaim {
  location: SourceLocation;
}

export interface ClaimsOptions {
  services: Record<string, Service>;
  /** What is published now: its impact counts in every verdict. */
  published: readonly IncidentRecord[];
  /** The build's day. */
  today: CalendarDate;
}

type Claiming = { postmortem?: IncidentRecord; claims?: LocatedClaim[] };

/** An embargoed postmortem is judged as if it were published already. */
export function checkClaims(publications: readonly Claiming[], options: ClaimsOptions): Problem[] {
  const services = Object.entries(options.services).map(([id, service]) => ({ id, ...service }));
  const published = new Set(options.published);
  let all: RecordIndex | undefined;
  const recordsWith = (postmortem: IncidentRecord): RecordIndex => {
    if (!published.has(postmortem))
      return indexRecords([...options.published.filter(({ slug }) => slug !== postmortem.slug), postmortem]);
    // One index serves all that are published: there may be thousands.
    all ??= indexRecords(options.published);
    return all;
  };
  return publications.flatMap(({ postmortem, claims = [] }) => {
    if (!postmortem || claims.length === 0) return [];
    const records = recordsWith(postmortem);
    const verdicts = findVerdicts(postmortem, { services, records, today: options.today });
    return claims.flatMap((claim) => checkClaim(claim, verdicts));
  });
}

function checkClaim({ service, kind, verdict, location }: LocatedClaim, verdicts: readonly Verdict[]): Problem[] {
  const judged = verdicts.filter((known) => known.service === service && known.agreement.kind === kind);
  if (judged.length === 0) return [createProblem('agreements/none', location, { service, kind })];
  const outcome = judged.map((known) => known.outcome).reduce(graver);
  if (outcome === verdict) return [];
  const values = { service, kind, claimed: inWords(verdict), computed: inWords(outcome) };
  // While a window is not over, what was said of it may still come true.
  const isOpen = judged.some(({ missing }) => missing.some(({ fact }) => fact === 'window-end'));
  if (outcome === 'unknown' && isOpen) return [];
  const code = verdict === 'unknown' ? 'agreements/known-now' : 'agreements/contradicted';
  return [createProblem(code, location, values)];
}

function inWords(outcome: Outcome): string {
  return outcome === 'unknown' ? 'cannot be said' : outcome;
}
