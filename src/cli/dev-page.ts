/** What the development server adds to pages. Nothing of it is ever built. */
import { printProblems } from '../problem/print-problems.ts';
import type { Problem } from '../problem/problem.ts';

/** Reloads the page when the server says so, and after the server came back. */
export const devScript = `new EventSource('/candor-dev/events').onmessage = () => location.reload();\n`;

const tag = '<script src="/candor-dev/script.js"></script>';

export function withDevScript(html: string): string {
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + tag : html.slice(0, end) + tag + html.slice(end);
}

/** All problems on one page, which reloads when they are mended. */
export function problemsPage(problems: readonly Problem[]): string {
  const text = printProblems(problems).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return withDevScript(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title><meta name="color-scheme" content="light dark"></head><body><h1>There are problems to mend</h1><p>This page reloads when a file changes.</p><pre>${text}</pre></body></html>`,
  );
}
