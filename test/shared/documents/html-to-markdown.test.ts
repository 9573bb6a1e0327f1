/** The HTML of stories as Markdown: what each form becomes, and that no text can break out of its place. */
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../src/shared/documents/html-to-markdown.ts';

const markdown = (html: string) => htmlToMarkdown(html, 'https://a.example/base/postmortems/x/').trimEnd();

test.each([
  [
    'a link',
    '<p><a href="/base/archive/">a</a> <a href="#b">b</a></p>',
    '[a](https://a.example/base/archive/) [b](https://a.example/base/postmortems/x/#b)',
  ],
  [
    'a picture',
    '<figure class="figure"><img src="/i.webp" alt="A [b]" width="3"><figcaption>C</figcaption></figure>',
    '![A \\[b\\]](https://a.example/i.webp)\n\nC',
  ],
  [
    'code in a language',
    '<pre><code class="hljs language-sql"><span class="hljs-keyword">SELECT</span> 1;\n</code></pre>',
    '```sql\nSELECT 1;\n```',
  ],
  ['code with a fence in it', '<pre><code>```\n</code></pre>', '````\n```\n````'],
  [
    'a table',
    '<div class="table-scroll"><table><thead><tr><th>a|b</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>',
    '| a\\|b |\n| - |\n| 1 |',
  ],
  ['an exponent', '<p>10<sup>3</sup></p>', '10<sup>3</sup>'],
  [
    'a note',
    '<aside class="note" role="note"><p class="aside-label">Note</p><p>Text</p></aside>',
    '> **Note**\n>\n> Text',
  ],
  [
    'a chart',
    '<figure class="chart"><figcaption>T</figcaption><svg><title>x</title><desc>Errors rise.</desc><path d="M0"></path></svg><ul class="chart-legend"><li>a</li></ul></figure>',
    'T\n\nErrors rise.',
  ],
  [
    'a task',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> done</li></ul>',
    '- [x] done',
  ],
  [
    'a footnote',
    '<p>Said<sup><a href="#note-fn-a" id="note-fnref-a" data-footnote-ref>1</a></sup></p><section data-footnotes class="footnotes"><h2 id="footnote-label">Footnotes</h2><ol><li id="note-fn-a"><p>Why. <a href="#note-fnref-a" data-footnote-backref="">↩</a></p></li></ol></section>',
    'Said[^a]\n\n[^a]: Why.',
  ],
  ['text that looks like markup', '<p>&lt;script&gt; *a* [b](c) # d | e</p>', '\\<script> \\*a\\* \\[b]\\(c) # d | e'],
  ['right-to-left text', '<p>שלום עולם</p>', 'שלום עולם'],
])('%s', (_, html, wanted) => {
  expect(markdown(html)).toBe(wanted);
});

test('a story of 200 KB of one character takes a moment', () => {
  for (const character of ['*', '<', '[', '|', '`', '_']) {
    const html = `<p>${(character === '<' ? '&lt;' : character).repeat(100_000)}</p>`;
    const begin = performance.now();
    expect(markdown(html).length).toBeGreaterThan(99_999);
    expect(performance.now() - begin).toBeLessThan(5000);
  }
});
