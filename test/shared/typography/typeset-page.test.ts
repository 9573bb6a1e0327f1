import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenLanguages } from '../../../src/shared/incident/languages.ts';
import { normalText } from '../../../src/shared/text/normalise.ts';
import { straighten } from '../../../src/shared/typography/straighten.ts';
import { typesetPage } from '../../../src/shared/typography/typeset-page.ts';

const page = (body: string, language = 'en-GB') =>
  `<!DOCTYPE html><html lang="${language}"><body>${body}</body></html>`;
const set = (body: string, language?: string) => /<body>(.*)<\/body>/s.exec(typesetPage(page(body, language)))?.[1];

test('a quotation goes over the elements of its line, and ends with its block', () => {
  expect(set('<p>&quot;It <em>is</em> <a href="/">over</a>&quot;, she said.</p>')).toBe(
    '<p>“It <em>is</em> <a href="/">over</a>”, she said.</p>',
  );
  expect(set('<p>"One</p><p>two"</p>')).toBe('<p>"One</p><p>two"</p>');
  expect(set('<p>It&#39;s "<code>a</code>" and "<img alt="b">".</p>')).toBe(
    '<p>It’s “<code>a</code>” and “<img alt="b">”.</p>',
  );
});

test.each([
  '<p><code>"a"</code> <kbd>\'b\'</kbd> <samp>"c"</samp> <var>\'d\'</var></p>',
  '<pre><code>"a"\n"b"</code></pre>',
  `<p id="it's" title='"a"' data-of="a &gt; 'b'">plain</p>`,
  '<script>"a"</script><style>a { content: "b"; }</style>',
  '<svg><title>"a"</title><text>"b"</text></svg>',
  '<!-- "a" -->',
  '<select><option value="a">"a"</option></select>',
  '<textarea>"a"</textarea>',
])('stays as it is: %s', (body) => {
  expect(set(body)).toBe(body);
});

test('the head stays, where other programs read it', () => {
  const head = `<html lang="en"><head><title>It's "a"</title><meta content="It's"></head><body></body></html>`;
  expect(typesetPage(head)).toBe(head);
});

test('each part has the marks of its own language, and one that is not spoken keeps what was typed', () => {
  expect(set('<div lang="de"><div>"a"</div> "b"</div><p>"c"</p><p lang="nl">"d"</p>')).toBe(
    '<div lang="de"><div>„a“</div> „b“</div><p>“c”</p><p lang="nl">"d"</p>',
  );
  expect(set('<p>"a"</p>', 'fr')).toBe('<p><span class="quote-begin">«</span>a<span class="quote-end">»</span></p>');
});

/** Bits of pages with every sign that is looked at, in any order. */
const pieces = fc.constantFrom(
  ...[
    '"',
    "'",
    '&quot;',
    '&#39;',
    '&#x27;',
    '&#x3C;',
    '&',
    ' ',
    'a',
    'It',
    'é',
    '保',
    'ب',
    '5',
    '%',
    '«',
    '»',
    '!',
    '?',
    ':',
  ],
  ...['<p>', '</p>', '<em>', '</em>', '<code>"x"</code>', '<br>', '<img alt="\'a\' > b">', '<div lang="fr">', '</div>'],
  ...['<!-- "b" -->', '< ', '>', '<svg />', '\n', '(', ')'],
);

test('of any page the text compares as before, and tags, attributes and code are the same', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(...spokenLanguages), (parts, language) => {
      const before = page(parts.join(''), language);
      const after = typesetPage(before);
      expect(normalText(plain(straighten(after)))).toBe(normalText(plain(before)));
      expect(normalText(plain(withoutRoom(after)))).toBe(normalText(plain(before)));
      expect(withoutRoom(after).match(/<[A-Za-z/!][^>]*>/g)).toEqual(before.match(/<[A-Za-z/!][^>]*>/g));
      expect(after.match(/<code>.*?<\/code>/g)).toEqual(before.match(/<code>.*?<\/code>/g));
    }),
    { numRuns: 2_000, seed: 20261129 },
  );
});

function withoutRoom(html: string): string {
  return html.replace(/<span class="quote-(?:begin|end)">(.)<\/span>/g, '$1');
}

function plain(html: string): string {
  return decodeHTML(html);
}
