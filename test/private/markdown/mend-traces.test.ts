/** Nothing tells where something was removed: on the page, and in the copy of the sources. */
import { expect, test } from 'vitest';
import { mendText } from '../../../src/private/markdown/mend-tree.ts';
import { publicSource } from '../../../src/private/markdown/public-source.ts';
import { countVisits } from '../../support/count-visits.ts';
import { bytesOf, postmortem, publish, storyOf } from '../../support/publish.ts';

const I = (text: string) => `<Internal>${text}</Internal>`;

const table: [name: string, source: string, html: string, copy?: string][] = [
  ['a space before a full stop', `We asked another ${I('CANARY')}.`, '<p>We asked another.</p>', 'We asked another.'],
  ['two spaces', `One ${I('CANARY')} two.`, '<p>One two.</p>', 'One two.'],
  ['empty quotes', `It said "${I('CANARY')}" twice.`, '<p>It said twice.</p>', 'It said twice.'],
  ['empty quotes of typography', `It said “${I('CANARY')}” twice.`, '<p>It said twice.</p>', 'It said twice.'],
  ['empty brackets', `A host (${I('CANARY')}) fell.`, '<p>A host fell.</p>', 'A host fell.'],
  ['brackets within quotes', `A "(${I('CANARY')})".`, '<p>A.</p>', 'A.'],
  ['a space behind a bracket', `A (${I('CANARY')} host) fell.`, '<p>A (host) fell.</p>', 'A (host) fell.'],
  ['a comma too many', `A, ${I('CANARY')}, b.`, '<p>A, b.</p>', 'A, b.'],
  ['a comma before a full stop', `A, ${I('CANARY')}.`, '<p>A.</p>', 'A.'],
  ['a full stop too many', `A. ${I('CANARY')}.`, '<p>A.</p>', 'A.'],
  ['the begin', `${I('CANARY')} There it was.`, '<p>There it was.</p>', 'There it was.'],
  ['a comma at the begin', `${I('CANARY')}, there it was.`, '<p>there it was.</p>', 'there it was.'],
  ['the end', `There it was ${I('CANARY')}`, '<p>There it was</p>', 'There it was'],
  ['several in a row', `One ${I('CANARY')} ${I('CANARY')} two ${I('CANARY')}.`, '<p>One two.</p>', 'One two.'],
  ['a comment', 'One {/* CANARY */} two {/* CANARY */}.', '<p>One two.</p>', 'One two.'],
  ['emphasis with nothing left', `One **${I('CANARY')}** two *${I('CANARY')}*.`, '<p>One two.</p>'],
  ['a space before emphasis', `One ${I('CANARY')} *two*.`, '<p>One <em>two</em>.</p>', 'One *two*.'],
  ['a French mark', `Un autre ${I('CANARY')} !`, '<p>Un autre !</p>', 'Un autre !'],
  ['words without spaces', `前${I('CANARY')}後。`, '<p>前後。</p>', '前後。'],
  ['quotes around other words', `A "b" ${I('CANARY')} "c".`, '<p>A "b" "c".</p>', 'A "b" "c".'],
  [
    'a row of a table',
    `| x | y |\n|--|--|\n| a | b |\n| ${I('CANARY')} | ${I('CANARY')} |\n| c | d |`,
    '<td>a</td><td>b</td></tr><tr><td>c</td>',
    '| x | y |\n|--|--|\n| a | b |\n| c | d |',
  ],
  [
    'a column of a table',
    `| x | ${I('CANARY')} |\n|--|--|\n| a | ${I('CANARY')} |`,
    '<th>x</th></tr></thead><tbody><tr><td>a</td></tr>',
  ],
  ['an item of a list', `1. a\n2. ${I('CANARY')}\n3. c`, '<li>a</li><li>c</li>', '1. a\n3. c'],
];

const squeeze = (text: string) => text.replace(/>\s+</g, '><');

test.each(table)('%s leaves no trace', async (_, source, html, copy) => {
  const published = await publish(postmortem(source));
  expect(published.problems).toEqual([]);
  expect(squeeze(storyOf(published))).toContain(html);
  expect(bytesOf(published)).not.toContain('CANARY');
  const exported = publicSource(source, { people: {}, renamed: new Map() });
  expect(exported).not.toMatch(/CANARY|\u0000/);
  if (copy !== undefined) expect(exported.trimEnd()).toBe(copy);
  expect(storyOf(await publish(postmortem(exported)))).toBe(storyOf(published));
});

test('fields are mended too, and a field of quotes alone is none', async () => {
  const published = await publish(
    postmortem('x', {
      summary: `Another ${I('CANARY')}.`,
      mitigations: `['"${I('CANARY')}"', 'Shown ${I('CANARY')}.']`,
    }),
  );
  expect(published.problems).toEqual([]);
  expect(published.postmortem?.summary.text).toBe('Another.');
  expect(published.postmortem?.mitigations.map(({ text }) => text)).toEqual(['Shown.']);
});

test('what an author wrote stays: an empty item, an empty row, empty quotes, two spaces', async () => {
  const source = `1. a\n2.\n3. c ${I('CANARY')}\n\n| x | y |\n|--|--|\n|  |  |\n| ${I('CANARY')} | b |\n\nAn empty "" string, and () too. ${I('CANARY')}`;
  const published = await publish(postmortem(source));
  expect(published.problems).toEqual([]);
  const html = squeeze(storyOf(published));
  expect(html).toContain('<li>a</li><li></li><li>c</li>');
  expect(html).toContain('<tr><td></td><td></td></tr><tr><td></td><td>b</td></tr>');
  expect(html).toContain('An empty "" string, and () too.');
  const exported = publicSource(source, { people: {}, renamed: new Map() });
  expect(storyOf(await publish(postmortem(exported)))).toBe(storyOf(published));
});

test('places behind a removal stay where they are', async () => {
  const published = await publish(postmortem(`One ${I('CANARY')} two Mei Chen.`));
  expect(published.problems.map(({ location }) => `${location.line}:${location.column}`)).toEqual(['16:37']);
});

test.each(['\0', '\0 ', '(\0)', '"\0"', '\0,', 'a\0', ' \0.', '\0['])(
  'many removals take time linear in their number: %j',
  async (unit) => {
    const mend = (count: number) => {
      const children = [...unit.repeat(count)].map((value) => ({ type: 'text' as const, value }));
      mendText({ type: 'paragraph', children });
    };
    mend(100);
    const [once, twice] = [await countVisits(() => mend(2_000)), await countVisits(() => mend(4_000))];
    expect(twice).toBeLessThanOrEqual(once * 2.6 + 500);
  },
);
