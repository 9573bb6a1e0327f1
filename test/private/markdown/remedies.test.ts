/** What is no MDX is answered with what its author meant. */
import { expect, test } from 'vitest';
import { postmortem, publish } from '../../support/publish.ts';

test.each([
  ['Text <!-- a comment --> here.', 6, /comments as `\{\/\*/],
  ['<!-- TODO -->', 1, /comments as `\{\/\*/],
  ['See <https://example.org/a>.', 5, /without `<` and `>`/],
  ['Ask <help@example.org>.', 5, /without `<` and `>`/],
  ['One<br>two', 4, /<br \/>/],
  ['One\n\n<hr>\n\ntwo', 1, /`---`/],
  ['<img src="a.png">', 1, /!\[What it shows\]/],
  ['export of the data failed.', 8, /another word/],
  ['import of the data failed.', 11, /another word/],
  ['{% include x %}', 2, /`\\\{`/],
  ['One <6 and two.', 6, /`\\<`/],
  ['<Note>x', 1, /Close what was opened/],
])('%s', async (story, column, remedy) => {
  const { problems } = await publish(postmortem(story));
  const found = problems.filter(({ code }) => code === 'story/not-mdx');
  expect(found.map(({ location }) => location.column)).toEqual([column]);
  expect(found[0]?.remedy).toMatch(remedy);
});

test('all of them are told at once, and what else is wrong with the rest', async () => {
  const story =
    'export of data.\n\nSee <https://a.example/>. One<br>two.\n\n<!-- a\n b -->\n\nimport of <hr> data.\n\n<script>a</script>';
  const { problems } = await publish(postmortem(story));
  const first = Math.min(...problems.map(({ location }) => location.line ?? 0));
  const told = problems
    .map(({ code, location }): [string, number] => [code, (location.line ?? 0) - first + 1])
    .sort(([, a], [, b]) => a - b);
  expect(told).toEqual([
    ['story/not-mdx', 1],
    ['story/not-mdx', 3],
    ['story/not-mdx', 3],
    ['story/not-mdx', 5],
    ['story/not-mdx', 8],
    ['story/not-mdx', 8],
    [expect.stringMatching(/^story\//), 10],
  ]);
});

test('a thousand of them end in few problems', async () => {
  const { problems } = await publish(postmortem('One<br>two. '.repeat(1000)));
  expect(problems.length).toBeGreaterThan(1);
  expect(problems.length).toBeLessThanOrEqual(20);
});

test('a remedy quotes nothing of the text', async () => {
  const { problems } = await publish(postmortem('<Internal>See <https://CANARY.corp.example/x>.</Internal>'));
  expect(JSON.stringify(problems)).not.toContain('CANARY');
});
