/** `candor check`: the projection alone. */
import { countProblems, printProblems, printProblemsAsJson } from '../problem/print-problems.ts';
import { hasErrors } from '../problem/problem.ts';
import { projectSite } from '../publication/project-site.ts';
import type { CommandOptions, ExitCode } from './main.ts';

export async function check({ site, edition, now, format, console }: CommandOptions): Promise<ExitCode> {
  const { problems, published, withheld } = await projectSite({
    site,
    edition,
    now,
    progress: (done, total) => console.progress(`Checking ${done} of ${total}`),
  });
  console.progress('');
  if (format === 'json') console.out(printProblemsAsJson(problems));
  else if (problems.length > 0) console.error(printProblems(problems));
  if (format === 'text' && !hasErrors(problems))
    console.out(`${countProblems(problems)} ${published} would be published, ${withheld} withheld.`);
  return hasErrors(problems) ? 1 : 0;
}
