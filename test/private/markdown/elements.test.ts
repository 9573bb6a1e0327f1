import { expect, test } from 'vitest';
import { postmortem, publish, storyOf } from '../../support/publish.ts';

test('a path on this site begins below the base', async () => {
  const published = await publish(postmortem('[a](/postmortems/x/) [b](https://example.org/) [c](#d)'), {
    context: { base: '/trust/' },
  });
  expect(storyOf(published)).toBe(
    '<p><a href="/trust/postmortems/x/">a</a> <a href="https://example.org/">b</a> <a href="#d">c</a></p>',
  );
});

test.each([
  [
    'a definition list',
    '<dl>\n<dt>One</dt>\n<dd>First</dd>\n<dt>Two</dt>\n<dd>Second</dd>\n</dl>',
    /^<dl><dt>One<\/dt>\s*<dd>First<\/dd>\s*<dt>Two<\/dt>\s*<dd>Second<\/dd><\/dl>$/,
  ],
  [
    'a details element',
    '<details>\n<summary>More</summary>\n\nThe rest.\n</details>',
    /^<details><summary>More<\/summary><p>The rest\.<\/p><\/details>$/,
  ],
  [
    'a note',
    '<Note>\nCareful.\n</Note>',
    /^<aside class="note" role="note"><p class="aside-label">Note<\/p><p>Careful\.<\/p><\/aside>$/,
  ],
  [
    'a quote with its author',
    '<Quote by="A customer">\nIt is slow.\n</Quote>',
    /^<aside class="quote" role="note"><blockquote><p>It is slow\.<\/p><\/blockquote><p class="aside-label">— A customer<\/p><\/aside>$/,
  ],
  [
    'a redaction',
    'It was <Redacted because="security">the key</Redacted>.',
    /^<p>It was <span class="redacted">\[redacted: security\]<\/span>\.<\/p>$/,
  ],
  ['an aligned table', '| a |\n| -: |\n| 1 |', /<td class="align-right">1<\/td>/],
])('%s is HTML that browsers need not mend', async (_, source, html) => {
  const published = await publish(postmortem(source));
  expect(published.problems).toEqual([]);
  expect(storyOf(published)).toMatch(html);
});
