import { expect, test } from 'vitest';
import { postmortem, publish, storyOf } from '../../support/publish.ts';

test.each([
  ['in a sentence', 'Then @mchen came.', '<p>Then the on-call database engineer came.</p>'],
  ['at the begin of a paragraph', '@mchen came.', '<p>The on-call database engineer came.</p>'],
  ['at the begin of a sentence', 'It broke. @mchen came.', '<p>It broke. The on-call database engineer came.</p>'],
  ['at the begin of a list item', '- @mchen came.', '<ul>\n<li>The on-call database engineer came.</li>\n</ul>'],
  ['in emphasis within a sentence', 'Then *@mchen* came.', '<p>Then <em>the on-call database engineer</em> came.</p>'],
  ['beside another', '@mchen and @rpatel.', '<p>The on-call database engineer and the incident commander.</p>'],
  ['written with a capital', 'Then @MChen came.', '<p>Then the on-call database engineer came.</p>'],
])('a mention %s becomes the role', async (_, source, html) => {
  const published = await publish(postmortem(source));
  expect(published.problems).toEqual([]);
  expect(storyOf(published)).toBe(html);
});

test('a mention in the internal edition shows name and role', async () => {
  const published = await publish(postmortem('Then @mchen came.'), { context: { edition: 'internal' } });
  expect(storyOf(published)).toBe('<p>Then Mei Chen (the on-call database engineer) came.</p>');
});

test('a package name in code is no mention', async () => {
  const published = await publish(postmortem('We use `@astrojs/mdx`.'));
  expect(published.problems).toEqual([]);
});
