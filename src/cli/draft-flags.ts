/** The flags of `candor new`, checked against what the site has. */
import { type DraftAnswers, draftTimes } from '../author/drafting/draft-answers.ts';
import type { ReadForm } from '../author/drafting/read-issue-form.ts';
import { isAddressName } from '../shared/incident/address-name.ts';
import { isTimeZone, withOffset } from '../shared/incident/instant.ts';
import { matchSeverity } from '../shared/incident/match-severity.ts';
import { detectors } from '../shared/incident/postmortem-schema.ts';
import { nearest } from '../shared/problem/nearest.ts';

/** As typed; what was not given is absent. */
export interface DraftFlags {
  title?: string | undefined;
  summary?: string | undefined;
  severity?: string | undefined;
  zone?: string | undefined;
  slug?: string | undefined;
  from?: string | undefined;
  detectedBy?: string | undefined;
  times: Partial<Record<(typeof draftTimes)[number], string | undefined>>;
  services: string[];
  teams: string[];
  /** Name of a file in `content/templates/`, without its ending. */
  template: string;
}

/** What may be chosen from. */
export interface DraftChoices {
  severities: { id: string; name: string; meaning: string }[];
  services: { id: string; name: string }[];
  /** Known ones; others are welcome. */
  teams: string[];
  timezone: string;
}

/** Answers without a title: a person is asked for the rest, or nothing is written. */
export type PartialAnswers = Omit<DraftAnswers, 'title'> & { title?: string };

/** What the flags say, over what was imported; or one sentence on the first that cannot be used. */
export function answersFromFlags(
  flags: DraftFlags,
  choices: DraftChoices,
  imported?: ReadForm,
): { answers: PartialAnswers } | { complaint: string } {
  const { timezone, severities, services } = choices;
  const wrongForm = checkForms(flags, timezone);
  if (wrongForm !== undefined) return { complaint: wrongForm };
  const severity = flags.severity ?? matchSeverity(imported?.severity, severities) ?? severities.at(-1)?.id ?? '';
  const unknown = findUnknown({ ...flags, severity }, choices);
  if (unknown !== undefined) return { complaint: unknown };
  const times = readTimes(flags.times, timezone);
  if (typeof times === 'string') return { complaint: times };
  const [title, summary] = [flags.title ?? imported?.title, flags.summary ?? imported?.summary];
  return {
    answers: {
      ...(title === undefined ? {} : { title }),
      ...(summary === undefined ? {} : { summary }),
      severity,
      times: { ...imported?.times, ...times },
      detection: { by: (flags.detectedBy ?? detectorOf(imported?.detectedBy)) as DraftAnswers['detection']['by'] },
      services: flags.services.length > 0 ? flags.services : matchServices(imported?.services ?? [], services),
      teams: flags.teams.length > 0 ? flags.teams : (imported?.teams ?? []),
      ...(imported?.timeline && { timeline: imported.timeline }),
      ...(imported?.internal === undefined ? {} : { internal: imported.internal }),
      ...(imported?.notes === undefined ? {} : { notes: imported.notes }),
    },
  };
}

/** One sentence on the first flag that is not written as it has to be. */
function checkForms({ slug, template }: DraftFlags, timezone: string): string | undefined {
  if (!isTimeZone(timezone)) return `--zone: \`${timezone}\` is no time zone; write it like Europe/London.`;
  if (slug !== undefined && !isAddressName(slug))
    return '--slug takes lower-case letters, digits and single hyphens, and no kept name such as index or con.';
  if (!/^[a-z0-9-]+$/.test(template))
    return '--template takes the name of a file in content/templates/, without its ending.';
  return undefined;
}

/** One sentence on the first flag that names what the site does not have. */
function findUnknown(
  { severity, services, detectedBy }: DraftFlags & { severity: string },
  choices: DraftChoices,
): string | undefined {
  const idsOf = (known: readonly { id: string }[]) => known.map(({ id }) => id);
  return [
    unknownOf('severity', severity, idsOf(choices.severities)),
    ...services.map((id) => unknownOf('service', id, idsOf(choices.services))),
    detectedBy === undefined ? undefined : unknownOf('detected-by', detectedBy, detectors),
  ].find((complaint) => complaint !== undefined);
}

/** The moments that were given; or one sentence on the first that is none. */
function readTimes(written: DraftFlags['times'], timezone: string): DraftAnswers['times'] | string {
  const times: DraftAnswers['times'] = {};
  for (const key of draftTimes) {
    const text = written[key];
    if (text === undefined) continue;
    const at = readMoment(text, timezone);
    if (at === undefined) return momentComplaint(key, text, timezone);
    times[key] = at;
  }
  return times;
}

/** A moment as it is written into a postmortem; `about …` and `unknown` stay what they are. */
export function readMoment(text: string, timezone: string): string | undefined {
  if (text.trim() === 'unknown') return 'unknown';
  const [about = ''] = /^about\s+/.exec(text.trim()) ?? [];
  const at = withOffset(text.trim().slice(about.length), timezone);
  return at === undefined ? undefined : `${about === '' ? '' : 'about '}${at}`;
}

export function momentComplaint(key: string, text: string, timezone: string): string {
  return `${key}: \`${text}\` is no moment in ${timezone}, or exists twice there because clocks went back. Write it like 2026-03-14 10:12, or with its offset: 2026-03-14T10:12+01:00.`;
}

function detectorOf(name: string | undefined): DraftAnswers['detection']['by'] {
  return detectors.find((known) => known === name) ?? 'unknown';
}

function unknownOf(flag: string, value: string, known: readonly string[]): string | undefined {
  if (known.includes(value)) return undefined;
  const guess = nearest(value, [...known]);
  return `--${flag}: there is no \`${value}\`. ${guess ? `Did you mean \`${guess}\`?` : `Known: ${known.join(', ')}.`}`;
}

function matchServices(names: string[], services: DraftChoices['services']): string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return services.filter(({ id, name }) => wanted.has(id) || wanted.has(name.toLowerCase())).map(({ id }) => id);
}
