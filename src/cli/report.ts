/** `candor report --since REF`: for reviewers of a pull request, as Markdown or as a page to send. */
import { compareWithBase } from '../private/history/compare-with-base.ts';
import { createProjector } from '../private/publish/site-projector.ts';
import { findTouched } from '../private/report/find-touched.ts';
import { reportComment } from '../private/report/report-comment.ts';
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
    const { drafts = [], embargoes = new Map<string, string>() } = projected;
    const unpublished = [...new Set([...drafts, ...embargoes.keys(), ...after.unreadable])];
    const touched = new Set(findTouched(site, folder, [...unpublished, ...projected.problems.flatMap(slugOf)]));
    // Errors of all files; what else is said of a postmortem, only where the branch touched it.
    const told = projected.problems.filter(
      (problem) => problem.severity === 'error' || slugOf(problem).every((slug) => touched.has(slug)),
    );
    const previews = unpublished.filter((slug) => touched.has(slug)).map((slug) => projector.preview(slug));
    const text = writeReport({
      before,
      after,
      changes,
      unpublished: await Promise.all(previews),
      unshown: new Set(projected.problems.filter(isOfPrivateText).flatMap(slugOf)),
      problems: sortProblems([...told, ...problems]),
      now,
    });
    console.out((await inFormat(text, format)).trimEnd());
    return 0;
  } finally {
    await projector.close();
  }
}

async function inFormat(text: string, format: CommandOptions['format']): Promise<string> {
  if (format === 'html') return (await import('../private/report/report-page.ts')).reportPage(text);
  return format === 'comment' ? reportComment(text) : text;
}

/** The postmortem that a problem is about; none for one of the site's own files. */
function slugOf({ location }: Problem): string[] {
  return /^content\/postmortems\/([^/]+)\//.exec(location.file)?.slice(1) ?? [];
}

/** Found in one text, or only when all texts were known: either way the text may not be printed. */
function isOfPrivateText({ code, severity }: Problem): boolean {
  return severity === 'error' && code.startsWith('redaction/');
}
