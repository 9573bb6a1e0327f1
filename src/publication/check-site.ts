/** Checks across postmortems: ids and addresses are unique, relations lead somewhere. */
import { createProblem, type Problem } from '../problem/problem.ts';
import type { Publication } from './publish-postmortem.ts';

/** Drafts take part: their ids are permanent too. */
export function checkSite(publications: readonly Publication[]): Problem[] {
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
  return problems;
}
