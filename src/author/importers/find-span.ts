/** The span that a document states for the whole incident: "Impact time: Aug 30 at 11:15 to Aug 30 at 12:13". */
import { toString as plainText } from 'mdast-util-to-string';
import { type Lead, readLead } from './read-lead.ts';
import type { Section } from './split-sections.ts';
import { findStatedZone, momentIn, type StatedZone } from './stated-zone.ts';

export interface FoundSpan {
  started: string;
  resolved: string;
}

const name =
  '(?:(?:incident|impact|outage|downtime|disruption)\\s)?(?:time|times|period|window|duration|downtime|start and end|impact time)';
const title = new RegExp(`^${name}\\W{0,3}$`, 'i');
const line = new RegExp(`^[\\s*_]{0,4}${name}\\s?(?:\\([^()]{1,30}\\))?[*_]{0,3}\\s?:[\\s*_]{0,4}(.{8,120})$`, 'im');
const between = /^(?:to|until|till|through|and|[-–—→])\s{0,3}/i;

/** Both ends, with their offset; `undefined` where none is stated, the zone is not known, or it runs backwards. */
export function findSpan(
  sections: readonly Section[],
  { day, zone }: { day: string | undefined; zone: StatedZone | undefined },
): FoundSpan | undefined {
  for (const section of sections) {
    const texts = section.content.flatMap((node) => (node.type === 'paragraph' ? [plainText(node)] : []));
    const own = title.test(section.title.trim()) ? texts : [];
    const labelled = [
      ...texts,
      ...section.content.flatMap((node) => (node.type === 'list' ? node.children.map((item) => plainText(item)) : [])),
    ].flatMap((text) => line.exec(text)?.[1] ?? []);
    for (const text of [...own, ...labelled]) {
      const span = readSpan(text, day, findStatedZone(section.title) ?? zone);
      if (span) return span;
    }
  }
  return undefined;
}

function readSpan(text: string, day: string | undefined, stated: StatedZone | undefined): FoundSpan | undefined {
  const first = readLead(text, day);
  const gap =
    first === undefined
      ? null
      : (between.exec(first.rest) ?? between.exec(text.slice(text.length - first.rest.length - 2).trim()));
  if (first === undefined || first.clock === undefined || gap === null) return undefined;
  const last = readLead(first.rest.replace(between, ''), day);
  const zone = first.zone ?? last?.zone ?? stated;
  if (zone === undefined || last?.clock === undefined) return undefined;
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
