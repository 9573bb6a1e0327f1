/** How a service stands, as the words that badges and embeds show. */

import type { ServiceSummary } from '../incident/service-summary.ts';
import type { Locale } from './use-locale.ts';
import { availableInWords } from './verdict-in-words.ts';

export interface ServiceSummaryInWords {
  /** `99.982% available in 2026`; absent without an agreement that says how to count. */
  available?: string;
  /** `94 days since Severity 1`, that it is not over, or that none is on record. */
  gravest: string;
  /** `As of 24 November 2026.` */
  asOf: string;
}

/** `severity` is the name of the gravest one. */
export function serviceSummaryInWords(
  { availability, lastGravest, today }: ServiceSummary,
  severity: string,
  locale: Locale,
): ServiceSummaryInWords {
  const { words, format } = locale;
  const asOf = words.promises.asOf(format.date(today));
  const gravest = {
    none: () => words.serviceSummary.never(severity),
    lasting: () => words.serviceSummary.ongoing(severity),
    over: (days: number) => words.serviceSummary.daysSince(days, format.number(days), severity),
  };
  const said = lastGravest.state === 'over' ? gravest.over(lastGravest.days) : gravest[lastGravest.state]();
  if (!availability) return { gravest: said, asOf };
  const { agreement, figures } = availability;
  const percent = availableInWords(figures, agreement, locale);
  const year = figures.days.first.slice(0, 4);
  if (percent === words.verdict.notApplicable)
    return { available: words.serviceSummary.notKnown(year), gravest: said, asOf };
  const available = figures.isWhole
    ? words.serviceSummary.available(percent, year)
    : words.serviceSummary.availableSince(percent, format.date(figures.days.first));
  return { available, gravest: said, asOf };
}
