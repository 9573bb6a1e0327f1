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
  expect(found.map(({ place }) => place.column)).toEqual([column]);
  expect(found[0]?.remedy).toMatch(remedy);
});

test('a remedy quotes nothing of the text', async () => {
  const { problems } = await publish(postmortem('<Internal>See <https://CANARY.corp.example/x>.</Internal>'));
  expect(JSON.stringify(problems)).not.toContain('CANARY');
});
