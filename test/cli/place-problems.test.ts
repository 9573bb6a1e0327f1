import { expect, test } from 'vitest';
import { placeProblems } from '../../src/cli/place-problems.ts';
import { createProblem } from '../../src/shared/problem/problem.ts';

const file = 'content/postmortems/a&b/index.mdx';
const source = '---\ntitle: T\ntimeline:\n  - { at: unknown,\n      what: Row. }\nactions: []\n---\n\nOne.\n\nTwo.\n';
const page = [
  '<h1>T</h1>',
  `<p><span data-written="content/postmortems/other/index.mdx:4-5">Elsewhere.</span></p>`,
  `<p><span data-written="content/postmortems/a&amp;b/index.mdx:5-5">Row.</span></p>`,
  '<section aria-labelledby="actions"><h2 id="actions">Actions</h2></section>',
  '<p data-line="9">One.</p><p data-line="11">Two.</p>',
].join('\n');
const at = (line?: number, other = file) =>
  createProblem('story/not-mdx', { file: other, ...(line === undefined ? {} : { line }) }, { reason: 'R' });

/** What stands right behind the box. */
function behind(line: number): string | undefined {
  const { html } = placeProblems(page, [at(line)], { file, source });
  return /data-severity="error">.*<\/span><\/span>(?!<span>)(<.*)$/m.exec(html)?.[1];
}

test.each([
  [5, '<span data-written="content/postmortems/a&amp;b/index.mdx:5-5">'],
  [6, '<h2 id="actions">'],
  [10, '<p data-line="9">'],
  [11, '<p data-line="11">'],
])('a problem on line %i stands before what shows it', (line, expected) => {
  expect(behind(line)?.startsWith(expected)).toBe(true);
});

test('what has no place on the page is given back', () => {
  const all = [at(2), at(), at(4, 'content/postmortems/a&b/a.csv')];
  expect(placeProblems(page, all, { file, source })).toEqual({ html: page, rest: all });
});

test('a story that could not be read stands as its source with each problem under its line', () => {
  const { html } = placeProblems('<p>Before.</p><div data-source="9"></div>', [at(11)], { file, source });
  expect(html).toMatch(
    /<li id="line-9" value="9">One\.<\/li>.*<li id="line-11" value="11">Two\.<span class="candor-dev"/,
  );
  expect(html).not.toContain('title: T');
});
