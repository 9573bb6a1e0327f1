/** Alerts as GitHub writes them. */
import { expect, test } from 'vitest';
import { postmortem, publish, storyOf } from '../../support/publish.ts';

const aside = (kind: string, label: string, html: string) =>
  `<aside class="${kind}" role="note"><p class="aside-label">${label}</p>${html}</aside>`;

test.each([
  ['> [!NOTE]\n> Take care.', aside('note', 'Note', '<p>Take care.</p>')],
  ['> [!tip]\n> Take **care**.', aside('note', 'Note', '<p>Take <strong>care</strong>.</p>')],
  ['> [!IMPORTANT]\n>\n> One.\n>\n> Two.', aside('note', 'Note', '<p>One.</p><p>Two.</p>')],
  ['> [!WARNING]  \n> Take care.', aside('warning', 'Warning', '<p>Take care.</p>')],
  ['>[!CAUTION]\nTake care.', aside('warning', 'Warning', '<p>Take care.</p>')],
  ['> [!NOTE]\n> - One', aside('note', 'Note', '<ul><li>One</li></ul>')],
])('%j is an aside', async (story, html) => {
  const published = await publish(postmortem(story));
  expect(published.problems).toEqual([]);
  expect(storyOf(published)?.replaceAll('\n', '')).toBe(html);
});

test.each([
  '> [!NOTE]',
  '> [!NOTE] Take care.',
  '> [!OTHER]\n> Take care.',
  '[!NOTE]\nTake care.',
  '> Well. [!NOTE]\n> Care.',
])('%j stays what it is', async (story) => {
  expect(storyOf(await publish(postmortem(story)))).not.toContain('<aside');
});

test('what is internal within an alert is removed, and an alert of nothing else with it', async () => {
  const published = await publish(
    postmortem(
      'Well.\n\n> [!NOTE]\n> Take care.<Internal>CANARY-in</Internal>\n\n> [!WARNING]\n> <Internal>CANARY-all</Internal>',
    ),
  );
  expect(JSON.stringify(published)).toContain('Take care.');
  const html = storyOf(published) ?? '';
  expect(html).not.toContain('CANARY');
  expect(html.match(/<aside/g)).toHaveLength(1);
});

test('private text in an alert is found at its place', async () => {
  const { problems } = await publish(postmortem('Well.\n\n> [!NOTE]\n> Ask wiki.corp.example.net now.'));
  const begin = postmortem('').split('\n').length - 2;
  expect(problems.map(({ code, location }) => [code, location.line, location.column])).toEqual([
    ['redaction/private-text', begin + 4, 7],
  ]);
});
