/** A word is found in a file of text, however the programs that read the file have it put together. */
import { describe, expect, test } from 'vitest';
import { jsonSegments } from '../../../src/build/gate/json-segments.ts';
import { markupSegments } from '../../../src/build/gate/markup-segments.ts';
import { visibleSegments } from '../../../src/build/gate/visible-segments.ts';
import { takeApart } from '../../../src/shared/formats/take-apart.ts';
import { innerReadings } from '../../../src/shared/formats/text-readings.ts';
import { UnreadableFile } from '../../../src/shared/formats/unreadable-file.ts';
import { pngChunk, writePng } from '../../support/picture-files.ts';

function textsForGate(file: string, content: string): string {
  return visibleSegments(file, Buffer.from(content))
    .map((part) => (typeof part === 'string' ? part : Object.values(part).join()))
    .join('\n');
}

const packed = Buffer.from('Kestrel').toString('base64');

describe('is read as one word', () => {
  test.each<[string, string]>([
    ...['cite', 'big', 'ruby', 'button', 'label', 'unknown', 'dfn', 'tt'].map((name): [string, string] => [
      'a.html',
      `<p>Kes<${name}>trel</${name}></p>`,
    ]),
    ['a.html', '<p>Kes<img src="x">trel</p>'],
    ['a.html', '<svg><line x1="0"/><text>x</text></svg><p>Kes<line></line>trel</p>'],
    ['a.html', '<svg><foreignObject>Kes<line></line>trel</foreignObject></svg>'],
    ['a.html', '<svg><b>Kes<g></g>trel</b></svg>'],
    ['a.html', '<p>Kes<?x?>trel</p>'],
    ['a.xml', '<a>Kes<![CDATA[trel]]></a>'],
    ['a.xml', '<a><![CDATA[Kes]]>trel</a>'],
    ['a.html', `<p style="content:'\\4b estrel'">`],
    ['a.html', '<script>"\\113estrel"</script>'],
    ['a.xml', '<a>Kes<?x y?>trel</a>'],
    ['a.js', '"\\113estrel"'],
    ['a.js', '"Kes\\\ntrel"'],
    ['a.mjs', '"K\\estrel"'],
    ['a.md', 'Kes<b>trel</b>'],
    ['a.md', 'Kes[trel](x)'],
    ['a.md', '[Kes][a]trel'],
    ['a.yaml', 'a: "Kes\\\n  trel"'],
    ['a.html', `<a href="data:text/html ;base64,${packed}">`],
    ['a.html', `<a href="data:text/html;base64 ,${packed}">`],
    ['a.html', `<a href="data:text/html;x;base64,${packed}">`],
    ['a.html', `<a href="data:;base64,${packed}">`],
    ['a.html', `<a href="data&colon;text/html;base64,${packed}">`],
    ['a.html', `<a href="&#100;ata:text/html;base64,${packed}">`],
    ['a.html', `<a href="da\nta:text/html;base64,${packed}">`],
    ['a.css', `a{background:u\\72l(dat\\61:text/plain;base64,${packed})}`],
  ])('%s: %s', (file, content) => {
    const { text, texts, shown } = takeApart(file, Buffer.from(content));
    expect([text, ...texts, shown?.()].join('\n')).toContain('Kestrel');
    expect(textsForGate(file, content)).toContain('Kestrel');
  });

  test('references that stand for markup', () => {
    expect(innerReadings('<title>Kes&lt;b&gt;trel&lt;/b&gt;</title>').join()).toContain('Kestrel');
  });

  test('digits that ImageMagick writes for the bytes of a profile', () => {
    const profile = `Raw profile type iptc\0\niptc\n       7\n${Buffer.from('Kestrel').toString('hex')}\n`;
    expect(takeApart('a.png', writePng([pngChunk('tEXt', profile)])).texts.join()).toContain('Kestrel');
  });

  test.each(['cite', 'big', 'ruby', 'dfn', 'tt', 'img'])('by the gate, with <%s> in it', (name) => {
    expect(markupSegments(`<p>Kes<${name}>trel</p>`)).toContain('Kestrel');
  });
});

test('blocks part words', () => {
  expect(takeApart('a.html', Buffer.from('<p>Kes</p><div>trel</div><td>x')).shown?.()).not.toContain('Kestrel');
});

test.each([
  ['a name that is said twice in one object', 'a.json', '{"a":1,"b":{"x":"Kestrel","x":2}}'],
  ['a nest of five thousand', 'a.json', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ['another encoding in a card', 'a.vcf', 'FN;ENCODING=QUOTED-PRINTABLE:=4Bestrel'],
  ['a file in a calendar', 'a.ics', `ATTACH;ENCODING=BASE64;VALUE=BINARY:${packed}`],
])('%s is refused', (_, file, content) => {
  expect(() => takeApart(file, Buffer.from(content))).toThrow(UnreadableFile);
});

test('quotes and names in JSON are counted as they are', () => {
  const text = JSON.stringify({ '"': ['\\', '"', '\\"', ''], __proto__: 'x', constructor: { a: 'é\u2028' } });
  expect(takeApart('a.json', Buffer.from(text)).text).toBe(text);
  expect(jsonSegments('{"__proto__":{"a":"b"}}')).toContain('b');
  expect(() => takeApart('a.json', Buffer.from('{"__proto__":{"a":"b"}}'))).not.toThrow();
});
