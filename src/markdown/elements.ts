/** The components and HTML elements a story may use, with their literal attributes. */
import { z } from 'zod';

export interface ElementRule {
  attributes: z.ZodObject;
  /** `top`: only directly in the story, not inside another block. */
  stands: 'anywhere' | 'block' | 'top';
  children: 'some' | 'none';
}

const words = z.string().trim().min(1, 'must not be empty');
const fileName = words.regex(/^(?:\.\/)?[^/\\]+$/, 'is the name of a file beside the postmortem');
const columnName = words.max(100);
const none = z.strictObject({});
const part: ElementRule = { attributes: none, stands: 'top', children: 'none' };

/** Reasons that `<Redacted>` may give. */
export const redactionReasons = ['security', 'privacy', 'customer', 'legal', 'vendor', 'personnel'] as const;

export const components: Readonly<Record<string, ElementRule>> = {
  Internal: { attributes: none, stands: 'anywhere', children: 'some' },
  Redacted: {
    attributes: z.strictObject({ because: z.enum(redactionReasons, `is one of ${redactionReasons.join(', ')}`) }),
    stands: 'anywhere',
    children: 'some',
  },
  Figure: {
    attributes: z.strictObject({ src: fileName, alt: words, caption: words.optional() }),
    stands: 'block',
    children: 'none',
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
  },
  Note: { attributes: none, stands: 'block', children: 'some' },
  Warning: { attributes: none, stands: 'block', children: 'some' },
  Quote: { attributes: z.strictObject({ by: words.optional() }), stands: 'block', children: 'some' },
  Anchor: {
    attributes: z.strictObject({
      id: words.regex(/^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*$/u, 'is an address within the page, like what-happened'),
    }),
    stands: 'anywhere',
    children: 'none',
  },
  Timeline: part,
  Impact: part,
  Agreements: part,
  Actions: part,
};

const plain: ElementRule = { attributes: none, stands: 'anywhere', children: 'some' };

/** HTML elements, with the few attributes they may have. */
export const htmlElements: Readonly<Record<string, ElementRule>> = {
  abbr: { ...plain, attributes: z.strictObject({ title: words }) },
  br: { ...plain, children: 'none' },
  dd: plain,
  del: plain,
  details: { ...plain, stands: 'block' },
  dl: plain,
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

/** The rule for an element; `undefined` when there is none. */
export function ruleFor(name: string | null): ElementRule | undefined {
  if (name === null) return undefined;
  if (Object.hasOwn(components, name)) return components[name];
  return Object.hasOwn(htmlElements, name) ? htmlElements[name] : undefined;
}
