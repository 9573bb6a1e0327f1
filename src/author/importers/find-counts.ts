/** How many were affected, as a document states it: behind a label as a value, within a sentence as something to ask about. */
import { linesOf } from './lines-of.ts';
import type { Section } from './split-sections.ts';

type Counted = 'users' | 'accounts' | 'supportRequests';

export interface FoundCounts {
  /** As the frontmatter writes counts: `1200`, `about 1200` or `at least 1200`. */
  values: Partial<Record<Counted, number | string>>;
  /** Passages such as `1,200 users`, each once. */
  told: string[];
}

const things: Readonly<Record<Counted, string>> = {
  users: 'users|people|readers|visitors',
  accounts: '(?:customer )?accounts|customers|organi[sz]ations|tenants|clients',
  supportRequests: '(?:support |customer )?(?:requests|tickets|cases|complaints)',
};
const amount = String.raw`(?<about>~|≈|about |around |approx(?:imately|\.) |some |roughly |more than |over |at least |nearly |almost )?(?<number>\d{1,3}(?:[ ,.\u202f\u00a0]\d{3})+|\d{1,9})(?![\d.,]*\d|\s?(?:%|percent|per\b))`;
const labels = Object.entries(things).map(
  ([key, names]) =>
    [
      key as Counted,
      new RegExp(
        `^(?:(?:number|count) of )?(?:(?:affected|impacted) (?:${names})|(?:${names})(?: (?:affected|impacted|opened|raised|received))?)\\s?[:|–-]\\s{0,3}${amount}(?: (?:${names}))?\\.?$`,
        'i',
      ),
    ] as const,
);
const within = new RegExp(
  `(?<![\\w.,])(?<!\\b(?:in|since|until) (?=(?:19|20)\\d\\d\\b))${amount} (?:(?:affected|impacted|paying|active|unique|different) )?(?:${Object.values(things).join('|')})\\b`,
  'gi',
);

/** The first of each behind a label; what sentences of the summary and of the impact say besides. */
export function findCounts(sections: readonly Section[]): FoundCounts {
  const values: FoundCounts['values'] = {};
  const told = new Set<string>();
  for (const { title, content, kind } of sections) {
    const isOfImpact = kind === 'summary' || /\b(?:impact|summary|overview|affected)\b/i.test(title) || title === '';
    for (const line of content.flatMap(linesOf)) {
      const [key, groups] = labelled(line.trim());
      if (key !== undefined) values[key] ??= countOf(groups);
      else if (isOfImpact) for (const [passage] of line.matchAll(within)) told.add(passage.trim());
    }
  }
  return { values, told: [...told] };
}

function labelled(line: string): [Counted, Readonly<Record<string, string | undefined>>] | [undefined] {
  for (const [key, form] of labels) {
    const groups = form.exec(line)?.groups;
    if (groups) return [key, groups];
  }
  return [undefined];
}

function countOf({ about, number = '' }: Readonly<Record<string, string | undefined>>): number | string {
  const count = Number(number.replace(/\D/g, ''));
  if (about === undefined) return count;
  return /over|more|least/i.test(about) ? `at least ${count}` : `about ${count}`;
}
