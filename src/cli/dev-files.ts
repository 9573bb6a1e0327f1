/** The script and the style of the development server. */

/** Reloads the page when the server says so, and after the server came back. */
export const devScript = `new EventSource('/candor-dev/events').onmessage = () => location.reload();\n`;

export const devStyle = `
.candor-dev { display: block; font: 14px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff7d6; border-inline-start: 4px solid #b58900;
  padding: .5rem .75rem; margin-block: .75rem; text-align: start; }
.candor-dev[data-severity='error'] { background: #ffe9e6; border-color: #c0392b; }
.candor-dev code { font: 13px ui-monospace, monospace; color: inherit; background: none; }
.candor-dev > span { display: block; margin: .15rem 0; max-inline-size: none; }
.candor-dev a { color: #1a4480; }
.candor-dev-bar { position: sticky; inset-block-end: 0; z-index: 9; margin: 0; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem;
  border-inline-start: 0; border-block-start: 2px solid #b58900; }
.candor-dev-bar form { display: flex; }
.candor-dev-bar button { font: inherit; color: #1a4480; background: #fff; border: 1px solid #1a4480; padding: .1rem .6rem; cursor: pointer; }
.candor-dev-bar button[aria-pressed='true'] { color: #fff; background: #1a4480; }
.candor-dev-source { font: 13px/1.6 ui-monospace, monospace; padding: 0; }
.candor-dev-source > li { list-style: none; white-space: pre-wrap; }
.candor-dev-source > li::before { content: attr(value); display: inline-block; inline-size: 4ch; margin-inline-end: 2ch; text-align: end; opacity: .6; }
.candor-dev-source .candor-dev { white-space: normal; }
@media print { .candor-dev { display: none; } }
`;

/** What each page loads of them. */
export const devTags =
  '<link rel="stylesheet" href="/candor-dev/style.css"><script src="/candor-dev/script.js" defer></script>';
