/** The span that a document states for the whole incident: "Impact time: Aug 30 at 11:15 to Aug 30 at 12:13". */
import { blockText } from './block-text.ts';
import { monthPattern } from './calendar-names.ts';
import { linesOf } from './lines-of.ts';
import { openDayBehind } from './open-days.ts';
import { findDay } from './read-day.ts';
import { type Lead, readLead } from './read-lead.ts';
import { dayAround, type Section } from './split-sections.ts';
import { findStatedZone, momentIn, type StatedZone } from './stated-zone.ts';

export interface FoundSpan {
  started: string;
  resolved: string;
}

const name =
  '(?:影響期間|発生期間|障害期間|(?:total\\s)?(?:(?:incident|impact|outage|downtime|disruption)\\s)?(?:time|times|period|window|duration|downtime|start and end|impact time)|(?:incident\\s)?date(?:\\s?/\\s?time|\\sand\\stime|\\sof\\s(?:the\\s)?incident)?)';
const title = new RegExp(`^${name}\\W{0,3}$`, 'i');
const line = new RegExp(`^[\\s*_]{0,4}${name}\\s?(?:\\([^()]{1,30}\\))?[*_]{0,3}\\s?:[\\s*_]{0,4}(.{8,120})$`, 'gim');
const between = /^(?:to|until|till|through|and|[-–—→〜～])\s{0,3}/i;

/** `(March 12-13, 2026)`: which of them each end is of, nobody says. */
const severalDays = new RegExp(`(?:${monthPattern})\\.?\\s\\d{1,2}\\s?[-–—]\\s?\\d{1,2}(?![\\d:])`, 'iu');

/** Both ends, with their offset; `undefined` where none is stated, the zone is not known, or it runs backwards. */
export function findSpan(
  sections: readonly Section[],
  { day, zone }: { day: string | undefined; zone: StatedZone | undefined },
): FoundSpan | undefined {
  const spans = sections.map((section) => {
    const texts = section.content.flatMap((node) => (node.type === 'paragraph' ? [blockText(node)] : []));
    const own = title.test(section.title.trim()) ? texts : [];
    const labelled = section.content
      .flatMap(linesOf)
      .flatMap((text) => [...text.matchAll(line)].map(([, value = '']) => value));
    const isSummary = section.kind === 'summary' || section.title === '';
    const sentences = isSummary ? texts.flatMap((text) => text.split(/(?<=[.!?])\s/)) : [];
    const stated = findStatedZone(section.title) ?? zone;
    const around = dayAround(section, day);
    const read = (text: string, near = around) => readSpan(text, near, stated) ?? [];
    return [
      [...own, ...labelled].flatMap(withBracketed).flatMap((text) => read(text)),
      // The day may stand before the span.
      sentences.flatMap((sentence) =>
        spansTold(sentence).flatMap((text) => read(text, findDay(sentence, around) ?? around)),
      ),
    ];
  });
  const labelled = spans.flatMap(([first = []]) => first);
  const all = labelled.length > 0 ? labelled : spans.flatMap(([, second = []]) => second);
  // One that holds all others: elsewhere they are of several incidents.
  const holds = (one: FoundSpan) => (other: FoundSpan) =>
    Date.parse(one.started) <= Date.parse(other.started) && Date.parse(other.resolved) <= Date.parse(one.resolved);
  return all.find((span) => all.every(holds(span)));
}

/** The text, and what stands in its brackets: `5 hours 26 minutes (10:45 - 16:11 UTC)`. */
function withBracketed(text: string): string[] {
  const inner = [...text.matchAll(/\(([^()]{8,80})\)/g)].map(([, within = '']) => within);
  return [text, ...inner].map((each) => each.replace(/^(?:estimated|approximately|roughly|from)\s/i, ''));
}

/** What follows `from` or `between` in a sentence about an outage. */
function spansTold(sentence: string): string[] {
  if (!/\b(?:outage|incident|down(?:time)?|degraded|disruption|unavailable|broken)\b/i.test(sentence)) return [];
  return [...sentence.matchAll(/\b(?:from|between)\s(?=[\d~A-Z])/gi)].map(({ index, 0: { length } }) =>
    sentence.slice(index + length),
  );
}

function readSpan(text: string, day: string | undefined, stated: StatedZone | undefined): FoundSpan | undefined {
  const first = readLead(text, day);
  const gap =
    first === undefined
      ? null
      : ([0, 1, 2]
          .map((before) => between.exec(text.slice(text.length - first.rest.length - before).trim()))
          .find(Boolean) ?? null);
  if (first === undefined || first.clock === undefined || gap === null) return undefined;
  const last = readLead(first.rest.replace(between, ''), day);
  const zone = first.zone ?? last?.zone ?? stated;
  if (zone === undefined || last?.clock === undefined) return undefined;
  const isOpen = last.day === undefined && openDayBehind(last.rest, first.day ?? day) !== undefined;
  if (isOpen || severalDays.test(last.rest)) return undefined;
  const started = momentOf(first, day, zone);
  const resolved = momentOf(last, first.day ?? day, zone);
  return started !== undefined && resolved !== undefined && Date.parse(started) < Date.parse(resolved)
    ? { started, resolved }
    : undefined;
}

function momentOf({ day: own, clock }: Lead, day: string | undefined, zone: StatedZone): string | undefined {
  const at = own ?? day;
  return at === undefined || clock === undefined ? undefined : momentIn(at, clock, zone);
}
