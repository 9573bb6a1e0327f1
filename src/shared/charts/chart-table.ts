/** Every value that a chart shows, as a table to open; it says when rows of the file were left out. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Series } from './read-series.ts';

export interface TableWords {
  /** Above the table: `Data`. */
  data: string;
  /** `{shown}` and `{all}` stand for numbers of rows. */
  thinned: string;
}

export interface TableOptions {
  title: string;
  unit: string;
  /** BCP 47, for numbers. */
  language: string;
  words: TableWords;
}

export function drawTable({ columns, rows, thinnedFrom }: Series, options: TableOptions): Element {
  const { title, unit, language, words } = options;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const name = (column: string) => (unit ? `${column} (${unit})` : column);
  const head = h(
    'tr',
    h('th', { scope: 'col' }, 'UTC'),
    ...columns.map((text) => h('th', { scope: 'col' }, name(text))),
  );
  const body = rows.map(({ at, values }) =>
    h(
      'tr',
      h('th', { scope: 'row' }, h('time', { dateTime: at }, at.slice(0, 19).replace('T', ' '))),
      ...values.map((value) => h('td', value === undefined ? '–' : number.format(value))),
    ),
  );
  const thinned =
    thinnedFrom === undefined
      ? []
      : [
          h(
            'p',
            { className: ['chart-note'] },
            words.thinned.replace('{shown}', number.format(rows.length)).replace('{all}', number.format(thinnedFrom)),
          ),
        ];
  const table = h('table', h('thead', head), h('tbody', ...body));
  return h(
    'details',
    h('summary', `${words.data}: ${title}`),
    ...thinned,
    h('div', { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: title }, table),
  );
}
