import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importPostmortems } from '../../../src/cli/import.ts';
import { createLimitedImport } from '../../../src/cli/limited-import.ts';
import { isAddressName } from '../../../src/shared/incident/address-name.ts';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';
import { peopleSchema, redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { candor, removeFolder, temporaryFolder } from '../../support/build.ts';

const folders: string[] = [];
afterAll(() => folders.map(removeFolder));

function setUp(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder();
  folders.push(folder);
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const into = join(folder, 'site');
  const run = async (list = paths, format = 'markdown') => {
    const lines: string[] = [];
    const status = await importPostmortems({ format, files: list, into, report: (line) => lines.push(line) });
    return { status, said: lines.join('\n') };
  };
  return { into, folder, run, read: (path: string) => readFileSync(join(into, path), 'utf8') };
}

test('an import into an empty folder leaves a complete site', async () => {
  const { run, read } = setUp({ 'one.md': '# One\n\nText.\n' });
  expect((await run()).status).toBe(0);
  expect(read('content/postmortems/one/index.mdx')).toContain('title: One');
  siteSchema.parse(parse(read('content/site.yaml')));
  peopleSchema.parse(parse(read('content/people.yaml')));
  redactionSchema.parse(parse(read('content/redaction.yaml')));
});

test('a second run changes nothing and says so', async () => {
  const { run, read } = setUp({ 'one.md': '# One\n\nText.\n' });
  await run();
  const before = read('content/postmortems/one/index.mdx');
  const { status, said } = await run();
  expect(status).toBe(0);
  expect(said).toMatch(/index\.mdx is there already, unchanged\.$/m);
  expect(said).toContain('0 written, 1 unchanged');
  expect(read('content/postmortems/one/index.mdx')).toBe(before);
});

test('a draft that its author has edited is left as it is', async () => {
  const { run, read, into } = setUp({ 'one.md': '# One\n\nText.\n' });
  await run();
  writeFileSync(join(into, 'content/postmortems/one/index.mdx'), 'edited');
  expect((await run()).said).toContain('was left as it is');
  expect(read('content/postmortems/one/index.mdx')).toBe('edited');
});

test('unreadable files are named, and the others are imported', async () => {
  const { run, read, folder } = setUp({
    'empty.md': '',
    'binary.md': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00),
    'nul.md': 'a\0b',
    'huge.md': 'a '.repeat(700_000),
    'good.md': '\ufeff# Good\r\n\r\nText.\r\n',
  });
  const names = ['empty.md', 'binary.md', 'nul.md', 'huge.md', 'missing.md', 'good.md', 'none'];
  mkdirSync(join(folder, 'none'));
  const { status, said } = await run(names.map((name) => join(folder, name)));
  expect(status).toBe(1);
  expect(said.match(/error (?:file|import)\/[a-z-]+/g)).toEqual([
    'error file/empty',
    'error file/not-text',
    'error file/not-text',
    'error file/too-large',
    'error file/not-found',
    'error import/empty-folder',
  ]);
  expect(read('content/postmortems/good/index.mdx')).toContain('title: Good');
});

test('two files with one slug get one each, and keep it', async () => {
  const { run, read } = setUp({ 'One.md': '# First\n', 'one-.md': '# Second\n', 'ONE.md': '# Third\n' });
  const { status } = await run();
  expect(status).toBe(0);
  for (const [slug, title] of [
    ['one', 'First'],
    ['one-2', 'Second'],
    ['one-3', 'Third'],
  ])
    expect(read(`content/postmortems/${slug}/index.mdx`)).toMatch(new RegExp(`^id: ${slug}\ntitle: ${title}$`, 'm'));
  const { said } = await run();
  expect(said.match(/index\.mdx is there already, unchanged\./g)).toHaveLength(3);
});

