import { expect, test } from 'vitest';
import { publishPage } from '../../../src/private/publish/publish-page.ts';
import { createProblem } from '../../../src/shared/problem/problem.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import {
  bytesOf,
  contextWith,
  frontmatter,
  placesOf,
  policy,
  postmortem,
  publish,
  storyOf,
} from '../../support/publish.ts';

const table: [name: string, text: string | Uint8Array, expected: string[]][] = [
  ['an empty file', '', ['-:- file/empty']],
  ['white space alone', ' \n\n', ['-:- file/empty']],
  ['bytes that are no text', Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]), ['-:- file/not-text']],
  ['a NUL character', 'a\0b', ['-:- file/not-text']],
  ['no frontmatter', 'Just text.', ['1:1 yaml/no-frontmatter']],
  ['TOML frontmatter', '+++\nid = 1\n+++\nText', ['1:1 yaml/no-frontmatter']],
  ['frontmatter without an end', '---\nid: x\n', ['1:1 yaml/unclosed-frontmatter']],
  ['malformed YAML', '---\ntitle: "x\n---\nText', ['2:8 yaml/malformed']],
  ['a key given twice', `---\n${frontmatter()}\nid: other\n---\nText`, ['15:1 yaml/duplicate-key']],
  ['an alias', postmortem('x', { tags: '[&a b, *a]' }), ['15:11 yaml/not-allowed', '15:14 yaml/not-allowed']],
  ['a tag', postmortem('x', { title: '!!str x' }), ['3:14 yaml/not-allowed']],
  ['a prototype key', postmortem('x', { internal: '{ __proto__: { x: 1 } }' }), ['15:13 yaml/not-allowed']],
  ['an unknown key', postmortem('x', { titel: 'y' }), ['15:1 schema/unknown-key']],
  ['a missing field', postmortem('x', { summary: undefined }), ['2:1 schema/missing']],
  ['an impossible date', postmortem('x', { publishedAt: '2026-02-30T10:00Z' }), ['6:14 schema/wrong-value']],
  ['a time without offset', postmortem('x', { publishedAt: '2026-02-20T10:00' }), ['6:14 schema/wrong-value']],
  [
    'resolved before started',
    postmortem('x', {
      times: '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, resolved: 2026-03-14T08:40Z }',
    }),
    ['8:80 times/out-of-order', '8:80 times/out-of-order'],
  ],
  [
    'a window outside the incident',
    postmortem('x', {
      impact:
        '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:00Z, to: 2026-03-14T10:00Z, level: down }] }] }',
    }),
    ['10:104 times/outside-incident'],
  ],
  [
    'an unknown service',
    postmortem('x', {
      impact: '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: chekout, windows: [] }] }',
    }),
    ['10:76 record/unknown-service'],
  ],
  ['an unknown severity', postmortem('x', { severity: 'sev9' }), ['7:11 record/unknown-severity']],
  ['an unknown person', postmortem('Then @nobody came.'), ['16:6 record/unknown-person']],
  [
    'an unknown handle among responders',
    postmortem('x', { responders: '[{ team: T, people: [mchan, Visitor from Acme] }]' }),
    ['11:34 record/unknown-person'],
  ],
  [
    'a final postmortem without a timeline',
    postmortem('x', { timeline: undefined }),
    ['5:8 record/required-when-final'],
  ],
  [
    'a done action without a day',
    postmortem('x', {
      actions: '[{ id: A1, what: Do, kind: fix, owner: T, due: 2026-05-01, doneWhen: It works., state: done }]',
    }),
    ['15:17 record/action-state'],
  ],
  ['import', postmortem('import x from "y"'), ['16:1 story/code']],
  ['export', postmortem('export const x = 1'), ['16:1 story/code']],
  ['an expression', postmortem('Hello {1 + 1}.'), ['16:7 story/code']],
  ['a spread attribute', postmortem('<Note {...x}>\na\n</Note>'), ['16:1 story/code']],
  ['an attribute in braces', postmortem('<Figure src={x} alt="a" />'), ['16:1 story/code']],
  ['an unknown component', postmortem('<Notes>\na\n</Notes>'), ['16:1 story/unknown-component']],
  ['a forbidden element', postmortem('<script>alert(1)</script>'), ['16:1 story/unknown-component']],
  ['an unknown attribute', postmortem('<Note class="x">\na\n</Note>'), ['16:1 story/unknown-attribute']],
  ['an event handler', postmortem('<kbd onclick="x">a</kbd>'), ['16:1 story/unknown-attribute']],
  ['a script address', postmortem('[a](javascript:alert(1))'), ['16:1 story/bad-address']],
  ['a hidden script address', postmortem('[a](&#106;avascript&colon;alert)'), ['16:1 story/bad-address']],
  ['a data address', postmortem('[a](data:text/html,x)'), ['16:1 story/bad-address']],
  ['an address of another host without a scheme', postmortem('[a](//evil.example/x)'), ['16:1 story/bad-address']],
  ['an unclosed element', postmortem('<Internal>\n\ntext'), ['16:1 story/not-mdx']],
  ['a crossing element', postmortem('*a <Internal>b* c</Internal>'), ['16:4 story/not-mdx']],
  ['a part inside a list', postmortem('- <Timeline />'), ['16:3 story/not-here']],
  ['an image outside the folder', postmortem('![a](../other/x.png)'), ['16:1 file/not-found']],
  ['an image of the web', postmortem('![a](https://example.org/x.png)'), ['16:1 image/remote']],
  ['an image without text', postmortem('![](x.png)'), ['16:1 image/no-alt']],
  ['a broken image', postmortem('![a](broken.png)'), ['16:1 image/unreadable']],
  ['a control character', postmortem('a\u0007b'), ['16:2 story/bad-character']],
  ['a character that turns the direction', postmortem('a\u202eb'), ['16:2 story/bad-character']],
  ['quotes nested a thousand times', postmortem(`${'> '.repeat(300)}a`), ['1:1 story/too-deep']],
];

