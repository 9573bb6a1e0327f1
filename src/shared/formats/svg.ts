/** Reads a drawing (SVG) as XML: what it may not hold is refused, and the words that it shows are told. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  describingNamespaces,
  svgAttributes,
  svgElements,
  svgNamespace,
  xlinkAttributes,
  xlinkNamespace,
  xmlAttributes,
} from './svg-vocabulary.ts';
import { demand, UnreadableFile } from './unreadable-file.ts';

export interface Drawing {
  /** Words that it shows: comments, metadata and styles are not drawn. A line ends with each text, title and description. */
  words: string;
  /** As it is drawn without a size from outside, in pixels; zero where it does not say. */
  width: number;
  height: number;
  /** Pictures within it, as `data:` addresses. */
  pictures: string[];
}

/** Bounds of what is drawn in bounded time: ordinary exports stay far below. */
export const drawingLimits = {
  bytes: 4_194_304,
  elements: 20_000,
  depth: 64,
  /** Of one element. */
  attributes: 100,
  /** Elements that show another one again; the renderer itself bounds what they come to when nested. */
  uses: 500,
  filterSteps: 100,
  /** Letters of one text, which is laid out in time that grows with their square, and of all. */
  text: 2_000,
  texts: 50_000,
  /** Characters of a path, or of a list of points. */
  path: 50_000,
  paths: 1_000_000,
};

interface Open {
  namespace: string;
  local: string;
  isShown: boolean;
}

/** Throws `UnreadableFile` for what is no drawing, is slow, reaches out of its file, or is built of anything unknown. */
export function readDrawing(text: string): Drawing {
  demand(text.length <= drawingLimits.bytes, 'it is too large for a drawing');
  const drawing: Drawing = { words: '', width: 0, height: 0, pictures: [] };
  const counts = { elements: 0, uses: 0, filterSteps: 0, text: 0, texts: 0, paths: 0 };
  const open: Open[] = [];
  let style = '';
  const words: string[] = [];
  const readText = (content: string) => {
    const last = open.at(-1);
    if (last?.local === 'style' && last.namespace === svgNamespace) style += content;
    if (!last?.isShown) return;
    words.push(content);
    const letters = content.replace(/\s+/g, ' ').length;
    counts.text += open.some(isText) ? letters : 0;
    counts.texts += content.trim() === '' ? 0 : letters;
    demand(counts.text <= drawingLimits.text && counts.texts <= drawingLimits.texts, 'a text in it is too long');
  };

  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw new UnreadableFile('it is not well-formed XML', { cause });
  });
  parser.on('xmldecl', ({ encoding = 'utf-8' }) =>
    demand(/^(?:utf-8|us-ascii|utf-16)$/i.test(encoding), 'it says that it is in another encoding'),
  );
  parser.on('doctype', (content) => demand(isPlainDoctype(content), 'it has a document type with declarations'));
  parser.on('processinginstruction', () => demand(false, 'it has instructions for programs'));
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const { uri, local } = tag;
    demand(parent !== undefined || (uri === svgNamespace && local === 'svg'), 'it is no drawing');
    const isOwn = uri === svgNamespace;
    demand(
      isOwn ? svgElements.has(local) : describingNamespaces.has(uri),
      'it has an element that is not allowed in drawings',
    );
    const isShown = isOwn && (parent?.isShown ?? true) && local !== 'metadata' && local !== 'style';
    open.push({ namespace: uri, local, isShown });
    counts.elements += 1;
    if (local === 'use') counts.uses += 1;
    if (local.startsWith('fe')) counts.filterSteps += 1;
    if (isOwn && local === 'text') counts.text = 0;
    demand(open.length <= drawingLimits.depth, 'it is nested too deeply');
    demand(
      counts.elements <= drawingLimits.elements &&
        counts.uses <= drawingLimits.uses &&
        counts.filterSteps <= drawingLimits.filterSteps,
      'it has too many elements',
    );
    if (isOwn) counts.paths += readAttributes(tag, drawing);
    demand(counts.paths <= drawingLimits.paths, 'its paths are too long');
    if (!parent) Object.assign(drawing, sizeOf(tag));
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.isShown && ['text', 'title', 'desc'].includes(closed.local)) words.push('\n');
    if (closed?.local !== 'style') return;
    demandPlainStyle(style);
    style = '';
  });
  parser.write(text).close();
  demand(counts.elements > 0, 'it is no drawing');
  return { ...drawing, words: words.join('') };
}

