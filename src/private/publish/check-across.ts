/** All problems of what was published: those of each text, and those that show when all of them are known. */

import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { applyChecks } from '../lint/apply-checks.ts';
import { applySuppressions, reportUnused } from '../lint/suppressions.ts';
import { checkPublicNames } from './check-public-names.ts';
import { checkSite, isPublished, type SiteFacts } from './check-site.ts';
import type { FilledTheme } from './fill-theme.ts';
import type { ListedPublication } from './listed-publication.ts';
import { maskProblems } from './mask-problems.ts';
import type { AllPublications, Publisher } from './publisher.ts';

interface AcrossContext {
  publisher: Pick<Publisher, 'context'>;
  findPrivateText: PrivateTextFinder;
  /** Problems of its places are told with those of the site's own files. */
  look: Pick<FilledTheme, 'published'>;
  known: SiteFacts['known'];
  visible: readonly ListedPublication[];
  /** The build's instant. */
  now: string;
}

/** A suppression that is still unused after the checks across texts is one too many. */
export function checkAcross(
  { postmortems, pages, translatedPages }: AllPublications,
  context: AcrossContext,
): Problem[] {
  const { publisher, findPrivateText, look, known, visible, now } = context;
  const { services, settings, edition } = publisher.context;
  const ownPages = [...pages, ...translatedPages];
  const own = [...ownPages, ...look.published];
  const facts = { services, visible, now, known, ownLinks: own.flatMap(({ links }) => links) };
  const found = applyChecks(checkSite(postmortems, facts), { checks: settings.checks, isDraft: false });
  const suppressions = [...postmortems, ...own].flatMap((publication) => publication.suppressions ?? []);
  const { problems, unused } = applySuppressions(found, suppressions);
  return [
    ...postmortems.flatMap((publication) => withholdExcerpts(publication, now)),
    ...ownPages.flatMap((page) => page.problems),
    ...(edition === 'public' ? checkPublicNames({ visible, known, today: now.slice(0, 10), findPrivateText }) : []),
    // The internal edition leaves out checks, so it cannot tell.
    ...maskProblems(edition === 'internal' ? problems : [...problems, ...reportUnused(unused)], findPrivateText),
  ];
}

/** The lines of what is not published at `now` are marked as such. */
function withholdExcerpts(publication: ListedPublication, now: string): Problem[] {
  if (isPublished(publication, now)) return publication.problems;
  return publication.problems.map((problem) =>
    problem.excerpt ? { ...problem, excerpt: { ...problem.excerpt, isWithheld: true } } : problem,
  );
}
