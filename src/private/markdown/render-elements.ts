/** What each element of the subset becomes in HTML; the table of elements says which function is whose. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { chartKey } from './chart-key.ts';
import type { ImageSources, RenderOptions } from './render-options.ts';

/** One element of a story, its content rendered when asked. */
export interface RenderedElement {
  name: string;
  attributes: Record<string, string>;
  /** It stands on lines of its own. */
  isBlock: boolean;
  children(): ElementContent[];
}

/** `undefined` for what shows nothing. */
export type RenderElement = (element: RenderedElement, options: RenderOptions) => ElementContent | undefined;

/** The element of the same name. */
export const renderPlain: RenderElement = ({ name, attributes, children }) => h(name, attributes, ...children());

/** The element of the same name, whose parts stand in it directly. */
export const renderWithParts: RenderElement = ({ name, attributes, children }) =>
  h(name, attributes, ...children().flatMap(unwrapParts));

/** Lines of `<summary>`, `<dt>` and `<dd>` are a paragraph to Markdown, which may not stand around them in HTML. */
function unwrapParts(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || child.tagName !== 'p') return [child];
  const isPart = (inner: ElementContent) =>
    inner.type === 'element'
      ? ['summary', 'dt', 'dd'].includes(inner.tagName)
      : inner.type === 'text' && inner.value.trim() === '';
  return child.children.every(isPart) ? child.children : [child];
}

/** The public edition has none left; should one come this far, it is dropped. */
export const renderInternal: RenderElement = ({ isBlock, children }, { words, edition }) =>
  edition === 'public'
    ? undefined
    : h(
        isBlock ? 'div' : 'span',
        { className: ['internal'] },
        h('strong', { className: ['internal-label'] }, words.internal),
        ' ',
        ...children(),
      );

export const renderRedacted: RenderElement = ({ attributes, isBlock, children }, { words, edition }) => {
  const span = h('span', { className: ['redacted'] }, `[${words.redacted}: ${attributes['because'] ?? ''}]`);
  const space: ElementContent = { type: 'text', value: ' ' };
  const shown = edition === 'internal' ? [span, space, ...children()] : [span];
  if (!isBlock) return edition === 'internal' ? h('span', ...shown) : span;
  return h('div', edition === 'internal' ? { className: ['internal'] } : {}, ...wrapInline(shown));
};

/** Puts loose inline content at the front into a paragraph. */
function wrapInline(content: ElementContent[]): ElementContent[] {
  const [first, ...rest] = content;
  return first ? [h('p', first), ...rest] : [];
}

export const renderAnchor: RenderElement = ({ attributes }) => h('span', { id: attributes['id'] ?? '' });

/** `kind` is its class, and the word above it. */
export function renderAside(kind: 'note' | 'warning'): RenderElement {
  return ({ children }, { words }) =>
    h('aside', { className: [kind], role: 'note' }, h('p', { className: ['aside-label'] }, words[kind]), ...children());
}

export const renderQuote: RenderElement = ({ attributes: { by }, children }) =>
  h(
    'aside',
    { className: ['quote'], role: 'note' },
    h('blockquote', ...children()),
    ...(by ? [h('p', { className: ['aside-label'] }, `— ${by}`)] : []),
  );

/** A chart that was not prepared, as in minutes, is told by its text alone. */
export const renderChart: RenderElement = ({ attributes }, { resources }) =>
  resources.charts.get(chartKey(attributes)) ?? h('p', h('em', attributes['alt'] ?? ''));

export const renderFigure: RenderElement = ({ attributes }, options) => {
  const image = imageElement(attributes['src'] ?? '', { alt: attributes['alt'] ?? '' }, options);
  const { caption } = attributes;
  return h('figure', { className: ['figure'] }, image, ...(caption ? [h('figcaption', caption)] : []));
};

/** An image that was not prepared, as in minutes, is told by its text alone. */
export function imageElement(
  src: string,
  text: { alt: string; title?: string | null | undefined },
  { resources }: Pick<RenderOptions, 'resources'>,
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
