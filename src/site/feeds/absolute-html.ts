/** Makes a page's HTML fit for a reader elsewhere: full addresses, and nothing a reader would show as rubbish. */
import { decodeXML } from 'entities';

const startTag = /<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/gi;
const drawing = /<svg\b[^>]*>[\s\S]*?<\/svg>/g;
const useless = /\s(?:srcset|sizes|loading|decoding|tabindex|role|class)="[^"]*"/g;

/**
 * `html` as our own serialiser writes it: attributes in double quotes. Drawings give way to their description and
 * data table, which readers can show; `details` are opened, for readers flatten them.
 */
export function absoluteHtml(html: string, pageUrl: string): string {
  return html
    .replace(drawing, (svg) => describeDrawing(svg))
    .replace(/<\/?(?:details|summary)\b[^>]*>/g, (tag) =>
      tag.startsWith('</summary') ? '</p>' : tag.startsWith('<summary') ? '<p>' : '',
    )
    .replace(startTag, (_, name: string, attributes: string) => `<${name}${absoluteAttributes(attributes, pageUrl)}>`);
}

function absoluteAttributes(attributes: string, pageUrl: string): string {
  return attributes
    .replace(useless, '')
    .replace(
      /\s(href|src)="([^"]*)"/g,
      (_, name: string, value: string) => ` ${name}="${absoluteAddress(value, pageUrl)}"`,
    );
}

/** Entities in an address stay as they are: they are the same in the result. */
function absoluteAddress(value: string, pageUrl: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return value;
  return URL.parse(decodeXML(value), pageUrl)?.href.replaceAll('&', '&#x26;') ?? value;
}

function describeDrawing(svg: string): string {
  const description = /<desc\b[^>]*>([\s\S]*?)<\/desc>/.exec(svg)?.[1];
  return description ? `<p>${description}</p>` : '';
}
