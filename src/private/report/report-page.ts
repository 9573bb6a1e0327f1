/** The report as one page, to send to somebody without git: no scripts, nothing from elsewhere. */
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toHast } from 'mdast-util-to-hast';
import { markdownTree } from './markdown-tree.ts';

const style = `:root { color-scheme: light dark; }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
td:first-child, td code { white-space: nowrap; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid; text-align: start; vertical-align: top; }
pre { padding: 0.75rem; border: 1px solid; white-space: pre-wrap; }
summary { cursor: pointer; font-weight: 600; }
del { background: #fbdada; color: #5b1010; text-decoration: line-through; }
ins { background: #d7f0dc; color: #0e3d1b; text-decoration: underline; }
@media (prefers-color-scheme: dark) { del { background: #5b1d1d; color: #ffe3e3; } ins { background: #1c4a2a; color: #ddf7e3; } }
@media print { details > pre { border: 0; } }`;

/** `markdown` as `writeReport` writes it. Whatever else is in it is taken out. */
export function reportPage(markdown: string): string {
  const tree = toHast(markdownTree(markdown), { allowDangerousHtml: true });
  const body = sanitize(fromHtml(toHtml(tree, { allowDangerousHtml: true }), { fragment: true }), {
    ...defaultSchema,
    tagNames: [...(defaultSchema.tagNames ?? []), 'details', 'summary', 'del', 'ins'],
  });
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Report';
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('title', title),
      h('style', style),
    ]),
    h('body', [h('main', body.type === 'root' ? body.children : [])]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}
