/** Cuts a Markdown postmortem into its sections. */
import type { Heading, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { hasOpenDay } from './open-days.ts';
import { findDay } from './read-day.ts';
import { readLead } from './read-lead.ts';
import { kindOfHeading, type SectionKind } from './section-headings.ts';

export interface Section {
  kind: SectionKind;
  /** Words of the heading; empty for what stands before the first one. */
  title: string;
  heading?: Heading;
  /** Headings of higher levels that it stands below, the nearest last; the title is none of them. */
  around?: readonly Heading[];
  content: RootContent[];
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
