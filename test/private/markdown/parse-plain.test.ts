/** The quick parser, held against the other one: the same tree to the last position, or none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../bench/random.ts';
import { mostCharacters, parsePlain } from '../../../src/private/markdown/parse-plain.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const other = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
const runs = fuzzRuns(12_000);
const seed = Number(process.env['CANDOR_FUZZ_SEED'] ?? Math.trunc(performance.timeOrigin) % 2 ** 31);

const words = ['foo', 'bar ', 'Qux', 'é', 'x1', '3 ', '日本 ', 'and ', 'the '];
/** Each test mixes a few of these; together they are all that Markdown has, and what it might have. */
const pieces: Record<string, readonly string[]> = {
  blanks: [' ', '  ', '\n', '\n\n', '\n\n', '   \n', '\n    ', '\n   '],
  emphasis: ['*', '**', '_', '__', '~~', '~', ' *', '* ', '** '],
  code: ['`', '``', '\n```sh\n', '\n```\n', '\n~~~\n', '\n```js one \n'],
  punctuation: [...'.,;()"\'-+=/%?!:#$^|@&', '…', '—', '...', '--', '::', '$$', '==', '+++', '@ab', '\\', '\\*', '\\n'],
  lists: ['\n- ', '\n* ', '\n1. ', '\n  - ', '\n- [ ] ', '\n- [x] a', '\n+ ', '\n2) ', '\n- - ', '\n-\n', '\n- > '],
  headings: ['\n# ', '\n## ', '\n###### ', '\n#', '\n---\n', '\n***\n', '\n===\n', '\n- - -\n'],
  quotes: ['\n> ', '\n>', '\n> > ', '\n> - ', '\n> # ', '\n> ```\n'],
  tables: ['\n| a | b |\n| - | -: |\n| c | d |\n', '|', '\n|', '\n|-|\n', '\n|a|\n|:-:|\n'],
  links: ['[a](b)', '[a b](https://x.example/y "t")', '![alt](x.png)', '](', ']', '[', '[x]', '(', ')', '![', '!'],
  references: ['\n[x]: /u\n', '[x][y]', '[x][]', '[^1]', '\n[^1]: note\n', '![^1]', '![x][y]'],
  entities: ['w&#119;w.', 'a&commat;b.example', '&amp;', '&', '&#42;', '&lt;', '&nbsp;', '&#x5f;'],
  addresses: ['https://a.example/b', 'www.a.example', 'a@b.example', 'http:', '<https://a.example>', '://'],
  signs: [
    ...'→€©、«°¼§‘’–ıß',
    '😀',
    '👍🏽',
    'e\u0301',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\t',
  ],
  internal: [
    '\n<Internal>\nfoo bar\n</Internal>\n',
    '\n\n<Internal>\n\nfoo\n\n- bar\n\n</Internal>\n\n',
    '\n<Internal>\n## foo\n</Internal>\n',
    '\n\n<Internal>\n*foo\n</Internal>\n\nbar*',
    '<Internal>',
    '</Internal>',
    '{/* foo */}',
    '<b>',
  ],
};

function mix(random: Random): string {
  const kinds = Object.keys(pieces);
  const chosen = Array.from({ length: random.between(1, 4) }, () => pieces[random.pick(kinds)] ?? []);
  const piece = () => (random.next() < 0.5 ? random.pick(words) : random.pick(random.pick(chosen)));
  return Array.from({ length: random.between(2, 22) }, piece).join('');
}

test('what the quick parser reads, the other reads alike, to the last position', () => {
  let read = 0;
  for (let run = 0; run < runs; run += 1) {
    const text = mix(createRandom(seed + run));
    const tree = parsePlain(text);
    if (!tree) continue;
    read += 1;
    expect(JSON.stringify(tree), `seed ${seed + run}: ${JSON.stringify(text)}`).toBe(JSON.stringify(other.parse(text)));
  }
  // Not by reading nothing.
  expect(read / runs).toBeGreaterThan(0.2);
});

test('stories of the demo are read alike', () => {
  const folder = join(import.meta.dirname, '../../../content/postmortems');
  for (const slug of readdirSync(folder)) {
    const text = readFileSync(join(folder, slug, 'index.mdx'), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    for (const part of [text, ...text.split(/\n{2,}/)]) {
      const tree = parsePlain(part);
      if (tree) expect(JSON.stringify(tree), part).toBe(JSON.stringify(other.parse(part)));
    }
  }
});

test('a long text is left to the parser that can be stopped', () => {
  expect(parsePlain('a '.repeat(mostCharacters / 2))).toBeDefined();
  expect(parsePlain(`${'a '.repeat(mostCharacters / 2)}b`)).toBeUndefined();
});

test.each([
  ['a mark of emphasis that crosses an internal part', '*a <Internal>b* c</Internal>'],
  ['an element on a line of its own', 'a\n\n<b>c</b>\n'],
  ['an internal part within a line', 'a <Internal>b</Internal>'],
  ['an internal part in a list', '- <Internal>\n  b\n  </Internal>'],
  ['an internal part that is not closed', '<Internal>\nb\n'],
  ['an internal part closed twice', '<Internal>\nb\n</Internal>\n</Internal>\n'],
  ['an internal part between what ends lines elsewhere', 'a\n\n\u2028<Internal>\u2028\n\nb\n\n</Internal>\n'],
  ['a character that ends lines elsewhere', 'a\u2029b'],
  ['a mark in another case', '<internal>\nb\n</internal>'],
  ['braces', 'a {b}'],
  ['a comment', 'a {/* b */}'],
  ['an address in running text', 'See https://a.example for more.'],
  ['a mail address', 'Write to a@b.example.'],
  ['a note', 'a[^1]\n\n[^1]: b'],
  ['a defined link', '[a]\n\n[a]: https://b.example'],
  ['thousands of lists on a line', `${'- '.repeat(30_000)}a`],
  ['thousands of quotes', `${'>'.repeat(30_000)}a`],
])('%s is left to the other parser', (_, text) => {
  expect(parsePlain(text)).toBeUndefined();
});
