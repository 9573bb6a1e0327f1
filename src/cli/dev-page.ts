/** What the development server adds to pages. Nothing of it is ever built. */
import { escapeUTF8 } from 'entities';
import { hasErrors } from '../shared/problem/problem.ts';
import { type DevView, devBar, problemsOf } from './dev-bar.ts';
import { devTags } from './dev-files.ts';
import { placeProblems, problemBox, sourceLines } from './place-problems.ts';

/** A page with its problems at their places, and the bar. `source` is the text of its own file. */
export function withDevParts(html: string, view: DevView, source: string): string {
  const placed = placeProblems(html, problemsOf(view), { file: view.file ?? '', source });
  const [head, bodyStart] = [placed.html.indexOf('</head>'), /<body[^>]*>/.exec(placed.html)];
  const top = placed.rest.map(problemBox).join('');
  const start = bodyStart ? bodyStart.index + bodyStart[0].length : 0;
  const end = placed.html.lastIndexOf('</body>');
  const parts = [
    placed.html.slice(0, Math.max(0, head)),
    devTags,
    placed.html.slice(Math.max(0, head), start),
    top,
    end < 0 ? placed.html.slice(start) : placed.html.slice(start, end),
    devBar(view),
    end < 0 ? '' : placed.html.slice(end),
  ];
  return parts.join('');
}

/** All problems on one page, which reloads when a file changes: first those that block publication. */
export function problemsPage(view: DevView): string {
  const blocking = view.problems.filter((problem) => hasErrors([problem]));
  const others = view.problems.filter((problem) => !hasErrors([problem]));
  const list = (title: string, problems: DevView['problems']) =>
    problems.length === 0 ? '' : `<h2>${title}</h2>${problems.map(problemBox).join('')}`;
  const body = list('What blocks publication', blocking) + list('Warnings and hints', others);
  return shell('Problems', `<h1>Problems</h1>${body}`, view);
}

/** The source of a page that cannot be shown, with each problem under its line. */
export function sourcePage(text: string, view: DevView): string {
  const all = problemsOf(view);
  const own = all.filter(({ location }) => location.file === view.file);
  const beside = all.filter(({ location }) => location.file !== view.file).map(problemBox);
  const body = `<h1>${escapeUTF8(view.file ?? '')} has errors</h1><p>It cannot be shown until they are mended. This page reloads when you save.</p>${beside.join('')}${sourceLines(text, own)}`;
  return shell('Errors', body, view);
}

function shell(title: string, body: string, view: DevView): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><meta name="color-scheme" content="light dark">${devTags}</head><body>${body}${devBar(view)}</body></html>`;
}