test('two incidents of one day and title get a slug each, also where they come one after the other', async () => {
  const issue = (number: number, hour: string) => ({
    number,
    title: '🛑 Shop is down',
    created_at: `2026-02-03T${hour}:00:00Z`,
    closed_at: `2026-02-03T${hour}:30:00Z`,
    body: 'HTTP code: 503',
  });
  const { run, read, folder } = setUp({
    'both.json': JSON.stringify([issue(41, '04'), issue(42, '20')]),
    'third.json': JSON.stringify([issue(43, '21')]),
  });
  const from = (name: string) => run([join(folder, name)], 'github');
  expect((await from('both.json')).status).toBe(0);
  expect((await from('third.json')).status).toBe(0);
  for (const [end, id] of [
    ['', 41],
    ['-2', 42],
    ['-3', 43],
  ])
    expect(read(`content/postmortems/2026-02-03-shop-is-down${end}/index.mdx`)).toContain(`id: GH-${id}\n`);
  expect((await from('both.json')).said.match(/already, unchanged/g)).toHaveLength(2);
});

test('names that no address can hold become such as check takes', async () => {
  const { run, into } = setUp({
    'CON.md': '# Con\n',
    'aux.md': '# Aux\n',
    '障害報告.md': '# 決済の障害\n',
    'عطل.md': '# عطل في الدفع\n',
    [`${'long '.repeat(30)}.md`]: '# Long\n',
    [`${'long '.repeat(29)}long.md`]: '# Long, too\n',
  });
  expect((await run()).status).toBe(0);
  const slugs = readdirSync(join(into, 'content/postmortems'));
  expect(slugs).toHaveLength(6);
  expect(slugs.filter((slug) => !isAddressName(slug))).toEqual([]);
  const { error } = await candor('check', '--site', into);
  expect(error).not.toMatch(/record\/(?:bad-slug|duplicate)/);
});

test.each([
  ['quotes', '>'.repeat(20_000)],
  ['quotes on lines that grow', Array.from({ length: 1000 }, (_, index) => '>'.repeat(index)).join('\n')],
  ['lists', '- '.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
])(
  'a document of %s without end is a problem or a draft, and the next one is imported',
  { timeout: 120_000 },
  async (_, text) => {
    const { run, read } = setUp({ 'deep.md': `CANARY ${text}`, 'deeper.md': text, 'next.md': '# Next\n' });
    const { status, said } = await run();
    expect(said).not.toMatch(/CANARY|\n\s+at /);
    if (status === 1) expect(said).toMatch(/deep(?:er)?\.md error story\/too-(?:deep|slow)/);
    expect(read('content/postmortems/next/index.mdx')).toContain('title: Next');
  },
);

test('twenty thousand quotes within each other are told as too deep', { timeout: 120_000 }, async () => {
  const { run } = setUp({ 'deep.md': '>'.repeat(20_000) });
  const { status, said } = await run();
  expect([status, said]).toEqual([1, expect.stringMatching(/deep\.md error story\/too-deep/)]);
});

test('a document that keeps a parser busy is given up, and the next one is imported', { timeout: 60_000 }, async () => {
  // Enough for a child to begin on a busy machine.
  const limited = createLimitedImport(8);
  const taskOf = (text: string) => ({
    format: 'markdown',
    source: { fileName: 'a.md', text },
    options: { severity: 'sev1' },
  });
  expect(await limited.run(taskOf('*a_ '.repeat(8000)), 'a.md')).toMatchObject({ problem: { code: 'story/too-slow' } });
  expect(await limited.run(taskOf('# A'), 'a.md')).toMatchObject({ found: [{ slug: 'a' }] });
  limited.close();
});

test('a dry run says what would be made, and makes nothing', async () => {
  const { folder, into } = setUp({ 'one.md': '# One\n\nText.\n' });
  const dry = await candor('import', 'document', join(folder, 'one.md'), '--into', into, '--dry-run');
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('would write content/postmortems/one/index.mdx') });
  expect(existsSync(into)).toBe(false);
});

