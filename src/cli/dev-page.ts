/** What the development server adds to pages. Nothing of it is ever built. */

import { escapeUTF8 } from 'entities';
import type { Edition } from '../shared/incident/site-schema.ts';
import { countProblems, printPlace } from '../shared/problem/print-problems.ts';
import type { Problem } from '../shared/problem/problem.ts';

/** Reloads the page when the server says so, and after the server came back. */
export const devScript = `new EventSource('/candor-dev/events').onmessage = () => location.reload();\n`;

export const devStyle = `
.candor-dev { font: 14px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff7d6; border-inline-start: 4px solid #b58900;
  padding: .5rem .75rem; margin-block: .75rem; }
.candor-dev[data-severity='error'] { background: #ffe9e6; border-color: #c0392b; }
.candor-dev code { font: 13px ui-monospace, monospace; color: inherit; background: none; }
.candor-dev p { margin: .15rem 0; max-inline-size: none; }
.candor-dev a { color: #1a4480; }
.candor-dev button { font: inherit; color: #1a4480; background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; }
.candor-dev-bar { position: sticky; inset-block-end: 0; z-index: 9; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem;
  border-inline-start: 0; border-block-start: 2px solid #b58900; }
.candor-dev-source { font: 13px/1.6 ui-monospace, monospace; counter-reset: line; padding: 0; }
.candor-dev-source > li { list-style: none; white-space: pre-wrap; counter-increment: line; }
.candor-dev-source > li::before { content: counter(line); display: inline-block; inline-size: 4ch; margin-inline-end: 2ch; text-align: end; opacity: .6; }
.candor-dev-source .candor-dev { white-space: normal; }
@media print { .candor-dev { display: none; } }
`;

export interface DevView {
  edition: Edition;
  /** The address of this page on the server, for coming back to it. */
  path: string;
  /** All of the site. */
  problems: readonly Problem[];
  /** The source of this page, relative to the site; absent where the page has none. */
  file?: string | undefined;
}

/** A page with its problems at their places, a bar that counts them all, and the switch between editions. */
export function withDevParts(html: string, view: DevView): string {
  const own = view.problems.filter(({ place }) => place.file === view.file);
  const placed = placeProblems(html, own);
  const [head, bodyStart] = [placed.html.indexOf('</head>'), /<body[^>]*>/.exec(placed.html)];
  const top = placed.rest.map(problemBox).join('');
  const start = bodyStart ? bodyStart.index + bodyStart[0].length : 0;
  const end = placed.html.lastIndexOf('</body>');
  const parts = [
    placed.html.slice(0, Math.max(0, head)),
    tags,
    placed.html.slice(Math.max(0, head), start),
    top,
    end < 0 ? placed.html.slice(start) : placed.html.slice(start, end),
    bar(view),
    end < 0 ? '' : placed.html.slice(end),
  ];
  return parts.join('');
}

const tags = '<link rel="stylesheet" href="/candor-dev/style.css"><script src="/candor-dev/script.js" defer></script>';

/** A block of a story carries the line it begins on; a problem goes before the block it lies in. */
function placeProblems(html: string, problems: readonly Problem[]): { html: string; rest: Problem[] } {
  const blocks = [...html.matchAll(/<[a-z][a-z0-9]*\b[^>]*? data-line="(\d+)"[^>]*>/g)].map((match) => ({
    at: match.index,
    line: Number(match[1]),
  }));
  const rest: Problem[] = [];
  const boxes = new Map<number, string>();
  for (const problem of problems) {
    const block = blocks.filter(({ line }) => line <= (problem.place.line ?? 0)).at(-1);
    if (!block) rest.push(problem);
    else boxes.set(block.at, (boxes.get(block.at) ?? '') + problemBox(problem));
  }
  const sorted = [...boxes].sort(([a], [b]) => b - a);
  return { html: sorted.reduce((text, [at, box]) => text.slice(0, at) + box + text.slice(at), html), rest };
}

function problemBox({ code, severity, place, fact, remedy }: Problem): string {
  return `<aside class="candor-dev" data-severity="${severity}"><p><code>${escapeUTF8(printPlace(place))}</code> ${severity} <code>${code}</code></p><p>${escapeUTF8(fact)}</p><p>${escapeUTF8(remedy)}</p></aside>`;
}

function bar({ edition, path, problems }: DevView): string {
  const other = edition === 'public' ? 'internal' : 'public';
  const back = encodeURIComponent(path);
  const all = problems.length === 0 ? 'No problems.' : `<a href="/candor-dev/problems">${countProblems(problems)}</a>`;
  const old = problems.some(({ severity }) => severity === 'error')
    ? ' What you see is the last state without errors.'
    : '';
  return `<aside class="candor-dev candor-dev-bar" aria-label="Development"><form method="post" action="/candor-dev/edition/${other}?back=${back}">This is the ${edition} edition. <button>See the ${other} one</button></form><span>${all}${old}</span></aside>`;
}

/** All problems on one page, which reloads when a file changes. */
export function problemsPage(view: DevView): string {
  return shell('Problems', `<h1>Problems</h1>${view.problems.map(problemBox).join('')}`, view);
}

/** The source of a page that cannot be shown, with each problem under its line. */
export function sourcePage(text: string, view: DevView): string {
  const own = view.problems.filter(({ place }) => place.file === view.file);
  const at = (line: number | undefined) =>
    own
      .filter(({ place }) => place.line === line)
      .map(problemBox)
      .join('');
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => `<li id="line-${index + 1}">${escapeUTF8(line)}${at(index + 1)}</li>`);
  const body = `<h1>${escapeUTF8(view.file ?? '')} has errors</h1><p>It cannot be shown until they are mended. This page reloads when you save.</p>${at(undefined)}<ol class="candor-dev-source">${lines.join('')}</ol>`;
  return shell('Errors', body, view);
}

function shell(title: string, body: string, view: DevView): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><meta name="color-scheme" content="light dark">${tags}</head><body>${body}${bar(view)}</body></html>`;
}
