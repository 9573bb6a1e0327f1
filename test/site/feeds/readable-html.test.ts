import { expect, test } from 'vitest';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { absoluteHtml } from '../../../src/site/feeds/absolute-html.ts';
import { mostRows, readableHtml } from '../../../src/site/feeds/readable-html.ts';

const pageUrl = 'https://a.example/postmortems/x/';
const readable = (html: string) => readableHtml(html, { locale: useLocale('en'), pageUrl });
const rows = (count: number) => Array.from({ length: count }, (_, index) => `<tr><td>${index}</td></tr>`).join('');

test('a chart is its caption, its sentence and a link, without legend and values', () => {
  const chart = `<figure class="chart"><figcaption>Errors &#x26; more (%)</figcaption><svg><title id="t">Errors</title><desc id="d">Rose &#x3C;fast>, then fell.</desc><text>12</text></svg><ul><li>errors</li></ul><details><summary>Data</summary><table><tbody>${rows(75)}</tbody></table></details></figure>`;
  expect(absoluteHtml(readable(`<p>Before.</p>${chart}<p>After.</p>`), pageUrl)).toBe(
    `<p>Before.</p><p><strong>Errors &#x26; more (%)</strong></p><p>Rose &#x3C;fast>, then fell.</p><p><a href="${pageUrl}">The chart and its values are on the page</a></p><p>After.</p>`,
  );
});

test('of a long table the first rows stay, and a link tells how many there are', () => {
  const head = '<thead><tr><th>n</th></tr></thead>';
  const shown = readable(`<table>${head}<tbody>${rows(75)}</tbody></table><p>After.</p>`);
  expect(shown.split('<tr>')).toHaveLength(mostRows + 1);
  expect(shown).toMatch(
    /<td>29<\/td><\/tr><\/tbody><\/table><p><a href="[^"]+">All 75 rows are on the page<\/a><\/p><p>After\.<\/p>$/,
  );
});

test('a table that fits, a picture and whatever else stay as they are', () => {
  for (const html of [
    `<table><tbody>${rows(mostRows)}</tbody></table>`,
    '<figure class="figure"><img src="a.png" alt="A"><figcaption>A</figcaption></figure>',
    '<p>&#x3C;table></p>',
  ])
    expect(readable(html)).toBe(html);
});
