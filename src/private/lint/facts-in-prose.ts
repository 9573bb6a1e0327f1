/** Durations and counts in the text, held against the recorded facts. Speaks up only where a sentence is clear. */
import { minutesBetween } from '../../shared/incident/instant.ts';
import type { RecordedCount } from '../../shared/incident/recorded-count.ts';
import { momentOf, type RecordedTime } from '../../shared/incident/recorded-time.ts';
import type { LintInput, Passage } from './lint-input.ts';
import { readCounts, readDurations, sentenceAround, type ToldCount } from './read-quantities.ts';
import { createRule, locationIn } from './rule.ts';

const ofTheIncident = '(?:incident|outage|disruption|downtime|interruption|impact)';
/** What stands right before a duration that is the incident's own. */
const before = [
  new RegExp(`\\b${ofTheIncident} (?:\\w{1,12} )?(?:of|lasted(?: for)?|was|took|continued for|went on for)\\s*$`, 'i'),
  /\bit lasted(?: for)?\s*$/i,
  /\b(?:was|were|went|had been|been) (?:\w{1,12} )?(?:down|unavailable|unreachable|offline) for\s*$/i,
  /\btook (?:us )?\s*$/i,
];
const after = new RegExp(`^ ?(?:long )?(?:of )?(?:\\w{1,12} )?${ofTheIncident}\\b`, 'i');
/** `took 47 minutes` tells of the incident only with one of these behind it. */
const taken =
  /^ (?:to|until|before) (?:we |anyone |anybody |somebody )?(?:\w{1,12} )?(?:detect|notice|acknowledge|mitigate|resolve|recover|restore|fix|log)/i;
/** Begins a title or summary: "For 53 minutes on 14 March, one in three payments failed." */
const opening = /^\s*for\s*$/i;
const lateness = /^ (?:later|after (?:it|the (?:incident|outage|impact)) (?:began|begun|started))\b/i;
const noticing = /\b(?:noticed|detected|first logged|was logged|came to light)\b/i;

export const durationInProse = createRule('facts/duration', function* ({ passages, postmortem, publicServices }) {
  const known = knownDurations(postmortem, publicServices);
  if (known.length === 0) return;
  for (const passage of passages.filter(isNarrative))
    for (const told of readDurations(passage.text)) {
      if (told.isLimit || !isAboutIncident(passage, told)) continue;
      if (known.some(({ minutes, slack }) => Math.abs(minutes - told.minutes) <= told.toleranceMinutes + slack))
        continue;
      const main = known.filter(({ name }) => name !== undefined);
      yield {
        ...locationIn(passage, told.index),
        values: { words: told.words, computed: main.map(({ name, minutes }) => `${name} ${inWords(minutes)}`) },
      };
    }
});

function isNarrative({ field, isQuoted }: Passage): boolean {
  return !isQuoted && ['title', 'summary', 'story'].includes(field);
}

function isAboutIncident({ text, field }: Passage, { index, words }: { index: number; words: string }): boolean {
  const { sentence, start } = sentenceAround(text, index);
  const [head, tail] = [text.slice(start, index), text.slice(index + words.length, start + sentence.length)];
  const found = before.findIndex((form) => form.test(head));
  if (found === before.length - 1) return taken.test(tail);
  if (found >= 0 || after.test(tail)) return true;
  if (lateness.test(tail) && noticing.test(sentence)) return true;
  return field !== 'story' && opening.test(head);
}

interface KnownDuration {
  /** Absent for those that need no naming. */
  name?: string;
  minutes: number;
  /** Of estimated times. */
  slack: number;
}

/** Between any two recorded times, and of every window: what is none of these is no length of this incident. */
function knownDurations(
  { times, impact }: LintInput['postmortem'],
  publicServices: ReadonlySet<string>,
): KnownDuration[] {
  const order = ['started', 'firstLogged', 'acknowledged', 'mitigated', 'resolved'] as const;
  const names: Readonly<Record<string, string>> = {
    firstLogged: 'to first log',
    mitigated: 'to mitigate',
    resolved: 'to resolve',
  };
  const pairs = order.flatMap((from, index) =>
    order.slice(index + 1).map((to) => between(times[from], times[to], from === 'started' ? names[to] : undefined)),
  );
  const services = impact.services.filter(({ service }) => publicServices.has(service));
  const windows = services.flatMap((service) => service.windows);
  const lengths = windows.map(({ from, to }) => between(from, to ?? times.resolved));
  const sums = services.map((service) => {
    const known = service.windows.flatMap(({ from, to }) => between(from, to ?? times.resolved) ?? []);
    return { minutes: total(known.map(({ minutes }) => minutes)), slack: total(known.map(({ slack }) => slack)) };
  });
  const known = [...pairs, ...lengths].filter((duration) => duration !== undefined);
  return [...known, ...sums.filter(({ minutes }) => minutes > 0)];
}

function between(
  from: RecordedTime | undefined,
  to: RecordedTime | undefined,
  name?: string | undefined,
): KnownDuration | undefined {
  const [begin, end] = [momentOf(from), momentOf(to)];
  if (begin === undefined || end === undefined) return undefined;
  const minutes = minutesBetween(begin, end);
  const isAbout = from?.certainty === 'about' || to?.certainty === 'about';
  return { minutes, slack: isAbout ? Math.max(10, minutes * 0.2) : 0, ...(name === undefined ? {} : { name }) };
}

function inWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

const affected =
  /\b(?:affect(?:ed|ing|s)?|could not|were unable|failed|saw|received|wrote|raised|opened|hit|impacted)\b/i;
/** A part of all is no contradiction: "of these, 40 customers…". */
const isPart = /\b(?:of (?:these|them|whom|which|those|the)|another|other|further|only|among|at least one|out of)\b/i;

export const countInProse = createRule('facts/count', function* ({ passages, postmortem: { impact } }) {
  for (const passage of passages.filter(isNarrative))
    for (const told of readCounts(passage.text)) {
      const { sentence } = sentenceAround(passage.text, told.index);
      if (!affected.test(sentence)) continue;
      const recorded = told.noun.startsWith('support') ? [impact.supportRequests] : [impact.users, impact.accounts];
      if (recorded.some((count) => count.kind === 'unknown' || agrees(told, count))) continue;
      const isMore = recorded.every((count) => told.value > mostOf(count));
      if (!isMore && (passage.field === 'story' || isPart.test(sentence))) continue;
      yield {
        ...locationIn(passage, told.index),
        values: { words: told.words, recorded: [...new Set(recorded.map(countInWords))].join(' and ') },
      };
    }
});

function agrees(told: ToldCount, count: RecordedCount): boolean {
  if (count.kind === 'unknown') return true;
  if (count.kind === 'range') return told.value >= count.from && told.value <= count.to;
  if (count.kind === 'atLeast' && told.value >= count.value) return true;
  const slack = told.isRough || count.kind !== 'exact' ? count.value * 0.1 : 0;
  return Math.abs(told.value - count.value) <= slack;
}

function mostOf(count: RecordedCount): number {
  if (count.kind === 'unknown' || count.kind === 'atLeast') return Number.POSITIVE_INFINITY;
  return count.kind === 'range' ? count.to : count.value;
}

function countInWords(count: RecordedCount): string {
  if (count.kind === 'unknown') return 'unknown';
  if (count.kind === 'range') return `${count.from}..${count.to}`;
  return `${{ exact: '', about: 'about ', atLeast: 'at least ' }[count.kind]}${count.value}`;
}