function isText({ local }: Open): boolean {
  return local === 'text';
}

/** A public name alone, as older editors write it. */
function isPlainDoctype(content: string): boolean {
  return /^\s*svg\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]{1,20}\/\/EN"\s+"https?:\/\/www\.w3\.org\/[\w./-]{1,80}"\s*$/.test(
    content,
  );
}

/** Gives the length of its path. */
function readAttributes({ local: element, attributes }: SaxesTagNS, drawing: Drawing): number {
  let path = 0;
  demand(Object.keys(attributes).length <= drawingLimits.attributes, 'it has too many attributes');
  for (const { uri, prefix, local, name, value } of Object.values(attributes)) {
    if (name === 'xmlns' || prefix === 'xmlns' || describingNamespaces.has(uri)) continue;
    const isKnown =
      prefix === ''
        ? svgAttributes.has(local) || /^(?:data|aria)-[a-z][\w.-]*$/.test(local)
        : uri === xlinkNamespace
          ? xlinkAttributes.has(local)
          : prefix === 'xml' && xmlAttributes.has(local);
    demand(isKnown, 'it has an attribute that is not allowed in drawings');
    if (local === 'href') {
      const picture = readAddress(element, value);
      if (picture !== undefined) drawing.pictures.push(picture);
    } else demandPlainStyle(value);
    demand(!(local === 'attributeName' && /href|^on|src|style/i.test(value)), 'it changes what it leads to');
    if (['d', 'points', 'path', 'values'].includes(local)) {
      demand(value.length <= drawingLimits.path, 'its paths are too long');
      path += value.length;
    }
  }
  return path;
}

const embedded = /^data:image\/(?:png|jpe?g|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;

/** Within the drawing, or a picture that stands in it, which it gives; links may lead elsewhere. */
function readAddress(element: string, value: string): string | undefined {
  const address = value.trim();
  if (address === '' || address.startsWith('#')) return undefined;
  if (element === 'a') {
    demand(/^(?:https?:|mailto:|[^:]*$)/i.test(address) && !/[\0-\x1f]/.test(address), 'it leads to a program');
    return undefined;
  }
  demand(embedded.test(address), 'it loads something from outside of its file');
  return address;
}

/** Styles that load nothing: `url()` within the file alone, no escapes that could spell it, no rules that bring in others. */
function demandPlainStyle(value: string): void {
  demand(
    !/url\(\s*(?!["']?\s*#)|@import|@charset|image-set|(?:^|[^\w-])(?:image|src|element|cross-fade|paint)\(|expression\(/i.test(
      value,
    ) &&
      !/\\/.test(value) &&
      !/^\s*(?:javascript|vbscript|data|file):/i.test(value),
    'it loads something from outside of its file',
  );
}

function sizeOf({ attributes }: SaxesTagNS): { width: number; height: number } {
  const of = (name: string) => {
    const attribute = attributes[name];
    return attribute === undefined ? undefined : attribute.value.trim();
  };
  const [, , boxWidth = 0, boxHeight = 0] = (of('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const pixels = (value: string | undefined, otherwise: number) => {
    const [, digits, unit = ''] = /^\+?(\d+(?:\.\d+)?|\.\d+)(px|pt|pc|mm|cm|in|em|ex)?$/i.exec(value ?? '') ?? [];
    return digits === undefined ? otherwise : Number(digits) * (pixelsOf[unit.toLowerCase()] ?? 1);
  };
  const finite = (value: number) => (Number.isFinite(value) ? Math.round(value) : 0);
  return { width: finite(pixels(of('width'), boxWidth)), height: finite(pixels(of('height'), boxHeight)) };
}

const pixelsOf: Readonly<Record<string, number>> = {
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  ex: 8,
};
