import type { ElementContent, Nodes } from 'hast';

/**
 * HTML that was sanitised when the postmortem was projected, as a node for `toHtml` with `allowDangerousHtml`. Its
 * `data` says to `h()` that this is a child: a plain object of strings would be taken for attributes.
 */
export function rawHtml(html: string): ElementContent {
  return { type: 'raw', value: html, data: {} } as unknown as ElementContent;
}

/** The HTML of such a node; `undefined` of any other. */
export function rawHtmlOf(node: Nodes): string | undefined {
  const { type, value } = node as { type: string; value?: string };
  return type === 'raw' ? value : undefined;
}
