/** How a service stands, as the words that badges and embeds show. */

import type { ServiceStanding } from '../incident/service-standing.ts';
import type { Speech } from './speak.ts';
import { availableInWords } from './verdict-in-words.ts';

export interface StandingInWords {
  /** `99.982% available in 2026`; absent without an agreement that says how to count. */
  available?: string;
  /** `94 days since Severity 1`, that it is not over, or that none is on record. */
  gravest: string;
  /** `As of 24 November 2026.` */
  asOf: string;
}

/** `severity` is the name of the gravest one. */
export function standingInWords(
  { availability, lastGravest, today }: ServiceStanding,
  severity: string,
  speech: Speech,
): StandingInWords {
  const { words, format } = speech;
  const asOf = words.promises.asOf(format.date(today));
  const gravest = {
    none: () => words.standing.never(severity),
    lasting: () => words.standing.ongoing(severity),
    over: (days: number) => words.standing.daysSince(days, format.number(days), severity),
  };
  const said = lastGravest.state === 'over' ? gravest.over(lastGravest.days) : gravest[lastGravest.state]();
  if (!availability) return { gravest: said, asOf };
  const { agreement, figures } = availability;
  const percent = availableInWords(figures, agreement, speech);
  const year = figures.days.first.slice(0, 4);
  if (percent === words.verdict.notApplicable) return { available: words.standing.notKnown(year), gravest: said, asOf };
  const available = figures.isWhole
    ? words.standing.available(percent, year)
    : words.standing.availableSince(percent, format.date(figures.days.first));
  return { available, gravest: said, asOf };
}
