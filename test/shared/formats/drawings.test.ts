/** Drawings are XML of known elements and attributes, load nothing, and tell the words that they show. */
import { expect, test } from 'vitest';
import { readDrawing } from '../../../src/shared/formats/svg.ts';
import { UnreadableFile } from '../../../src/shared/formats/unreadable-file.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40" ${attributes}>${inside}</svg>`;

test('a drawing tells its size and its words, not what is not drawn', () => {
  const { words, width, height } = readDrawing(
    svg(
      '<!-- a --><title>One</title><style>.b { fill: red }</style><text>Tw<tspan>o</tspan></text><metadata>x</metadata>',
    ),
  );
  expect({ words: words.split('\n'), width, height }).toEqual({ words: ['One', 'Two', ''], width: 60, height: 40 });
});

test.each([
  ['12', '8', 12, 8],
  ['1in', '2.54cm', 96, 96],
  ['100%', '100%', 300, 200],
])('a size of %s by %s is %i by %i', (width, height, ...expected) => {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="${width}" height="${height}"/>`,
  );
  expect([drawing.width, drawing.height]).toEqual(expected);
});

test.each([
  ['links within it', '<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/><use xlink:href="#a"/>'],
  ['colours by links within it', '<rect fill="url(#a)" style="filter: url(&quot;#b&quot;)"/>'],
  ['a picture in it', '<image href="data:image/png;base64,AAAA"/>'],
  ['a link that leads elsewhere', '<a href="https://example.org/"><text>x</text></a>'],
  ['what editors write', '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="x"/>'],
  ['another name for the same', '<s:rect xmlns:s="http://www.w3.org/2000/svg" width="1"/>'],
  [
    'text that flows, of old Inkscape',
    '<flowRoot><flowRegion><rect width="1"/></flowRegion><flowPara>x</flowPara></flowRoot>',
  ],
  ['movement', '<circle r="1"><animate attributeName="r" values="1;2" dur="1s"/></circle>'],
])('%s is allowed', (_, inside) => {
  expect(() => readDrawing(svg(inside))).not.toThrow();
});

test('a document type of a public name alone is allowed', () => {
  const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(() => readDrawing(`${type}${svg('')}`)).not.toThrow();
});

test.each([
  [
    'a file by another name of the element',
    '<a:image xmlns:a="http://www.w3.org/2000/svg" href="file:///etc/hostname"/>',
  ],
  ['a file', '<image href="/etc/hostname"/>'],
  ['a file by another name of the attribute', '<image xmlns:l="http://www.w3.org/1999/xlink" l:href="file:x"/>'],
  ['a file by references', '<image href="&#x66;ile:x"/>'],
  ['another drawing', '<use href="other.svg#a"/>'],
  ['a drawing in it', '<image href="data:image/svg+xml;base64,AAAA"/>'],
  ['a colour elsewhere', '<rect fill="url(https://example.org/#a)"/>'],
  ['a style elsewhere', '<style>@import "x.css";</style>'],
  ['a style spelt by escapes', '<style>rect { fill: \\75rl(x) }</style>'],
  ['a style in two parts', '<style>rect { fill: u<![CDATA[rl(x)]]> }</style>'],
  ['a set of pictures', '<rect style="background: image-set(&quot;x&quot; 1x)"/>'],
  ['a program', '<script>alert(1)</script>'],
  ['a program in an attribute', '<rect onload="x()"/>'],
  ['a program as a link', '<a href="javascript:x()"/>'],
  ['a link that changes', '<a><animate attributeName="href" to="x"/></a>'],
  ['a page', '<foreignObject/>'],
  ['an element of pages', '<p xmlns="http://www.w3.org/1999/xhtml">x</p>'],
  ['an inclusion', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x"/>'],
  ['an element that nobody knows', '<canary/>'],
  ['an attribute that nobody knows', '<rect canary="x"/>'],
  ['a base for addresses', '<g xml:base="https://example.org/"/>'],
  ['a slow filter', '<filter><feTurbulence/></filter>'],
  ['instructions', '<?xml-stylesheet href="x.css"?>'],
  ['an entity that nobody declared', '<text>&canary;</text>'],
  ['an element that nothing closes', '<g>'],
  ['a long text', `<text>${'a '.repeat(25_000)}</text>`],
  ['a long text of many parts', `<text>${'<tspan>abcdefghij</tspan>'.repeat(300)}</text>`],
  ['many texts', '<text>abcdefghijklmnopqrst</text>'.repeat(3_000)],
  ['a long path', `<path d="M0 0${'L1 1'.repeat(20_000)}"/>`],
  ['deep nesting', `${'<g>'.repeat(100)}${'</g>'.repeat(100)}`],
  ['many elements', '<g/>'.repeat(20_001)],
  ['many copies', '<use href="#a"/>'.repeat(501)],
])('%s is refused', (_, inside) => {
  expect(() => readDrawing(svg(inside))).toThrow(UnreadableFile);
});

test.each([
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "canary">]>${svg('<text>&a;</text>')}`],
  ['a document type elsewhere', `<!DOCTYPE svg SYSTEM "file:///etc/hostname">${svg('')}`],
  ['another encoding', `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`],
  ['no namespace', '<svg><text>x</text></svg>'],
  ['another root', `<g xmlns="http://www.w3.org/2000/svg">${svg('')}</g>`],
  ['words behind its end', `${svg('')}canary`],
  ['nothing', ''],
])('a drawing with %s is refused', (_, text) => {
  expect(() => readDrawing(text)).toThrow(UnreadableFile);
});

test.each([
  ['elements that nothing closes', '<g>'.repeat(300_000)],
  ['attributes', `<rect ${'a="" '.repeat(200_000)}/>`],
  ['names of namespaces', `<g ${Array.from({ length: 50_000 }, (_, index) => `xmlns:a${index}="x"`).join(' ')}/>`],
  ['signs', '<'.repeat(1_000_000)],
  ['references', '&amp;'.repeat(200_000)],
  ['sections', '<![CDATA['.repeat(100_000)],
])('a megabyte of %s ends in a refusal', (_, inside) => {
  expect(() => readDrawing(svg(inside))).toThrow(UnreadableFile);
});