test('files that are no postmortem are named and left out; an index that is one takes the name of its folder', async () => {
  const { run, folder, into } = setUp({
    'README.md': '# All\n',
    'template.md': '# T\n',
    'incident-template.md': '# T\n',
    LICENSE: 'MIT',
    'index.md': '# List\n',
    '2026-04-07-template-rendering.md': '# Templates broke\n',
  });
  mkdirSync(join(folder, '2026-04-08-kiln'));
  writeFileSync(
    join(folder, '2026-04-08-kiln/index.md'),
    '# Kiln\n\n## Summary\n\nCold.\n\n## Timeline\n\n- 10:45 UTC Cold\n',
  );
  const names = [
    'README.md',
    'template.md',
    'incident-template.md',
    'LICENSE',
    'index.md',
    '2026-04-07-template-rendering.md',
  ];
  const { status, said } = await run([...names, '2026-04-08-kiln/index.md'].map((name) => join(folder, name)));
  expect(status).toBe(0);
  expect(said.match(/left out, it is .*/g)).toEqual([
    'left out, it is a README.',
    'left out, it is a template.',
    'left out, it is a template.',
    'left out, it is a licence.',
    'left out, it is an index.',
  ]);
  expect(readdirSync(join(into, 'content/postmortems'))).toEqual(['2026-04-07-template-rendering', '2026-04-08-kiln']);
});

test('two documents of one name and title in different folders are two postmortems, also one after the other', async () => {
  const { run, folder, into } = setUp({});
  const paths = ['a', 'b', 'c'].map((name) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'postmortem.md'), `# Postmortem\n\nOf ${name}.\n`);
    return join(folder, name, 'postmortem.md');
  });
  await run(paths.slice(0, 2));
  await run(paths.slice(2));
  const texts = () =>
    readdirSync(join(into, 'content/postmortems')).map((slug) =>
      readFileSync(join(into, 'content/postmortems', slug, 'index.mdx'), 'utf8'),
    );
  const before = texts();
  expect(before.map((text) => /^id: (.*)$/m.exec(text)?.[1])).toEqual(['postmortem', 'postmortem-2', 'postmortem-3']);
  const { said } = await run([...paths, ...paths]);
  expect(said).toContain('0 written, 6 unchanged');
  expect(texts()).toEqual(before);
});

test('the report says what was understood, how certain, and where there is something to do, and no word of the source', async () => {
  const { folder, into } = setUp({
    'one.md': '# CANARYTITLE 2026-04-07\n\nCANARYTEXT.\n\n## Timeline\n\n- 10:45 UTC CANARYROW\n- 11:00 CANARYROW\n',
    'binary.md': Uint8Array.of(0xff, 0x00),
  });
  const files = ['one.md', 'binary.md'].map((name) => join(folder, name));
  const json = await candor('import', 'document', ...files, '--into', into, '--format', 'json');
  const { files: reported, totals } = JSON.parse(json.out);
  expect(json.code).toBe(1);
  expect(reported).toMatchObject([
    {
      outcome: 'written',
      path: 'content/postmortems/one/index.mdx',
      rows: { exact: 1, about: 1, unknown: 0 },
      notPlaced: 0,
    },
    { outcome: 'failed', because: 'file/not-text' },
  ]);
  expect(totals).toMatchObject({ written: 1, failed: 1, rows: { exact: 1 } });
  const lines = readFileSync(join(into, 'content/postmortems/one/index.mdx'), 'utf8').split('\n');
  for (const { line, key } of reported[0].todos) expect(lines[line - 1]).toContain(`# TODO: ${key}:`);
  const text = await candor('import', 'document', ...files, '--into', join(folder, 'other'));
  expect(text.out).toMatch(/^one +none +2 +1 +1 +0 +\d+ +0$/m);
  expect(json.out + text.out).not.toContain('CANARY');
});

test('nothing is written through links that lead out of the site', async () => {
  const { run, folder, into } = setUp({ 'one.md': '# One\n' });
  mkdirSync(join(folder, 'elsewhere'));
  mkdirSync(join(into, 'content'), { recursive: true });
  symlinkSync(join(folder, 'elsewhere'), join(into, 'content/postmortems'));
  await expect(run()).rejects.toThrow('is a link');
  rmSync(join(into, 'content/postmortems'));
  mkdirSync(join(into, 'content/postmortems'));
  symlinkSync(join(folder, 'elsewhere'), join(into, 'content/postmortems/one'));
  expect((await run()).said).toContain('was left as it is');
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});

