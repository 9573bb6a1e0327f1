/** What a reader in a hurry wants to know of a postmortem: a name and a value each, in plain text. */
import type { KeyFact } from '../../shared/feeds/feed-entry.ts';
import { countInWords } from '../../shared/i18n/count-in-words.ts';
import { timeInWords } from '../../shared/i18n/time-in-words.ts';
import type { Locale } from '../../shared/i18n/use-locale.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';

export interface FactContext {
  locale: Locale;
  severityName: string;
  /** Names of services by their ids. */
  serviceNames: Readonly<Record<string, string>>;
  /** What follows for each agreement, where nothing but a change of content can change it. */
  results: readonly KeyFact[];
}

/** The next update is named while the account is preliminary. */
export function keyFacts(postmortem: PublicPostmortem, context: FactContext): KeyFact[] {
  const { times, impact, state, nextUpdateBy } = postmortem;
  const { locale, severityName, serviceNames, results } = context;
  const { words, format } = locale;
  const names = [...new Set(impact.services.map(({ service }) => serviceNames[service] ?? service))];
  const fact = (name: string, value: string): KeyFact => ({ name, value });
  return [
    fact(words.severity.label, severityName),
    fact(words.postmortem.started, timeInWords(times.started, locale)),
    fact(words.postmortem.firstLogged, timeInWords(times.firstLogged, locale)),
    ...(times.mitigated ? [fact(words.postmortem.mitigated, timeInWords(times.mitigated, locale))] : []),
    fact(
      words.postmortem.resolved,
      times.resolved ? timeInWords(times.resolved, locale) : words.postmortem.notResolved,
    ),
    ...(state === 'preliminary' && nextUpdateBy !== undefined
      ? [fact(words.postmortem.nextUpdate, words.time.at(format.date(nextUpdateBy), format.clock(nextUpdateBy)))]
      : []),
    fact(words.postmortem.users, countInWords(impact.users, locale)),
    ...(names.length > 0 ? [fact(words.postmortem.services, format.list(names))] : []),
    ...results,
  ];
}
