/** Cuts a Markdown postmortem into its sections and recognises the usual ones by their headings. */
import type { Heading, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { hasOpenDay } from './open-days.ts';
import { findDay } from './read-day.ts';
import { readLead } from './read-lead.ts';
import { roleOf } from './role-labels.ts';

export type SectionKind =
  | 'summary'
  | 'timeline'
  | 'factors'
  | 'mitigations'
  | 'trigger'
  | 'wentWell'
  | 'wentBadly'
  | 'gotLucky'
  | 'lessons'
  | 'actions'
  | 'people'
  | 'stats'
  | 'span'
  | 'other';

export interface Section {
  kind: SectionKind;
  /** Words of the heading; empty for what stands before the first one. */
  title: string;
  heading?: Heading;
  /** Headings of higher levels that it stands below, the nearest last; the title is none of them. */
  around?: readonly Heading[];
  content: RootContent[];
}

const kinds: [SectionKind, RegExp][] = [
  ['summary', /^(?:executive |incident )?(?:summary|overview|tl;?dr)$/],
  ['timeline', /^(?:incident )?(?:timeline|chronology)(?: of events)?$/],
  ['factors', /^(?:contributing (?:factors?|causes?)|root causes?(?: analysis)?)$/],
  [
    'mitigations',
    /^(?:mitigations?|resolution(?: and recovery)?|how (?:we|it was) (?:fixed|mitigated|resolved)(?: it)?)$/,
  ],
  ['trigger', /^trigger$/],
  ['wentWell', /^what (?:went|worked) (?:well|right)$/],
  ['wentBadly', /^what (?:went (?:badly|wrong|poorly)|did(?:n't| not) go (?:so )?well)$/],
  ['gotLucky', /^where we got lucky$/],
  ['lessons', /^(?:lessons(?: learn(?:ed|t))?|what (?:did )?we learn(?:ed|t)?)$/],
  [
    'actions',
    /^(?:(?:(?:review|corrective|preventi?(?:ve|tive)|future|planned|follow[- ]?up) )?(?:action items?|actions)|actions following (?:the )?review|follow[- ]?ups?(?: (?:items?|tasks?|work))?|remediation(?: items)?|corrective and preventat?ive (?:actions|measures)|action plan|next steps)$/,
  ],
  [
    'people',
    /^(?:(?:meeting |review )?(?:attendees|participants)|authors?|responders|people(?: involved)?|present|owners?(?: of (?:the )?review(?: process)?)?)$/,
  ],
  ['span', /^(?:(?:incident|impact|outage) (?:time|times|period|window)|duration|downtime)$/],
  ['stats', /^(?:stats|statistics|metrics|figures)$/],
];

/** Timelines in other languages, with whatever stands in brackets behind. */
const otherTimelines =
  /^(?:タイムライン|時系列|経緯|时间线|时间轴|時間線|타임라인|хронология|zeitleiste|zeitachse|zeitlicher ablauf|zeitverlauf|chronologie|cronologia|cronología|línea de tiempo|linha do tempo|tijdlijn|oś czasu)\s*(?:[(（[].*)?$/iu;

/** What a heading announces; `other` when it is none of the usual ones. */
export function kindOfHeading(title: string): SectionKind {
  if (otherTimelines.test(title.trim())) return 'timeline';
  const name = title
    .toLowerCase()
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})?[.):]?\s/, ' ')
    .replace(/[’]/g, "'")
    // What stands in brackets says a zone, or how many there are.
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\w\s;'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const usual = kinds.find(([, form]) => form.test(name))?.[0];
  return usual ?? (roleOf(title, { isWhole: true }) === 'always' ? 'people' : 'other');
}

/**
 * The title (the first heading, when it is of the first level) and the sections. A section begins at a heading of the
 * level that most postmortems use for them, at any level above, and at a recognised heading of any level.
 */
export function splitSections(tree: Root): { title?: string; sections: Section[] } {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const titled = titleOf(headings);
  const depths = headings.filter((heading) => heading !== titled).map(({ depth }) => depth);
  const level = Math.max(2, Math.min(6, ...depths));
  const sections: Section[] = [{ kind: 'other', title: '', content: [] }];
  let around: Heading[] = [];
  for (const node of tree.children) {
    if (node === titled || node.type === 'definition') continue;
    // A section of people ends where its own level ends, so that nothing else vanishes into it.
    const { kind: within, heading } = sections.at(-1) ?? {};
    // A moment of a higher level is about more than the timeline.
    const isInside = node.type === 'heading' && node.depth >= (heading?.depth ?? level);
    if (node.type === 'heading' && isInside && within === 'timeline' && isMoment(plainText(node))) {
      sections.at(-1)?.content.push(node);
      continue;
    }
    const ends = within === 'people' ? (heading?.depth ?? level) : level;
    if (
      node.type === 'heading' &&
      (node.depth <= Math.max(level, ends) || kindOfHeading(plainText(node)) !== 'other')
    ) {
      const title = plainText(node).trim();
      around = around.filter(({ depth }) => depth < node.depth);
      sections.push({ kind: kindOfHeading(title), title, heading: node, around, content: [] });
      around = [...around, node];
    } else sections.at(-1)?.content.push(node);
  }
  const title = titled === undefined ? '' : plainText(titled).trim();
  return { ...(title === '' ? {} : { title }), sections };
}

/** Whether the headings around a section say a day and not which one. */
export function isOpenAround({ around = [], title }: Section, day: string | undefined): boolean {
  return [...around.map((heading) => plainText(heading)), title].some((text) => hasOpenDay(text, day));
}

/** The day that the nearest heading around a section states; else `day`, which is the document's. */
export function dayAround({ around = [] }: Section, day: string | undefined): string | undefined {
  return around.map((heading) => findDay(plainText(heading), day)).findLast((found) => found !== undefined) ?? day;
}

/** The first heading, of the first level; not one that only names a part, or says that the title follows. */
function titleOf([first, second]: readonly Heading[]): Heading | undefined {
  if (first?.depth !== 1) return undefined;
  const said = plainText(first).trim();
  if (/^title\W{0,3}$/i.test(said)) return second;
  return /^(?:metadata|details)\W{0,3}$/i.test(said) || kindOfHeading(said) !== 'other' ? undefined : first;
}

/** A row of a timeline, or the day of those below. */
function isMoment(title: string): boolean {
  const lead = readLead(title, '2000-01-01');
  return lead !== undefined && (lead.clock !== undefined || lead.rest === '');
}
