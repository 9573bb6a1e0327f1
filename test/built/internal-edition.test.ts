/** The edition for staff: the same source, everything in it, marked, and never mixed with the public one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, copyDemo, everyByte, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const [publicOut, internalOut] = [join(site, 'dist'), join(site, 'dist-internal')];
const body = `Readers saw errors.

<Internal>

The hoist was unplugged.

![The hoist](hoist.png)

</Internal>

Then <Internal>quietly</Internal> it came back; see <Redacted because="security">the keyhole</Redacted>. Thanks to @mchen.`;

const fields = {
  tags: '[database, staff-only]',
  impact: '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: lampwick, windows: [] }] }',
  responders: '[{ team: Payments, people: [mchen] }]',
  review: '{ held: 2026-03-18, attendees: [mchen], minutes: minutes.mdx }',
  internal: '{ note: The insurer was told. }',
  attachments: '[{ title: The log, file: node.log }, { title: The log of the winch, file: winch.log, internal: true }]',
};
const onlyInternal = [
  'The hoist was unplugged',
  'quietly',
  'the keyhole',
  'Mei Chen',
  'staff-only',
  'Lampwick of Clay',
  'The insurer was told',
  'Minutes of the winch',
  'The log of the winch',
  'The winch\u001b[0m said no',
  'winch.log',
  'A winch of tomorrow',
];

let bytes: Record<'public' | 'internal', Map<string, string>>;
beforeAll(async () => {
  await writeSite(site, {
    example: {
      'index.mdx': postmortem(body, fields),
      'minutes.mdx': 'Minutes of the winch.',
      'node.log': '09:12 ok\n',
      'winch.log': 'The winch\u001b[0m said no\n',
      'hoist.png': await anyPng(),
    },
    later: { 'index.mdx': postmortem('x', { id: 'PM-2', state: 'draft', title: 'A winch of tomorrow' }) },
  });
  // The internal edition first: what it leaves behind must not reach the public one.
  expect(await candor('build', '--site', site, '--edition', 'internal')).toMatchObject({ code: 0 });
  expect(await candor('build', '--site', site)).toMatchObject({ code: 0 });
  bytes = { internal: everyByte(internalOut), public: everyByte(publicOut) };
}, 300_000);
afterAll(() => removeFolder(site));

test.each(onlyInternal)('"%s" is in the internal edition alone', (words) => {
  expect(filesWith(bytes.internal, words)).not.toEqual([]);
  expect(filesWith(bytes.public, words)).toEqual([]);
});

test('both hold the public words', () => {
  for (const edition of [bytes.internal, bytes.public])
    expect(filesWith(edition, 'Readers saw errors')).toContain('postmortems/example/index.html');
});

test('each page of the internal edition says what it is, in its title and in words, and asks not to be indexed', () => {
  const pages = [...bytes.internal].filter(
    ([file, text]) => file.endsWith('.html') && !text.includes('http-equiv="refresh"'),
  );
  expect(pages.length).toBeGreaterThan(5);
  for (const [file, text] of pages) {
    expect(/<title>[^<]*internal/i.test(text), file).toBe(true);
    expect(/<body[\s\S]*internal edition/i.test(text), file).toBe(true);
    expect(/<meta name="robots" content="[^"]*noindex/i.test(text), file).toBe(true);
  }
  expect(bytes.internal.get('robots.txt')).toMatch(/Disallow: \/\s*$/m);
});

test('internal parts are marked with a word, not by colour alone', () => {
  const page = bytes.internal.get('postmortems/example/index.html') ?? '';
  expect(page).toMatch(/class="internal"><strong class="internal-label">[^<]+<\/strong>/);
});

test('no such word is joined to the one beside it', () => {
  const pages = [...bytes.internal].filter(([file]) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(5);
  // What shows nothing stands between words as well.
  const joined = pages.flatMap(([file, page]) => {
    const found = page
      .replace(/<svg[\s\S]*?<\/svg>/g, '')
      .match(/[^\s>]<\/a><strong class="internal-label">|internal-label">[^<]+<\/strong>(?:<a[^>]*>)?[^\s<]/g);
    return found === null ? [] : [`${file}: ${found[0]}`];
  });
  expect(joined).toEqual([]);
});

test('the internal edition has no feeds and no site map', () => {
  const names = [...bytes.internal.keys()];
  expect(names.filter((name) => /(?:^|\/)(?:atom|rss|sitemap)\.xml$|feed\.json$|opml$/.test(name))).toEqual([]);
  expect(names).toContain('index.html');
});

test('an output folder of one edition refuses the other', async () => {
  for (const [edition, out] of [
    ['public', internalOut],
    ['internal', publicOut],
  ] as const) {
    const refused = await candor('build', '--site', site, '--edition', edition, '--out', out);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('needs a folder of its own');
  }
  expect(everyByte(publicOut)).toEqual(bytes.public);
});

test('the editions share no cache', () => {
  for (const edition of ['public', 'internal'])
    expect(existsSync(join(site, '.candor', edition, 'cache', 'postmortems', 'example.json'))).toBe(true);
  const projection = readFileSync(join(site, '.candor', 'public', 'projection', 'postmortems', 'example.json'), 'utf8');
  expect(projection).not.toMatch(/hoist|winch|Chen|keyhole/);
});

test('the demonstration lacks nothing that staff would see', async () => {
  const demo = copyDemo();
  const { code, error } = await candor('check', '--edition', 'internal', '--site', demo);
  removeFolder(demo);
  expect(error).not.toContain(' error ');
  expect(code).toBe(0);
});
