/** The elements that a story may use, one row each: all that other modules know of an element stands here. */
import { z } from 'zod';
import type { storyParts } from '../../shared/incident/postmortem-parts.ts';
import { attributesOf, isElement } from './nodes.ts';
import {
  type RenderElement,
  renderAnchor,
  renderAside,
  renderChart,
  renderFigure,
  renderInternal,
  renderQuote,
  renderRedacted,
  renderWithParts,
} from './render-elements.ts';

export interface ElementRow {
  /** Literal attributes; an optional one may be left out. */
  attributes: z.ZodObject;
  /** `top`: only directly in the story, not inside another block. */
  stands: 'anywhere' | 'block' | 'top';
  /** `none`: it shows something by itself, and stays where everything that is empty goes. */
  children: 'some' | 'none';
  /** Left out: it becomes the HTML element of its name. */
  render?: RenderElement;
  /** The file beside the story that it shows, and which attribute names it. */
  file?: { attribute: string; kind: 'picture' | 'table' };
  /** Attributes that readers read as sentences. */
  captions?: readonly string[];
  /** Its content is somebody else's words. */
  isQuotation?: boolean;
  /** The attribute that is an anchor of the page. */
  anchor?: string;
  /** The part of a postmortem's page that it places. */
  part?: (typeof storyParts)[number];
  /** Why it belongs on one page alone, and in no place of the theme. */
  onOnePage?: string;
}

const words = z.string().trim().min(1, 'must not be empty');
const fileName = words.regex(/^(?:\.\/)?[^/\\]+$/, 'is the name of a file beside the postmortem');
const columnName = words.max(100);
const none = z.strictObject({});
const partOf = (name: ElementRow['part'] & string): ElementRow => ({
  attributes: none,
  stands: 'top',
  children: 'none',
  part: name,
  onOnePage: 'a part of one postmortem',
});

/** Reasons that `<Redacted>` may give. */
export const redactionReasons = ['security', 'privacy', 'customer', 'legal', 'vendor', 'personnel'] as const;

/** `Internal` and `Redacted` are the marks of redaction, which knows them by their names alone: see `isPrivateElement`. */
export const components: Readonly<Record<string, ElementRow>> = {
  Internal: { attributes: none, stands: 'anywhere', children: 'some', render: renderInternal },
  Redacted: {
    attributes: z.strictObject({ because: z.enum(redactionReasons, `is one of ${redactionReasons.join(', ')}`) }),
    stands: 'anywhere',
    children: 'some',
    render: renderRedacted,
  },
  Figure: {
    attributes: z.strictObject({ src: fileName, alt: words, caption: words.optional() }),
    stands: 'block',
    children: 'none',
    render: renderFigure,
    file: { attribute: 'src', kind: 'picture' },
    captions: ['caption'],
  },
  Chart: {
    attributes: z.strictObject({
      data: words.regex(/^(?:\.\/)?[^/\\]+\.csv$/i, 'is the name of a CSV file beside the postmortem'),
      x: columnName,
      y: words.max(300),
      title: words,
      alt: words,
      unit: words.optional(),
      kind: z.enum(['line', 'area', 'step'], 'is one of line, area, step').optional(),
    }),
    stands: 'block',
    children: 'none',
    render: renderChart,
    file: { attribute: 'data', kind: 'table' },
    captions: ['title'],
    onOnePage: 'a chart',
  },
  Note: { attributes: none, stands: 'block', children: 'some', render: renderAside('note') },
  Warning: { attributes: none, stands: 'block', children: 'some', render: renderAside('warning') },
  Quote: {
    attributes: z.strictObject({ by: words.optional() }),
    stands: 'block',
    children: 'some',
    render: renderQuote,
    isQuotation: true,
  },
  Anchor: {
    attributes: z.strictObject({
      id: words.regex(/^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*$/u, 'is an address within the page, like what-happened'),
    }),
    stands: 'anywhere',
    children: 'none',
    render: renderAnchor,
    anchor: 'id',
  },
  Timeline: partOf('timeline'),
  Impact: partOf('impact'),
  Agreements: partOf('agreements'),
  Actions: partOf('actions'),
};

const plain: ElementRow = { attributes: none, stands: 'anywhere', children: 'some' };

/** HTML elements, with the few attributes they may have. */
export const htmlElements: Readonly<Record<string, ElementRow>> = {
  abbr: { ...plain, attributes: z.strictObject({ title: words }) },
  br: { ...plain, children: 'none' },
  dd: plain,
  del: plain,
  details: { ...plain, stands: 'block', render: renderWithParts },
  dl: { ...plain, render: renderWithParts },
  dt: plain,
  ins: plain,
  kbd: plain,
  mark: plain,
  samp: plain,
  sub: plain,
  summary: plain,
  sup: plain,
  var: plain,
};

/** The row of an element; `undefined` for any other node, and where there is none. */
export function elementRow(node: { type: string }): ElementRow | undefined {
  if (!isElement(node) || node.name === null) return undefined;
  const { name } = node;
  if (Object.hasOwn(components, name)) return components[name];
  return Object.hasOwn(htmlElements, name) ? htmlElements[name] : undefined;
}

/** The anchor that an element gives the page; `undefined` for any other node. */
export function anchorOf(node: { type: string }): string | undefined {
  const { anchor } = elementRow(node) ?? {};
  return anchor !== undefined && isElement(node) ? attributesOf(node)[anchor] : undefined;
}
