/** `candor build`: prints what `buildSite` did. */
import { printProblems } from '../shared/problem/print-problems.ts';
import { hasErrors } from '../shared/problem/problem.ts';
import { buildSite } from './build-site.ts';
import type { CommandOptions, ExitCode } from './command.ts';

export async function build({ site, out, edition, now, relative, jobs, console }: CommandOptions): Promise<ExitCode> {
  const built = await buildSite({ site, out, edition, now, relative, jobs, progress: console.progress });
  console.progress('');
  if (built.problems.length > 0)
    console.error(printProblems(built.problems, { paint: console.paint, showsWithheld: console.isTerminal }));
  if (hasErrors(built.problems)) {
    console.error('\nNothing was published; what was published before stays.');
    return 1;
  }
  const { published, withheld, rendered, kept, files } = built;
  console.out(
    `Published ${published} ${published === 1 ? 'postmortem' : 'postmortems'} (${withheld} withheld) as ${files} files in ${out}.`,
  );
  console.out(`Rendered ${rendered} pages, kept ${kept}.`);
  return 0;
}