test('the days of a channel of Slack become one draft, every row of it internal', async () => {
  const { run, folder, into, read } = setUp({});
  mkdirSync(join(folder, 'inc-42'));
  const message = (ts: string, text: string, more = {}) => ({ type: 'message', user: 'U1CANARY', ts, text, ...more });
  const days = {
    '2026-04-07.json': [
      message('1775559000.000200', 'Kilns &lt;cold&gt; says <@U2|CANARYNAME>, see <https://example.org/a|this>'),
      message('1775559001.000000', 'has joined', { subtype: 'channel_join' }),
    ],
    '2026-04-08.json': [message('1775640000.000100', 'CANARYLAST')],
  };
  for (const [name, list] of Object.entries(days)) writeFileSync(join(folder, 'inc-42', name), JSON.stringify(list));
  const { status } = await run(
    Object.keys(days).map((name) => join(folder, 'inc-42', name)),
    'slack',
  );
  expect(status).toBe(0);
  const [slug = ''] = readdirSync(join(into, 'content/postmortems'));
  expect(slug).toBe('2026-04-07-inc-42');
  const [, yaml = '', story = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(`content/postmortems/${slug}/index.mdx`)) ?? [];
  const { timeline, internal } = parse(yaml);
  expect(timeline).toMatchObject([
    { at: '2026-04-07T10:50:00Z', internal: true },
    { at: '2026-04-08T09:20:00Z', internal: true },
  ]);
  expect(timeline[0].what).toContain('says `@CANARYNAME` (U2), see [this](https://example.org/a)');
  expect(story).toBe('');
  expect(JSON.stringify(internal)).toContain('has joined');
  expect(yaml).not.toContain('Not placed');
});

test('the stand-in severity is one of the site that is imported into', async () => {
  const { run, read, into } = setUp({ 'one.md': '# One\n' });
  await run([]);
  expect(() => read('content/site.yaml')).toThrow();
  await run();
  writeFileSync(join(into, 'content/site.yaml'), 'severities: [{ id: high }, { id: low }]\n');
  writeFileSync(join(into, '../two.md'), '# Two\n');
  await run([join(into, '../two.md')]);
  expect(read('content/postmortems/two/index.mdx')).toContain('severity: low');
});

test('a folder stands for the documents in it, at any depth; what belongs to a tool, a system or the site itself is none', async () => {
  const { folder, into, run, read } = setUp({ 'b.md': '# Beta\n\nText.\n', 'picture.png': '', 'notes.txt': 'No.' });
  const inner = { 'deep/down/a.html': '<h1>Alpha</h1><p>Text.</p>', 'README.md': '# Read me\n' };
  const others = ['.git/c.md', 'node_modules/d/e.md', '__MACOSX/f.md', 'site/content/pages/g.md'];
  for (const [path, text] of [...Object.entries(inner), ...others.map((path) => [path, '# No\n\nText.\n'] as const)]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(folder, 'deep'), join(folder, 'link'));
  const { status, said } = await run([folder], 'document');
  expect([status, said]).toEqual([0, expect.stringContaining('README.md: left out, it is a README.')]);
  expect(readdirSync(join(into, 'content/postmortems')).sort()).toEqual(['a', 'b']);
  expect(read('content/postmortems/a/index.mdx')).toContain('title: Alpha');
  expect((await run([folder], 'document')).said).toContain('2 unchanged');
});

test('a folder without documents is said to be one', async () => {
  const { folder, run } = setUp({ 'picture.png': '' });
  const { status, said } = await run([folder], 'document');
  expect([status, said]).toEqual([1, expect.stringContaining('import/empty-folder')]);
  expect(said).toContain('This folder holds no files of the kind');
});

test('a whole export of Slack is given by its folder, in which lists of people and channels are no days', async () => {
  const { folder, into, run } = setUp({ 'users.json': '[]', 'channels.json': '[]' });
  for (const channel of ['inc-1', 'inc-2']) {
    mkdirSync(join(folder, channel));
    const messages = [
      { type: 'message', ts: '1772791200.000100', text: `The kiln of ${channel} is cold.`, user: 'U1' },
    ];
    writeFileSync(join(folder, channel, '2026-03-06.json'), JSON.stringify(messages));
  }
  expect((await run([folder], 'slack')).status).toBe(0);
  expect(readdirSync(join(into, 'content/postmortems'))).toHaveLength(2);
});
