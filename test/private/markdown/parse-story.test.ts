/** The parser of stories, held against its parts as they come: what it leaves out, they do not find either. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { parseStory } from '../../../src/private/markdown/parse-story.ts';

const parts = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const locationAt = () => ({ file: '' });
const pieces = [
  ...['www.', 'http', '://', 'https://a.example', 'a@b.example', '&#64;', '&commat;', 'mailto:', 'xmpp:', 'WWW.x.y'],
  ...['HTTP://X.Y', '*', '_', '`', ' ', '\n', 'a', '.', 'b', '[x](y)', '<br />', 'w&#119;w.', '@', 'h\\ttp://'],
  ...['www\\.a.b', '\n\n', '- ', '| a |\n| - |\n| @ |\n', '[^1]', '~~'],
];

test('addresses in running text are the same as without the shortcut', () => {
  let addresses = 0;
  for (let seed = 0; seed < 4000; seed += 1) {
    const random = createRandom(seed);
    const text = Array.from({ length: random.between(1, 12) }, () => random.pick(pieces)).join('');
    const wanted = JSON.stringify(parts.parse(text));
    if (wanted.includes('"link"')) addresses += 1;
    expect(JSON.stringify(parseStory(text, locationAt).tree), JSON.stringify(text)).toBe(wanted);
  }
  expect(addresses).toBeGreaterThan(500);
});
