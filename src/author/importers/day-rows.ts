/** Rows of a timeline that say a day and no clock, and lines that say the day of the rows below them. */
import type { RootContent } from 'mdast';
import { blockText } from './block-text.ts';
import type { FoundRows } from './found-rows.ts';
import { hasOpenDay } from './open-days.ts';
import type { Passage } from './passages.ts';
import { proseOf } from './prose-of.ts';
import { readDay } from './read-day.ts';
import { isDayAlone, readLead } from './read-lead.ts';
import { findStatedZone } from './stated-zone.ts';

const statedForms = [
  /\bunless (?:otherwise )?(?:noted|stated|specified)\b[^.]{0,60}?\bon\s(.{6,30})/i,
  /\ball (?:the )?(?:events?|entries|rows|times)\b[^.]{0,40}?\bon\s(.{6,30})/i,
  /\ball (?:the )?times?(?: below| here| listed)? (?:are|is)(?: of)? (.{6,30})/i,
  /(?:全(?:ての?)?|すべての?)(?:時刻|時間)は?\s{0,3}(.{6,30})/,
];

/** "Unless otherwise noted all events happened on 2019-10-21." `near` is the day of the document. */
export function findStatedDay(text: string, near: string | undefined): string | undefined {
  return statedForms.map((form) => readDay(form.exec(text)?.[1] ?? '', near)?.day).find((day) => day !== undefined);
}

/** The same where it may be several days. */
export function saysOpenDay(text: string, near: string | undefined): boolean {
  return statedForms.some((form) => hasOpenDay(form.exec(text)?.[1] ?? '', near));
}

/** Lines that say a day alone, where all that stands below them became rows. */
export function takeDays(content: readonly RootContent[], found: FoundRows): void {
  const isDay = (node: RootContent) =>
    (node.type === 'heading' || node.type === 'paragraph') && isDayAlone(blockText(node));
  if (!content.some((node) => found.whole.has(node)) || !content.every((node) => found.whole.has(node) || isDay(node)))
    return;
  for (const node of content.filter(isDay)) {
    found.whole.add(node);
    found.leads.push(blockText(node));
  }
}

/** True for a day that is a row: its moment is open, and its words begin with the day. */
export function takeDayRow(
  { text, isHeading = false }: Passage,
  { day, rest, next, found }: { day: string; rest: string; next: Passage | undefined; found: FoundRows },
): boolean {
  const below = next?.isLine && readLead(next.text) === undefined ? next.text : '';
  const said = rest || below;
  // What times are in is no event, and neither is where else one can read.
  if (findStatedZone(said)) return false;
  const words = said.replace(/\b(?:https?|mailto):\S+/g, '').split(/\s+/);
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6}/u.test(said);
  if (words.filter((word) => /\p{L}{2}/u.test(word)).length < 2 && !isUnspaced) return false;
  if (text.endsWith(rest)) found.leads.push(text.slice(0, text.length - rest.length));
  found.rows.push({
    about: true,
    what: `${day}: ${proseOf(said)}`,
    words: said,
    isDay: true,
    isHeading: isHeading && rest !== '',
  });
  return true;
}
