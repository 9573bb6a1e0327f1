/** `candor report --since REF`: for reviewers of a pull request, as Markdown. */
import { compareWithBase } from '../private/history/compare-with-base.ts';
import { projectSite } from '../private/publish/project-site.ts';
import { writeReport } from '../private/report/write-report.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import { hasErrors, sortProblems } from '../shared/problem/problem.ts';
import type { CommandOptions, ExitCode } from './command.ts';

/** Exits with 0 also where there are problems: they are in the report, and `check` is for judging. */
export async function report({ site, now, since, console }: CommandOptions): Promise<ExitCode> {
  if (since === undefined) {
    console.error('Usage: candor report --since REF');
    return 2;
  }
  const projected = await projectSite({ site, edition: 'public', now, write: false });
  const after = await projected.takeSnapshot?.();
  if (!after) {
    console.error(printProblems(projected.problems));
    return hasErrors(projected.problems) ? 1 : 2;
  }
  const { before, changes, problems } = await compareWithBase(site, after, { ref: since, now });
  console.out(
    writeReport({
      before,
      after,
      changes,
      problems: sortProblems([...projected.problems, ...problems]),
      today: now.slice(0, 10),
    }).trimEnd(),
  );
  return 0;
}
