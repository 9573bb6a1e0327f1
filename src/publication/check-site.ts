/** Checks across postmortems: ids and addresses are unique, relations lead somewhere, claims follow from the facts. */
import type { Service } from '../incident/service-schema.ts';
import { createProblem, type Problem } from '../problem/problem.ts';
import { checkClaims } from './check-claims.ts';
import type { Publication } from './publish-postmortem.ts';

export interface SiteFacts {
  services: Record<string, Service>;
  /** What is published now. */
  visible: readonly Publication[];
  /** The build's day, `2026-03-14`. */
  today: string;
}

/** Drafts take part: their ids are permanent too. */
export function checkSite(publications: readonly Publication[], { services, visible, today }: SiteFacts): Problem[] {
  const place = (slug: string) => ({ file: `content/postmortems/${slug}/index.mdx` });
  const ids = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, slug } of publications) {
    if (id === undefined) continue;
    const other = ids.get(id.toLowerCase());
    if (other !== undefined)
      problems.push(createProblem('record/duplicate', place(slug), { what: 'id', value: id }, place(other)));
    else ids.set(id.toLowerCase(), slug);
  }
  const addresses = new Map(publications.map(({ slug }) => [slug, slug]));
  for (const { slug, postmortem } of publications) {
    for (const earlier of postmortem?.redirectFrom ?? []) {
      const other = addresses.get(earlier);
      if (other !== undefined)
        problems.push(
          createProblem('record/duplicate', place(slug), { what: 'address', value: earlier }, place(other)),
        );
      else addresses.set(earlier, slug);
    }
    for (const id of postmortem?.related ?? []) {
      if (!ids.has(id.toLowerCase())) problems.push(createProblem('record/unknown-related', place(slug), { id }));
    }
  }
  const published = visible.flatMap(({ postmortem }) => postmortem ?? []);
  return [...problems, ...checkClaims(publications, { services, published, today })];
}