test.each(table)('%s is refused at its place', async (_, text, expected) => {
  const published = await publish(text, { attachments: { 'broken.png': 'no image' } });
  expect(placesOf(published)).toEqual(expected);
  expect(published.postmortem).toBeUndefined();
});

test('problems of frontmatter and story are reported together', async () => {
  const published = await publish(postmortem('{x}\n\n<Foo />', { titel: 'y', severity: '7' }));
  expect(placesOf(published).sort()).toEqual([
    '15:1 schema/unknown-key',
    '17:1 story/code',
    '19:1 story/unknown-component',
    '7:11 record/unknown-severity',
  ]);
});

test('line ends of Windows and a byte order mark change nothing', async () => {
  const plain = await publish(postmortem('A *story*.\n\n- one\n- two'));
  const windows = await publish(`\uFEFF${postmortem('A *story*.\n\n- one\n- two').replaceAll('\n', '\r\n')}`);
  expect(windows.problems).toEqual([]);
  expect(bytesOf(windows)).toBe(bytesOf(plain));
});

test.each([
  ['quotes', `'He said "no"'`, 'He said "no"'],
  ['markup', `'<script>alert(1)</script> & more'`, '<script>alert(1)</script> & more'],
  ['emoji', '🔥 Fire 👩‍🚒', '🔥 Fire 👩‍🚒'],
  ['right-to-left text', 'انقطاع الخدمة', 'انقطاع الخدمة'],
])('a title with %s stays as it was written', async (_, written, title) => {
  const published = await publish(postmortem('x', { title: written }));
  expect(published.problems).toEqual([]);
  expect(published.postmortem?.title).toBe(title);
});

test('the story is rendered, with what surrounds it left out', async () => {
  const published = await publish(
    postmortem('## What *happened*\n\nIt `broke`[^1].\n\n[^1]: Twice.\n\n<Timeline />\n\n```js meta\nlet a = 1;\n```'),
  );
  expect(published.problems).toEqual([]);
  expect(storyOf(published)).toContain('<h2 id="what-happened">What <em>happened</em></h2>');
  expect(storyOf(published)).toContain('\n[timeline]\n');
  expect(storyOf(published)).toContain('<span class="hljs-keyword">let</span>');
  expect(storyOf(published)).not.toMatch(/style=|meta/);
});

test('of a page whose frontmatter is no YAML, what is wrong with its text is told all the same', async () => {
  const source = {
    slug: 'about',
    file: 'content/pages/about.mdx',
    text: '---\ntitle: [a\n---\n\n<Unknown />\n',
    translations: [],
    attachment: async () => ({ problem: createProblem('file/not-found', { file: 'x' }, { path: 'x' }) }),
  };
  const { problems } = await publishPage(source, contextWith(), createFinder(policy));
  const codes = problems.map(({ code }) => code.split('/')[0]);
  expect(codes).toContain('yaml');
  expect(problems.map(({ code, location }) => `${location.line} ${code}`)).toContain('5 story/unknown-component');
});
