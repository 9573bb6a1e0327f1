/** The source of a story without what is internal. */
import { describe, expect, test } from 'vitest';
import { publicSource } from '../../../src/private/markdown/public-source.ts';
import { people } from '../../support/publish.ts';

const write = (source: string, renamed: [string, string][] = []) =>
  publicSource(source, { people, renamed: new Map(renamed) });

describe('what is internal is gone', () => {
  test.each<[string, string, string]>([
    ['a block', 'One.\n\n<Internal>\nCANARY\n</Internal>\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['a phrase', 'One <Internal>CANARY </Internal>two.', 'One two.'],
    ['a comment', 'One.\n\n{/* CANARY */}\n\nTwo {/* CANARY */}words.\n', 'One.\n\nTwo words.\n'],
    ['a list item', '- One\n- <Internal>CANARY</Internal>\n- Two\n', '- One\n- Two\n'],
    ['a block in a quote', '> One.\n>\n> <Internal>\n> CANARY\n> </Internal>\n>\n> Two.\n', '> One.\n>\n> Two.\n'],
    ['a footnote that only internal text mentions', 'One<Internal>[^a]</Internal>.\n\n[^a]: CANARY\n', 'One.\n\n'],
    [
      'a definition that only internal text uses',
      'One<Internal>[CANARY][a]</Internal>.\n\n[a]: https://example.org/CANARY\n',
      'One.\n\n',
    ],
  ])('%s', (_, source, expected) => {
    expect(write(source)).toBe(expected);
  });

  test('redacted words leave their mark and reason', () => {
    expect(write('The <Redacted because="security">CANARY</Redacted> port.')).toBe(
      'The <Redacted because="security">…</Redacted> port.',
    );
    const block = write('<Redacted because="legal">\nCANARY\n\nCANARY\n</Redacted>\n');
    expect(block).toContain('<Redacted because="legal">');
    expect(block).not.toContain('CANARY');
  });
});

test('where removal would change what is public, an empty comment stands', () => {
  const source = '1<Internal>CANARY</Internal>. One\n\nTwo words<Internal>CANARY</Internal>.\n';
  expect(write(source)).toBe('1{/**/}. One\n\nTwo words.\n');
});

describe('mentions', () => {
  test.each<[string, string]>([
    ['@mchen saw it; @rpatel led.', 'The on-call database engineer saw it; the incident commander led.'],
    ['`@mchen` and a@mchen.example', '`@mchen` and a@mchen.example'],
    ['*@MChen* &amp; @rpatel', '*The on-call database engineer* &amp; the incident commander'],
  ])('%s', (source, expected) => {
    expect(write(source)).toBe(expected);
  });
});

test('pictures and tables have their new names, and nothing else has', () => {
  const source = [
    '![a.jpg shown](./a.jpg "a.jpg in a title")',
    '<Figure src="a.jpg" alt="a.jpg" />',
    '<Chart data="a.csv" x="t" y="a.csv" title="a.csv" alt="a.csv" />',
    '![b][b] and a.jpg',
    '[b]: <./my a.jpg>\n',
  ].join('\n\n');
  const renamed: [string, string][] = [
    ['a.jpg', 'picture-1.png'],
    ['a.csv', 'table-2.csv'],
    ['my a.jpg', 'picture-3.png'],
  ];
  expect(write(source, renamed)).toBe(
    [
      '![a.jpg shown](./picture-1.png "a.jpg in a title")',
      '<Figure src="picture-1.png" alt="a.jpg" />',
      '<Chart data="table-2.csv" x="t" y="a.csv" title="a.csv" alt="a.csv" />',
      '![b][b] and a.jpg',
      '[b]: <./picture-3.png>\n',
    ].join('\n\n'),
  );
});

test('of a code block the language stays and the words behind it go', () => {
  expect(write('```ts CANARY\ncode\n```\n')).toBe('```ts\ncode\n```\n');
});
