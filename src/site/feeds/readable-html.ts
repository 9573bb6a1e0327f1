/** Makes the HTML of a page short enough to be read in a feed reader: what is long there stands on the page. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Locale } from '../../shared/i18n/use-locale.ts';

/** Rows of a table, heads included: more cannot be followed in a column of text. */
export const mostRows = 31;

/**
 * `html` as our own serialiser writes it. A chart is its caption, its sentence and a link to the page, in the place of a
 * legend and every value; of a long table stay the first rows, and a link to all of them.
 */
export function readableHtml(html: string, { locale, pageUrl }: { locale: Locale; pageUrl: string }): string {
  const { feeds } = locale.words;
  const link = (words: string) => toHtml(h('p', h('a', { href: pageUrl }, words)));
  const withoutCharts = replaceEach(html, '<figure class="chart">', '</figure>', (chart) => {
    const textOf = (name: string) => new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(chart)?.[1] ?? '';
    return `<p><strong>${textOf('figcaption')}</strong></p><p>${textOf('desc')}</p>${link(feeds.chartOnPage)}`;
  });
  return replaceEach(withoutCharts, '<table', '</table>', (table) => {
    const rows = table.split(/(?=<tr\b)/);
    const count = rows.length - 1;
    if (count <= mostRows) return table;
    const end = table.includes('<tbody') ? '</tbody></table>' : '</table>';
    const told = locale.format.number(table.includes('<thead') ? count - 1 : count);
    return `${rows.slice(0, mostRows + 1).join('')}${end}${link(feeds.rowsOnPage(told))}`;
  });
}

/** Each part from `open` to the next `close`; one that is not closed stays. */
function replaceEach(html: string, open: string, close: string, replace: (part: string) => string): string {
  let [done, at] = ['', 0];
  for (;;) {
    const start = html.indexOf(open, at);
    const end = start < 0 ? -1 : html.indexOf(close, start);
    if (end < 0) return done + html.slice(at);
    done += html.slice(at, start) + replace(html.slice(start, end + close.length));
    at = end + close.length;
  }
}
