/** Names of pictures with spaces in them, in every way that Markdown has. */
import { expect, test } from 'vitest';
import { publicSource } from '../../../src/private/markdown/public-source.ts';
import { people, postmortem, publish } from '../../support/publish.ts';
import { anyPng } from '../../support/site.ts';

const attachments = { 'my picture.png': await anyPng() };

test.each([
  '![x](<./my picture.png>)',
  '![x](<my picture.png>)',
  '![x](<my picture.png> "A title")',
  "![x]( <my picture.png>\n'A title' )",
  '![x](<my%20picture.png>)',
  '![x](my%20picture.png)',
  '![x][a]\n\n[a]: <my picture.png>',
  '![x][a]\n\n[a]: <./my picture.png> "A title"',
  'Words ![x](<my picture.png>) and <Internal>more ![y](<my picture.png>)</Internal> words.',
  '<Figure src="my picture.png" alt="x" />',
])('%j is shown', async (body) => {
  const { problems, images, postmortem: published } = await publish(postmortem(body), { attachments });
  expect(problems).toEqual([]);
  expect(images).toHaveLength(1);
  expect(JSON.stringify(published)).toMatch(/images\/[\w-]+\.webp/);
  expect(JSON.stringify(published)).not.toContain('my picture');
});

test.each([
  ['![a <Internal>CANARY</Internal>](<my picture.png>)', 'redaction/unaccounted'],
  ['![a](<my picture.png> "<Internal>CANARY</Internal>")', 'redaction/unaccounted'],
  ['![a](<Internal>)', 'redaction/unaccounted'],
  ['![a](<my picture.png> "<b>")', 'story/not-here'],
  ['![a](<my picture.png> (a {b}))', 'story/not-here'],
  ['![a ](<b>](<my picture.png>)', 'story/not-mdx'],
  ['[a](<my picture.png>)', 'story/bad-address'],
  ['[a][b]\n\n[b]: <my page>', 'story/bad-address'],
  ['![a][b]\n\n[b]: <//elsewhere.example/my picture.png>', 'story/bad-address'],
])('%j is refused', async (body, code) => {
  const { problems } = await publish(postmortem(body), { attachments });
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(JSON.stringify(problems)).not.toContain('CANARY');
});

test('a public copy names it anew', () => {
  const renamed = new Map([['my picture.png', 'picture-1.png']]);
  expect(publicSource('![x](<./my picture.png>)\n\n![y][a]\n\n[a]: <my picture.png>\n', { people, renamed })).toBe(
    '![x](<./picture-1.png>)\n\n![y][a]\n\n[a]: <picture-1.png>\n',
  );
});
