/** A verdict as the cells and the sentences that show it. */

import { minutesOf, shareOfBudget, shownAvailability, shownMinutes } from '../incident/shown-figures.ts';
import type { PublicSite } from '../incident/site-schema.ts';
import type {
  AvailabilityAgreement,
  AvailabilityFigures,
  AvailabilityVerdict,
  MissingFact,
  ResponseVerdict,
  Verdict,
} from '../incident/verdict.ts';
import { fullWeight } from '../incident/weighted-time.ts';
import { agreementInWords } from './agreement-in-words.ts';
import type { Locale } from './use-locale.ts';

export interface VerdictInWords {
  /** Short: `Available, July 2024`. */
  name: string;
  measured: string;
  target: string;
  used: string;
  share: string;
  credit: string;
  /** What is promised, how it was computed and what is missing, a sentence each. */
  rule: string[];
}

/** Where something cannot be said, or does not apply, a dash stands. */
export function verdictInWords(
  verdict: Verdict,
  { site, locale, titleOf }: { site: PublicSite; locale: Locale; titleOf: (slug: string) => string },
): VerdictInWords {
  const { promise, terms } = agreementInWords(verdict.agreement, site, locale);
  const cells = 'allowedSeconds' in verdict ? response(verdict, locale) : availability(verdict, locale);
  const { words } = locale;
  const about = verdict.certainty === 'about' ? [words.verdict.aboutNote] : [];
  const missing = verdict.missing.map((fact) => missingInWords(fact, locale, titleOf));
  return { ...cells, rule: [promise, ...cells.rule, ...about, ...missing, ...terms] };
}

function availability(verdict: AvailabilityVerdict, locale: Locale): VerdictInWords {
  const { agreement, figures } = verdict;
  const { words, format } = locale;
  const dash = words.verdict.notApplicable;
  const target = words.verdict.atLeastPercent(format.percent(agreement.target / 100));
  if (!figures) {
    const name = words.verdict.kind.availability(words.agreement.window[agreement.window]);
    return { name, measured: dash, target, used: dash, share: dash, credit: dash, rule: [] };
  }
  const { allowed, used } = minutesInWords(figures, locale);
  const share = shareOfBudget(figures.own, figures.allowed);
  const window = windowInWords(agreement, figures, locale);
  const minutes = format.decimal(trimmed(minutesOf(figures.measuredSeconds * fullWeight).value));
  const rollingName = words.verdict.rolling(format.date(figures.days.last));
  const lost = format.percent((100 - agreement.target) / 100);
  const rolling = agreement.window === 'rolling-30-days' ? [words.verdict.ruleRolling] : [];
  const opening = window === rollingName ? words.verdict.theRolling(format.date(figures.days.last)) : window;
  const overlap = figures.own < figures.used ? [words.verdict.ruleOverlap] : [];
  return {
    name: words.verdict.kind.availability(window),
    measured: availableInWords(figures, agreement, locale),
    target,
    used: words.verdict.minutesOf(used, allowed),
    share: share === undefined ? dash : atLeast(format.percent(rounded(share)), figures, locale),
    credit: creditInWords(figures, agreement, locale),
    rule: [words.verdict.ruleWindow(opening, minutes, lost, allowed, used), ...rolling, ...overlap],
  };
}

function response(verdict: ResponseVerdict, locale: Locale): VerdictInWords {
  const { agreement, allowedSeconds, usedSeconds, certainty, isRunning } = verdict;
  const { words, format } = locale;
  const dash = words.verdict.notApplicable;
  // In business hours a day is no unit: a clock that ran for 24 hours has run for three days of work.
  const days = agreement.kind === 'publish' || agreement.hours === '24x7';
  const allowed = format.span(allowedSeconds, { days });
  const base = {
    name: words.verdict.kind[agreement.kind](''),
    target: words.verdict.within(allowed),
    used: dash,
    share: dash,
    credit: dash,
  };
  if (usedSeconds === undefined) return { ...base, measured: dash, rule: [] };
  const span = format.span(usedSeconds, { days });
  const used = certainty === 'about' ? words.duration.about(span) : span;
  const rule = (isRunning ? words.verdict.ruleClockOpen : words.verdict.ruleClock)(used, allowed);
  return { ...base, measured: isRunning ? words.verdict.atLeast(used) : used, rule: [rule] };
}

