/** The bar of the development server: what is shown, as of when, and what stands in the way of publishing it. */
import type { Edition } from '../shared/incident/site-schema.ts';
import { countProblems } from '../shared/problem/print-problems.ts';
import { hasErrors, type Problem } from '../shared/problem/problem.ts';

export interface DevView {
  edition: Edition;
  /** The address of this page on the server, for coming back to it. */
  path: string;
  /** All of the site. */
  problems: readonly Problem[];
  /** The source of this page, relative to the site; absent where the page has none. */
  file?: string | undefined;
  /** The instant as of which everything is shown. */
  now: string;
  /** False where the settings have errors: the site is shown as it was before. */
  isCurrent: boolean;
  /** What this page's postmortem is, where it is not public at that instant. */
  unpublished?: { state: 'draft' } | { state: 'embargoed'; until: string } | undefined;
  /** How many files have errors with which they cannot be shown. */
  unshown: number;
}

/** Those of the page's own file, and of what lies beside it: pictures and tables. */
export function problemsOf({ file, problems }: Pick<DevView, 'file' | 'problems'>): Problem[] {
  const [folder] = /^content\/postmortems\/[^/]+\//.exec(file ?? '') ?? [];
  const isOwn = (other: string) =>
    other === file || (folder !== undefined && other.startsWith(folder) && !other.endsWith('.mdx'));
  return problems.filter(({ location }) => isOwn(location.file));
}

export function devBar(view: DevView): string {
  const { edition, path, file, problems } = view;
  const button = (each: Edition, name: string) =>
    `<button formaction="/candor-dev/edition/${each}?back=${encodeURIComponent(path)}" aria-pressed="${each === edition}">${name}</button>`;
  const counts = [
    ...(file === undefined ? [] : [`This page: ${countsInWords(problemsOf(view))}`]),
    `Whole site: ${problems.length === 0 ? 'no problems.' : `<a href="/candor-dev/problems">${countsInWords(problems)}</a>`}`,
  ];
  const parts = [
    `<form method="post">${button('public', 'As the public would see it')}${button('internal', 'As staff see it')}</form>`,
    `<span>${shownInWords(view)}</span>`,
    ...counts.map((count) => `<span>${count}</span>`),
  ];
  return `<aside class="candor-dev candor-dev-bar" aria-label="Development">${parts.join('')}</aside>`;
}

function shownInWords({ edition, now, isCurrent, unpublished, unshown }: DevView): string {
  const moment = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  const whole =
    edition === 'public'
      ? `As of ${moment(now)}, with every draft as if it were published then.`
      : `As of ${moment(now)}, with drafts and all that is internal.`;
  const own =
    unpublished?.state === 'draft'
      ? 'This postmortem is a draft: a build shows it to staff alone.'
      : unpublished?.state === 'embargoed'
        ? `This postmortem is embargoed until ${moment(unpublished.until)}.`
        : '';
  const old = isCurrent ? '' : 'The settings have errors: what you see is the site before them.';
  const left =
    unshown === 0 ? '' : `${unshown} ${unshown === 1 ? 'file has an error' : 'files have errors'} and cannot be shown.`;
  return [whole, own, left, old].filter(Boolean).join(' ');
}

/** Those that block publication apart from those that do not. */
function countsInWords(problems: readonly Problem[]): string {
  const blocking = problems.filter((problem) => hasErrors([problem])).length;
  const others = problems.filter((problem) => !hasErrors([problem]));
  const told = others.length === 0 ? '' : countProblems(others).replace(/ in \d+ files?\.$/, '');
  if (blocking === 0) return told === '' ? 'no problems.' : `nothing blocks publication; ${told}.`;
  const words = blocking === 1 ? '1 problem blocks publication' : `${blocking} problems block publication`;
  return told === '' ? `${words}.` : `${words}; ${told}.`;
}
