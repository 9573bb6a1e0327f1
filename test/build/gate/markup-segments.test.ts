/** How the gate takes markup apart, held against one expression for the same. */
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { type MarkupSegment, markupSegments } from '../../../src/build/gate/markup-segments.ts';

/** Comment, marked section, script or style, tag, text. */
const pieces =
  /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<(script|style)\b([^>]*)>([\s\S]*?)(?:<\/\3\s*>|$)|<([/!?]?)([A-Za-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|([^<]+|<)/g;
const inline = /^(?:a|b|em|span|s|.*-.*)$/i;

function expected(source: string): MarkupSegment[] {
  const segments: MarkupSegment[] = [];
  const seen = new Set<string>();
  let run = '';
  const close = () => {
    if (run.trim() !== '') segments.push(run);
    run = '';
  };
  for (const [whole, comment, section, script, attributes, code, , name, text] of source.matchAll(pieces)) {
    if (text !== undefined) run += text;
    else if (comment !== undefined || section !== undefined) segments.push(comment ?? section ?? '');
    else if (code !== undefined) segments.push(code, { tag: `<${script}${attributes}>` });
    else if (name !== undefined) {
      const isBare = /^<\/?[\w:-]+>$/.test(whole);
      if (!isBare || !seen.has(name)) segments.push({ tag: whole });
      seen.add(name);
      if (/^br$/i.test(name)) run += ' ';
      else if (!inline.test(name)) close();
    }
  }
  close();
  return segments;
}

const parts = [
  ...['<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<script', '<script>', '</script>', '<style>', '</style >'],
  ...['<p>', '<b>', '</b>', '<br/>', '<BR>', '<a href="x>y">', '<!doctype html>', '<?xml ?>', '<x-y>', '<s>', '</P>'],
  ...["<a:b c='d>\"'>", '<span title="a b">', '<svg:x', '<sc', '<Script>', 'x="y"', "'", '"', '=', '-', '/', '_'],
  ...['a', 'é', ' ', '\n', '1'],
];

test('whatever the markup, it is taken apart as the expression does it', () => {
  for (let seed = 0; seed < 20_000; seed += 1) {
    const random = createRandom(seed);
    const source = Array.from({ length: random.between(0, 14) }, () => random.pick(parts)).join('');
    expect(markupSegments(source), source).toEqual(expected(source));
  }
});

test.each([
  ['tags that nothing ends', '<a'.repeat(500_000)],
  ['tags that end within a quote', `${'<a'.repeat(500_000)}">`],
  ['quotes of two kinds', `${`<a"<b'`.repeat(160_000)}>`],
  ['scripts that nothing ends', '<script '.repeat(130_000)],
  ['styles that nothing closes', '<style>'.repeat(140_000)],
  ['comments that nothing closes', '<!--'.repeat(250_000)],
])('the largest text that a story may have is taken apart, and nothing of it lost: %s', (_, source) => {
  const texts = markupSegments(source).map((segment) => (typeof segment === 'string' ? segment : segment.tag));
  expect(texts.join('').length).toBeGreaterThan(source.length - 20);
});
