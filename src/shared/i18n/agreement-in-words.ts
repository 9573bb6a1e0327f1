/** An agreement as sentences. */

import type { Agreement } from '../incident/service-schema.ts';
import type { PublicSite } from '../incident/site-schema.ts';
import type { Locale } from './use-locale.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type Availability = Extract<Agreement, { kind: 'availability' }>;

/** What is promised in one sentence, and the terms in further ones. */
export function agreementInWords(
  agreement: Agreement,
  site: PublicSite,
  locale: Locale,
): { promise: string; terms: string[] } {
  const inForce = inForceInWords(agreement, locale);
  const words = locale.words.agreement;
  if (agreement.kind === 'availability') {
    const promise = words.availability(locale.format.percent(agreement.target / 100), words.window[agreement.window]);
    return { promise, terms: [...availabilityTerms(agreement, locale), inForce] };
  }
  const within = locale.format.isoDuration(agreement.within);
  const severity = site.severities.find(({ id }) => id === agreement.severity)?.name ?? agreement.severity;
  if (agreement.kind === 'publish') {
    return { promise: severity ? words.publishSeverity(severity, within) : words.publish(within), terms: [inForce] };
  }
  const hours = agreement.hours === '24x7' ? words.aroundTheClock : words.hours(hoursInWords(agreement.hours, locale));
  const holidays = agreement.holidays.map((day) => locale.format.date(day));
  return {
    promise: words[agreement.kind](severity ?? '', within),
    terms: [hours, ...(holidays.length > 0 ? [words.holidays(locale.format.list(holidays))] : []), inForce],
  };
}

function availabilityTerms(agreement: Availability, { words, format, language }: Locale): string[] {
  const percent = (value: number) => format.percent(value / 100);
  const weights = (['down', 'partial', 'degraded'] as const).map((level) =>
    words.agreement.weight(words.level[level].toLocaleLowerCase(language), weightInWords(agreement.counts[level])),
  );
  return [
    words.agreement.weights(format.list(weights)),
    ...(agreement.window === 'rolling-30-days' ? [] : [words.agreement.timezone(agreement.timezone)]),
    ...(agreement.excludesMaintenance ? [words.agreement.excludesMaintenance] : []),
    ...agreement.credits.map((credit) => words.agreement.credit(percent(credit.below), percent(credit.percent))),
  ];

  function weightInWords(weight: number | 'share'): string {
    if (weight === 'share') return words.agreement.weightShare;
    if (weight === 0) return words.agreement.weightNone;
    return weight === 1 ? words.agreement.weightFull : format.percent(weight);
  }
}

/** The hours as the agreement writes them, with the names of the days in the site's language. */
function hoursInWords(hours: string, { format }: Locale): string {
  return hours.replace(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?=[ -])/g, (day) => format.weekday(weekdays.indexOf(day)));
}

function inForceInWords({ from, until }: Agreement, { words, format }: Locale): string {
  return until
    ? words.agreement.sinceUntil(format.date(from), format.date(until))
    : words.agreement.since(format.date(from));
}