/** `99.813 %`, `at most 99.2 %`, or that the window is not over. */
export function availableInWords(
  figures: AvailabilityFigures,
  { target }: AvailabilityAgreement,
  { words, format }: Locale,
): string {
  const percent = format.percentage(shownAvailability(figures, target));
  if (figures.missing.some(({ fact }) => fact === 'window-end')) return words.verdict.notYet;
  if (isNothingKnown(figures)) return words.verdict.notApplicable;
  if (figures.isAtLeast) return words.verdict.atMost(percent);
  return figures.certainty === 'about' ? words.duration.about(percent) : percent;
}

/** Minutes used and allowed: `29.46` and `22.32`. */
export function minutesInWords(figures: AvailabilityFigures, locale: Locale): { used: string; allowed: string } {
  const { used, allowed } = shownMinutes(figures);
  return { used: atLeast(locale.format.decimal(used), figures, locale), allowed: locale.format.decimal(allowed) };
}

/** `July 2024`, `Q3 2024`, `30 days to 14 July 2024`, or days where an end was cut off. */
export function windowInWords(
  agreement: AvailabilityAgreement,
  { days, isWhole }: Pick<AvailabilityFigures, 'days' | 'isWhole'>,
  { words, format }: Locale,
): string {
  if (!isWhole) return words.verdict.partOf(format.date(days.first), format.date(days.last));
  if (agreement.window === 'rolling-30-days') return words.verdict.rolling(format.date(days.last));
  return agreement.window === 'calendar-month'
    ? format.month(days.first)
    : words.availability.quarter(Math.ceil(Number(days.first.slice(5, 7)) / 3), days.first.slice(0, 4));
}

function creditInWords(
  { creditPercent, isAtLeast, outcome }: AvailabilityFigures,
  { credits }: AvailabilityAgreement,
  { words, format }: Locale,
): string {
  if (credits.length === 0) return words.verdict.notApplicable;
  if (creditPercent === 0) return outcome === 'unknown' ? words.verdict.notApplicable : words.verdict.noCredit;
  const credit = words.verdict.credited(format.percent(creditPercent / 100));
  return isAtLeast ? words.verdict.atLeast(credit) : credit;
}

function atLeast(value: string, figures: AvailabilityFigures, { words }: Locale): string {
  const { isAtLeast, certainty, missing } = figures;
  if (isNothingKnown(figures)) return words.count.unknown;
  if (missing.some(({ fact }) => fact === 'window-end')) return words.verdict.soFar(value);
  if (isAtLeast) return words.verdict.atLeast(value);
  return certainty === 'about' ? words.duration.about(value) : value;
}

/** True where no downtime is certain, and some is possible for want of a fact. */
function isNothingKnown({ isAtLeast, used, missing }: AvailabilityFigures): boolean {
  return isAtLeast && used === 0 && missing.some(({ fact }) => fact !== 'window-end');
}

function missingInWords(fact: MissingFact, { words, format }: Locale, titleOf: (slug: string) => string): string {
  const value = fact.fact === 'window-end' ? format.date(fact.until) : titleOf(fact.slug);
  return words.verdict.missing[fact.fact](value);
}

/** Two significant digits below one percent, whole percents from there. */
function rounded(share: number): number {
  return share < 0.01 ? Number(share.toPrecision(2)) : Math.round(share * 100) / 100;
}

function trimmed(value: number): { value: number; digits: number } {
  return { value, digits: Number.isInteger(value) ? 0 : 2 };
}
