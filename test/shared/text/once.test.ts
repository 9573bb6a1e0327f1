/** What is said in one place of the code, and asked there by all others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { escapePattern } from '../../../src/shared/text/escape-pattern.ts';
import { pictureEnding } from '../../../src/shared/text/picture-ending.ts';

const src = join(import.meta.dirname, '../../../src');
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ file: path.slice(src.length + 1), text: readFileSync(path, 'utf8') }));

test.each([
  ['endings of pictures', /webp\|gif\|avif/, ['shared/text/picture-ending.ts']],
  [
    'signs of regular expressions',
    /replace\(\/\[[^/]*\.[^/]*\*[^/]*\+[^/]*\]\/g, '\\\\\$&'/,
    ['shared/text/escape-pattern.ts'],
  ],
  // Those of Slack are three, and not HTML's.
  [
    'character references of HTML',
    /['"]&(?:amp|lt|gt|quot);['"]/,
    ['author/announcing/channels/slack.ts', 'author/importers/slack.ts'],
  ],
  ['what a mention is', /@\(\[a-z\]/, ['private/markdown/mentions.ts']],
])('%s stand once', (_name, form, files) => {
  expect(
    sources
      .filter(({ text }) => form.test(text))
      .map(({ file }) => file)
      .sort(),
  ).toEqual(files);
});

test.each(['a.b', '\\d', '(x|y)', '[z]{2}', '^$', 'a*?+', 'x/y-z', 'Ünïcode 🦊'])(
  '%s is matched letter for letter',
  (text) => {
    for (const flags of ['', 'u']) {
      expect(text).toMatch(new RegExp(`^${escapePattern(text)}$`, flags));
      expect(`${text}!`).not.toMatch(new RegExp(`^${escapePattern(text)}$`, flags));
    }
  },
);

test.each(['a.png', 'a.jpg', 'A.JPEG', 'b/c.svg', 'a b.webp'])('%s is the name of a picture', (name) => {
  expect(name).toMatch(pictureEnding);
});

test.each(['png', 'a.png.txt', 'a.jpgx', 'a.tiff', 'a.csv'])('%s is none', (name) => {
  expect(name).not.toMatch(pictureEnding);
});
