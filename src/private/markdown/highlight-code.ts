/** Colours code by classes; the site's security policy forbids `style` attributes. */
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { common, createLowlight } from 'lowlight';
import { walk } from './walk.ts';

const lowlight = createLowlight(common);

/** Largest block that is coloured, in UTF-16 units; larger ones stay plain. */
const largest = 20_000;

/** Colours fenced code whose language is known, and keeps nothing else of the fence's first line. */
export function highlightCode(tree: Root): void {
  walk(tree, (node, _index, parent) => {
    if (node.type !== 'element' || node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre')
      return;
    const language = languageOf(node);
    node.properties = {};
    parent.properties = { tabIndex: 0, dir: 'ltr' };
    const source = toText(node, { whitespace: 'pre' });
    if (language === undefined || source.length > largest || !lowlight.registered(language)) return;
    node.properties['className'] = ['hljs', `language-${language}`];
    node.children = lowlight.highlight(language, source).children as Element['children'];
  });
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
