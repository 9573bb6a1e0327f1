/** How nodes of a story that Markdown itself does not have become HTML: by the table of elements. */
import type { ElementContent, Nodes as HastNodes } from 'hast';
import { h } from 'hastscript';
import type { Image } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { elementRow } from './elements.ts';
import { attributesOf, type Element as SourceElement } from './nodes.ts';
import { imageElement, renderPlain } from './render-elements.ts';
import type { RenderOptions } from './render-options.ts';

const partElement = 'candor-part';

/** The part of the page that stands at this node; `undefined` for anything else. */
export function partOf(node: HastNodes): string | undefined {
  return node.type === 'element' && node.tagName === partElement ? String(node.properties['name']) : undefined;
}

export function elementHandlers(options: RenderOptions): Handlers {
  const element = (state: State, node: SourceElement) => renderElement(state, node, options);
  return {
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
    image: (_: State, node: Image) => imageElement(node.url, { alt: node.alt ?? '', title: node.title }, options),
    mdxFlowExpression: () => undefined,
    mdxTextExpression: () => undefined,
    html: () => undefined,
  };
}

function renderElement(state: State, node: SourceElement, options: RenderOptions): ElementContent | undefined {
  const { part, render = renderPlain } = elementRow(node) ?? {};
  if (part !== undefined) return h(partElement, { name: part });
  return render(
    {
      name: node.name ?? '',
      attributes: attributesOf(node),
      isBlock: node.type === 'mdxJsxFlowElement',
      children: () => state.all(node) as ElementContent[],
    },
    options,
  );
}
