/** The allow-list of finished HTML: the last lock of the body, whatever the steps before it did. */
import type { Schema } from 'hast-util-sanitize';

const text = [
  'p',
  'br',
  'em',
  'strong',
  'del',
  'ins',
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'sub',
  'sup',
  'abbr',
  'mark',
  'a',
  'span',
  'hr',
];
const blocks = [
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'dl',
  'dt',
  'dd',
  'details',
  'summary',
  'aside',
  'section',
  'div',
  'figure',
  'figcaption',
  'img',
  'input',
];
const tables = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'time'];
const drawing = ['svg', 'title', 'desc', 'g', 'path', 'line', 'rect', 'circle', 'text'];
const shapes = [
  'className',
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'transform',
  'textAnchor',
  'dominantBaseline',
];

/** Classes that our own steps write. */
const classes =
  /^(?:hljs[\w-]*|language-[\w+#-]+|align-(?:left|right|center)|table-scroll|note|warning|quote|aside-label|redacted|internal|internal-label|footnotes|sr-only|data-footnote-backref|contains-task-list|task-list-item|figure|chart[\w-]*|[a-z]+_|function_|class_|inherited__)$/;

export const sanitizeSchema: Schema = {
  strip: ['script', 'style'],
  tagNames: [...text, ...blocks, ...tables, ...drawing],
  ancestors: {},
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  attributes: {
    a: ['href', 'title', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    abbr: ['title'],
    img: ['src', 'srcSet', 'sizes', 'width', 'height', 'alt', 'title', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', 'ariaLabel'],
    aside: [['role', 'note']],
    ol: ['start'],
    li: [],
    pre: [
      ['tabIndex', 0],
      ['dir', 'ltr'],
    ],
    div: [['tabIndex', 0], ['role', 'region'], 'ariaLabel'],
    section: ['dataFootnotes'],
    th: ['scope'],
    time: ['dateTime'],
    svg: ['viewBox', ['role', 'img'], 'ariaLabelledBy', 'preserveAspectRatio', ...shapes],
    g: shapes,
    path: shapes,
    line: shapes,
    rect: shapes,
    circle: shapes,
    text: shapes,
    '*': ['id', ['className', classes]],
  },
};
