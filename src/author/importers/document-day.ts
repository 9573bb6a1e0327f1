/** The day of a document's incident, from whatever states it: begin and end, title, labels, frontmatter, the name of the file. */
import { toString as plainText } from 'mdast-util-to-string';
import { findLabelledTimes } from './find-labelled-times.ts';
import { findSpan } from './find-span.ts';
import { hasOpenDay } from './open-days.ts';
import { anyDay, findDay, findOnlyDay, saysSeveralDays } from './read-day.ts';
import type { Front } from './read-front.ts';
import { readLead } from './read-lead.ts';
import type { Section } from './split-sections.ts';
import { findStatedZone, type StatedZone } from './stated-zone.ts';

export interface DocumentDay {
  /** Of rows that say none; `undefined` where none is stated, or the incident took days. */
  day: string | undefined;
  /** Any day of the incident, for days without a year. */
  near: string | undefined;
  /** A day is stated, and not which: then `day` is not to be relied on. */
  isOpen: boolean;
}

interface Stating {
  title: string | undefined;
  front: Front;
  frontmatter: string | undefined;
  body: string;
  sections: readonly Section[];
  fileName: string;
}

export function findDocumentDay({ title, front, frontmatter, body, sections, fileName }: Stating): DocumentDay {
  const zone = findStatedZone(body);
  const stated = findLabelledTimes(sections, { day: undefined, zone });
  const labelled = dayOfText(body, sections) ?? stated.dated;
  // A date of the frontmatter may be that of the page, where a label says another.
  const ofFront = labelled === undefined || labelled === front.day ? front.day : undefined;
  // When it began and ended says more than a title or a date, which may be that of the report.
  const certain = stated.day ?? dayOfSpan(sections, zone) ?? dayOfTitle(title) ?? ofFront;
  const first = certain ?? labelled ?? findDay(fileName) ?? dayOfHeadings(sections);
  const span = findSpan(sections, { day: first, zone }) ?? stated.times;
  const isLong =
    endsLater(body, certain ?? labelled) || isDaysLater(span.started?.slice(0, 10), span.resolved?.slice(0, 10));
  const day = isLong ? undefined : first;
  const isOpen = certain === undefined && saysSomeDay({ title, frontmatter, body, sections, day });
  return { day, near: first ?? stated.near, isOpen };
}

/** Dates of something else than the incident. */
const otherDate =
  '(?<!\\b(?:review|due|report|post-?mortem|published|publication|meeting|created|creation|updated?|target|completion)\\s)';
const dayLabel = new RegExp(
  `${otherDate}\\b(?:date(?!\\sof\\s(?:the\\s)?(?:review|report|post-?mortem|retrospective|publication|meeting|document|writing|creation|last|update))|incident (?:from|start|started|begin))\\W{1,6}(.{4,80})`,
  'i',
);

/** A line that says when the incident was. */
const momentLabel = new RegExp(
  `^[\\s>|*_-]{0,8}${otherDate}(?:(?:incident|impact|outage|event)\\s)?(?:date|day|when|start(?:ed|s)?|began|begin|end(?:ed|s)?|detected|resolved|duration|time|period|window)\\b[^:|\\n]{0,30}[:|]`,
  'i',
);

/** The day behind `Date:` or `Incident from:`, or one that begins a paragraph before the first heading. */
function dayOfText(text: string, [intro]: readonly Section[]): string | undefined {
  const labelled = findOnlyDay(dayLabel.exec(text)?.[1] ?? '');
  if (labelled !== undefined || intro?.title !== '') return labelled;
  return intro.content
    .map((node) => (node.type === 'paragraph' ? readLead(plainText(node))?.day : undefined))
    .find(Boolean);
}

const endLabel =
  /^[\s>|*_-]{0,8}(?:(?:incident|impact|outage|event|date)\s)?(?:end(?:ed|s)?|resolved|closed|recovered)(?:\s(?:at|on|date|time))?\b[^:|\n\d]{0,20}[:|](.{4,40})/gim;

/** Whether a label states an end days after `day`: then rows without one may be of any. */
function endsLater(text: string, day: string | undefined): boolean {
  return (
    day !== undefined && [...text.matchAll(endLabel)].some(([, value = '']) => isDaysLater(day, findDay(value, day)))
  );
}

/** Not of the day after, to which clocks that run backwards are carried. */
function isDaysLater(first: string | undefined, last: string | undefined): boolean {
  return first !== undefined && last !== undefined && Date.parse(last) - Date.parse(first) > 86_400_000;
}

/** Whether title, labels or the begin state several days, or one that cannot be made out, also by the day that the file's name says. */
function saysSomeDay({
  title = '',
  frontmatter = '',
  body,
  sections: [intro],
  day,
}: {
  title: string | undefined;
  frontmatter: string | undefined;
  body: string;
  sections: readonly Section[];
  day: string | undefined;
}): boolean {
  const labelled = `${frontmatter}\n${body}`.split('\n').filter((line) => momentLabel.test(line));
  const begins =
    intro?.title === '' ? intro.content.map((node) => /^\W{0,6}\d.{4,9}/.exec(plainText(node))?.[0] ?? '') : [];
  return (
    [title, ...labelled, ...begins].some((text) => hasOpenDay(text, day)) ||
    [title, ...labelled].some((text) => saysSeveralDays(text, day ?? anyDay))
  );
}

/** Not the one on which the page was written. */
function dayOfTitle(title = ''): string | undefined {
  return findDay(title.replace(/\b(?:updated|published|written|reviewed|created|revised|posted|as of)\b.{0,40}/i, ''));
}

function dayOfHeadings(sections: readonly Section[]): string | undefined {
  const headings = sections.flatMap(({ content, heading }) => [heading, ...content]);
  return headings.map((node) => (node?.type === 'heading' ? findDay(plainText(node)) : undefined)).find(Boolean);
}

/** Where the incident began and ended on one day. */
function dayOfSpan(sections: readonly Section[], zone: StatedZone | undefined): string | undefined {
  const { started = '', resolved = '' } = findSpan(sections, { day: undefined, zone }) ?? {};
  return started !== '' && started.slice(0, 10) === resolved.slice(0, 10) ? started.slice(0, 10) : undefined;
}
