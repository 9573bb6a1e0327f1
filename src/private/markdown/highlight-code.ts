/** Colours code by classes; the site's security policy forbids `style` attributes. */
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { walk } from './walk.ts';

type Highlighter = ReturnType<typeof import('lowlight').createLowlight>;
let highlighter: Promise<Highlighter> | undefined;

/** Loaded with the first code whose language is said: its grammars take a fifth of the time in which all else is loaded. */
function loadHighlighter(): Promise<Highlighter> {
  highlighter ??= import('lowlight').then(({ common, createLowlight }) => createLowlight(common));
  return highlighter;
}

/** Largest block that is coloured, in UTF-16 units; larger ones stay plain. */
const largest = 20_000;

/** Colours fenced code whose language is known, and keeps nothing else of the fence's first line. */
export async function highlightCode(tree: Root): Promise<void> {
  const named: { node: Element; source: string; language: string }[] = [];
  walk(tree, (node, _index, parent) => {
    if (node.type !== 'element' || node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre')
      return;
    const language = languageOf(node);
    node.properties = {};
    parent.properties = { tabIndex: 0, dir: 'ltr' };
    const source = toText(node, { whitespace: 'pre' });
    if (language !== undefined && source.length <= largest) named.push({ node, source, language });
  });
  if (named.length === 0) return;
  const lowlight = await loadHighlighter();
  for (const { node, source, language } of named) {
    if (!lowlight.registered(language)) continue;
    node.properties['className'] = ['hljs', `language-${language}`];
    node.children = lowlight.highlight(language, source).children as Element['children'];
  }
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const language = names
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
    .toLowerCase();
  return language !== undefined && /^[a-z0-9+#-]{1,20}$/.test(language) ? language : undefined;
}
