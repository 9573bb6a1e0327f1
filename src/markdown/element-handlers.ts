/** What each element of the subset becomes in HTML. */
import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import { h } from 'hastscript';
import type { Image } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { chartKey } from './chart-key.ts';
import { attributesOf, type Element as SourceElement } from './nodes.ts';
import type { ImageSources, RenderOptions } from './render-options.ts';

const partNames: Readonly<Record<string, string>> = {
  Timeline: 'timeline',
  Impact: 'impact',
  Agreements: 'agreements',
  Actions: 'actions',
};
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
  const { words, edition } = options;
  const name = node.name ?? '';
  const attributes = attributesOf(node);
  const children = () => state.all(node) as ElementContent[];
  const isBlock = node.type === 'mdxJsxFlowElement';
  if (Object.hasOwn(partNames, name)) return h(partElement, { name: partNames[name] ?? '' });
  switch (name) {
    case 'Internal':
      // The public edition has none left; should one come this far, it is dropped.
      if (edition === 'public') return undefined;
      return h(
        isBlock ? 'div' : 'span',
        { className: ['internal'] },
        label('internal-label', words.internal),
        ' ',
        ...children(),
      );
    case 'Redacted': {
      const note = `[${words.redacted}: ${attributes['because'] ?? ''}]`;
      const span = h('span', { className: ['redacted'] }, note);
      const space: ElementContent = { type: 'text', value: ' ' };
      const shown = edition === 'internal' ? [span, space, ...children()] : [span];
      if (!isBlock) return edition === 'internal' ? h('span', ...shown) : span;
      return h('div', edition === 'internal' ? { className: ['internal'] } : {}, ...wrapInline(shown));
    }
    case 'Anchor':
      return h('span', { id: attributes['id'] ?? '' });
    case 'Figure':
      return figureElement(attributes, options);
    case 'Chart':
      return options.resources.charts.get(chartKey(attributes));
    case 'Note':
    case 'Warning': {
      const kind = name === 'Note' ? 'note' : 'warning';
      return h('aside', { className: [kind] }, h('p', { className: ['aside-label'] }, words[kind]), ...children());
    }
    case 'Quote':
      return quoteElement(attributes['by'], children());
    case 'details':
    case 'dl':
      return h(name, attributes, ...children().flatMap(unwrapParts));
    default:
      return h(name, attributes, ...children());
  }
}

/** Lines of `<summary>`, `<dt>` and `<dd>` are a paragraph to Markdown, which may not stand around them in HTML. */
function unwrapParts(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || child.tagName !== 'p') return [child];
  const isPart = (inner: ElementContent) =>
    inner.type === 'element'
      ? ['summary', 'dt', 'dd'].includes(inner.tagName)
      : inner.type === 'text' && inner.value.trim() === '';
  return child.children.every(isPart) ? child.children : [child];
}

function label(className: string, text: string): Element {
  return h('strong', { className: [className] }, text);
}

/** Puts loose inline content at the front into a paragraph. */
function wrapInline(content: ElementContent[]): ElementContent[] {
  const [first, ...rest] = content;
  return first ? [h('p', first), ...rest] : [];
}

function quoteElement(by: string | undefined, children: ElementContent[]): Element {
  const quote = h('blockquote', ...children);
  return h(
    'aside',
    { className: ['quote'] },
    quote,
    ...(by ? [h('p', { className: ['aside-label'] }, `— ${by}`)] : []),
  );
}

function figureElement(attributes: Record<string, string>, options: RenderOptions): Element {
  const image = imageElement(attributes['src'] ?? '', { alt: attributes['alt'] ?? '' }, options);
  const { caption } = attributes;
  return h('figure', { className: ['figure'] }, image, ...(caption ? [h('figcaption', caption)] : []));
}

/** An image that was not prepared, as in minutes, is told by its text alone. */
function imageElement(
  src: string,
  text: { alt: string; title?: string | null | undefined },
  { resources }: RenderOptions,
): Element {
  const sources = resources.images.get(src);
  if (!sources) return h('em', text.alt);
  return h('img', { ...imageProperties(sources), alt: text.alt, ...(text.title ? { title: text.title } : {}) });
}

function imageProperties({ variants, width, height }: ImageSources) {
  const largest = variants.at(-1);
  return {
    src: largest?.url ?? '',
    ...(variants.length > 1
      ? { srcSet: variants.map((v) => `${v.url} ${v.width}w`).join(', '), sizes: '(max-width: 46rem) 100vw, 46rem' }
      : {}),
    width,
    height,
    loading: 'lazy' as const,
    decoding: 'async' as const,
  };
}
