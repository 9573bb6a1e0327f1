/** `candor report --since REF`: for reviewers of a pull request, as Markdown or as a page to send. */
import { compareWithBase } from '../private/history/compare-with-base.ts';
import { createProjector } from '../private/publish/site-projector.ts';
import { findTouched } from '../private/report/find-touched.ts';
import { writeReport } from '../private/report/write-report.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../shared/problem/problem.ts';
import type { CommandOptions, ExitCode } from './command.ts';

/** Exits with 0 also where there are problems: they are in the report, and `check` is for judging. */
export async function report({ site, now, since, format, console }: CommandOptions): Promise<ExitCode> {
  if (since === undefined) {
    console.error('Usage: candor report --since REF');
    return 2;
  }
  const projector = createProjector({ site, edition: 'public', now, write: false });
  try {
    const projected = await projector.project();
    const after = await projected.takeSnapshot?.();
    if (!after) {
      console.error(printProblems(projected.problems));
      return hasErrors(projected.problems) ? 1 : 2;
    }
    const { before, changes, problems, folder } = await compareWithBase(site, after, { ref: since, now });
    const touched = findTouched(site, folder, projected.drafts ?? []);
    const text = writeReport({
      before,
      after,
      changes,
      drafts: await Promise.all(touched.map((slug) => projector.previewDraft(slug))),
      problems: sortProblems([...ofTouched(projected.problems, { site, base: folder }), ...problems]),
      now,
    });
    console.out(
      (format === 'html' ? (await import('../private/report/report-page.ts')).reportPage(text) : text).trimEnd(),
    );
    return 0;
  } finally {
    await projector.close();
  }
}

/** Errors of all files; what else is said of a postmortem, only where the branch touched it. */
function ofTouched(problems: readonly Problem[], { site, base }: { site: string; base: string }): Problem[] {
  const slugOf = ({ place }: Problem) => /^content\/postmortems\/([^/]+)\//.exec(place.file)?.[1];
  const slugs = [...new Set(problems.flatMap((problem) => slugOf(problem) ?? []))];
  const touched = new Set(findTouched(site, base, slugs));
  return problems.filter((problem) => {
    const slug = slugOf(problem);
    return problem.severity === 'error' || slug === undefined || touched.has(slug);
  });
}
