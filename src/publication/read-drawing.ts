/** SVG files as text: whether one may be drawn, and the words that it shows. */

/** Most elements: ordinary exports stay far below. */
const mostElements = 20_000;
/** Most elements that show another one again; the renderer itself bounds what they come to when nested. */
const mostUses = 500;
/** Most steps of filters, of the kinds that are fast. */
const mostFilterSteps = 100;
const slowFilters = /<(?:\w+:)?fe(?:Turbulence|ConvolveMatrix|Morphology|DiffuseLighting|SpecularLighting|Image)\b/i;

/** True when bytes begin as an SVG file does, packed or not, whatever the file's name. */
export function isDrawing(source: Uint8Array): boolean {
  const start = new TextDecoder().decode(source.subarray(0, 4096)).replaceAll('\0', '');
  return isPacked(source) || /<svg\b|<!doctype svg|<!entity/i.test(start);
}

/**
 * False for a drawing that is slow, reaches out of its file, or cannot be searched: entities, styles and links that load,
 * deep reuse, packed bytes, bytes that are not UTF-8.
 */
export function isSafeDrawing(source: Uint8Array): boolean {
  if (isPacked(source)) return false;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    return false;
  }
  const encoding = /<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  const withoutAnchors = decodeReferences(text.replace(/<a\b[^>]*>/gi, ''));
  return (
    /^(?:utf-8|us-ascii)$/i.test(encoding) &&
    !/<!ENTITY|<!ELEMENT|<!ATTLIST|<\?xml-stylesheet|@import|<(?:\w+:)?(?:foreignObject|include)\b/i.test(text) &&
    !/(?:href|src)\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpe?g|webp|gif)[;,])/i.test(withoutAnchors) &&
    !/url\(\s*["']?\s*(?!["'#\s])/i.test(withoutAnchors) &&
    (text.match(/<[A-Za-z]/g)?.length ?? 0) <= mostElements &&
    (text.match(/<(?:\w+:)?use\b/gi)?.length ?? 0) <= mostUses &&
    !slowFilters.test(text) &&
    (text.match(/<(?:\w+:)?fe[A-Z]/g)?.length ?? 0) <= mostFilterSteps
  );
}

/** Words that a drawing shows: comments, metadata and styles are not drawn. */
export function textOfSvg(source: Uint8Array): string {
  const text = new TextDecoder()
    .decode(source)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
    .replace(/<(metadata|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/(?:\w+:)?(?:text|title|desc)>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decodeReferences(text);
}

function isPacked(source: Uint8Array): boolean {
  return source[0] === 0x1f && source[1] === 0x8b;
}

function decodeReferences(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, digits) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(digits, hex ? 16 : 10) || 0x20)),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
