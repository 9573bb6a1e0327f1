/** What a stylesheet would load from elsewhere, in the spellings that browsers understand. */
import { expect, test } from 'vitest';
import { findElsewhere } from '../../../src/shared/theme/find-elsewhere.ts';

const host = 'elsewhere.example';

test.each([
  `a { background: url(https://${host}/a.png) }`,
  `a { background: url( "//${host}/a.png" ) }`,
  `a { background: URL(//${host}/a.png) }`,
  `a { background: \\75 rl(//${host}/a.png) }`,
  `a { background: u\\rl("//${host}/a.png") }`,
  `a { background: url("\\68ttps\\3a \\2f\\2f ${host}/a") }`,
  `a { background: url(\\2f\\2f ${host}/a) }`,
  `a { background: url("/\\\n/${host}/a") }`,
  `a { background: url(\\\\${host}\\a) }`,
  `a { background: url("\\\\\\\\${host}/a") }`,
  `a { background: url("/\\\\${host}/a") }`,
  `a { background: url("/\\9 /${host}/a") }`,
  `a { background: url("/\\a /${host}/a") }`,
  `a { background: url(" //${host}/a") }`,
  `a { background: url("\\1 //${host}/a") }`,
  'a { background: url(data:image/png;base64,AAAA) }',
  'a { background: url("DATA:image/svg+xml,<svg/>") }',
  'a { background: url(blob:x) }',
  'a { background: url(ftp:x) }',
  'a { background: url("javascript:x") }',
  `a { background: image-set("//${host}/a" 1x) }`,
  `a { background: -webkit-image-set("a.png" 1x, "https:${host}" 2x) }`,
  `a { background: image-set(var(--x, "//${host}/a") 1x) }`,
  `a { background: cross-fade(url(//${host}/a), red) }`,
  `a { background: src("//${host}/a") }`,
  `a { background: image("//${host}/a") }`,
  `a { --x: "//${host}/a"; background: image-set(var(--x) 1x) }`,
  `a { \\--x: "//${host}/a" }`,
  `a { color: red; /* ; */ --x/**/: "//${host}/a" }`,
  `@property --x { syntax: "*"; inherits: false; initial-value: "//${host}/a" }`,
  `@font-face { font-family: "A"; src: url(//${host}/a.woff2) format("woff2") }`,
  `@namespace "http://${host}/";`,
  `@import "b.css";`,
  `@IMPORT url(b.css);`,
  `@\\69mport "b.css";`,
  `a{} @import/**/"b.css";`,
  `a { content: "/*" } b { background: url(//${host}/a) } c { content: "*/" }`,
  `a { content: '\\'/*' } b { background: url(//${host}/a) }`,
  `/* */*/ b { background: url(//${host}/a) }`,
  `a { cursor: url(//${host}/a), auto }`,
  `@media screen { a { mask: url(//${host}/a#b) } }`,
  `@supports (background: url(//${host}/a)) { }`,
  `@font-face { font-family: "A"; src: "//${host}/a.woff2" }`,
  `* : "//${host}/a"`,
  `a { --x: (; content:) "//${host}/a" }`,
])('%j loads from elsewhere', (css) => expect(findElsewhere(css).map(({ kind }) => kind)).toContain('elsewhere'));

test.each([
  'a { background: url(a.png) }',
  'a { background: url(/a/b.png?c=d:e#f) }',
  'a { background: url("../a b.png") }',
  'a { background: url(./a//b.png) }',
  'a { background: image-set("a.avif" type("image/avif"), "a.png" 2x) }',
  'a { --label: "Note: " }',
  'a { content: counters(x, ": ") }',
  'a { filter: url(#f) }',
  'a { background: url() }',
  '@font-face { font-family: "A: B"; src: local("A"), url(a.woff2) format("woff2") tech(variations); }',
  'a[href^="https://"]::after { content: "https://"; quotes: "«" "»" }',
  'a:not([href^="https:"]) { content: "Note: // " attr(title) counters(a, ".") }',
  '/* https://elsewhere.example, @import */ a { color: red }',
  'a { content: "/* //"; }',
  '@charset "utf-8"; @layer a, b; @container style(--x: "y") { a { --y: "z"; } }',
  '@media (min-width: 30rem) { a { &:hover { content: "a:b" } } }',
  'a { list-style-type: "//" }',
])('%j does not', (css) => expect(findElsewhere(css)).toEqual([]));

test.each([
  `a { background: url(/\\\n/${host}/a) }`,
  'a { content: "a\n }',
  'a { background: url(a b) }',
  'a { background: url(a"b) }',
  'a { src: url(a(b) }',
])('%j is broken, and told so', (css) => expect(findElsewhere(css).map(({ kind }) => kind)).toContain('unclosed'));

test('each is found where it stands', () => {
  expect(findElsewhere('a { x: url(//a) }\n@import "b";')).toEqual([
    { kind: 'elsewhere', offset: 7 },
    { kind: 'elsewhere', offset: 18 },
  ]);
});

test.each([
  ['open comments', '/*/'],
  ['open brackets', '(['],
  ['closed brackets', '])}'],
  ['open quotes', '"\n'],
  ['open addresses', 'url('],
  ['functions', 'a('],
  ['escapes', '\\'],
  ['colons', 'a:'],
  ['addresses', 'url(//a)'],
])('a stylesheet of nothing but %s is read', { timeout: 60_000 }, (_, part) => {
  expect(findElsewhere(part.repeat(300_000))).toBeInstanceOf(Array);
});
