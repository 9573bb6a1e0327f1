/** What the development server projects: everything as if it were published, apart from all that a build takes. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { postmortem, publishAndLint } from '../../support/publish.ts';
import { siteYaml, writeSite } from '../../support/site.ts';

const now = '2026-11-23T00:00:00Z';
let site: string;
const draft = (body: string, id: string, more = {}) =>
  postmortem(body, { id, state: 'draft', publishedAt: undefined, ...more });

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'candor-writing-'));
  await writeSite(
    site,
    {
      sound: { 'index.mdx': postmortem('Public words.', { id: 'PM-1' }) },
      named: { 'index.mdx': draft('Mei Chen saw it. CANARY-draft', 'PM-2') },
      hiding: { 'index.mdx': draft('Shown. TODO\n\n<Internal>CANARY-internal</Internal>', 'PM-3') },
      wrong: { 'index.mdx': draft('Still shown.', 'PM-4', { severity: 'sev9', timeline: '[{ kind: note }]' }) },
      unread: { 'index.mdx': draft('<Internal>CANARY-unclosed', 'PM-5') },
      broken: { 'index.mdx': draft('Nobody sees this.', 'PM-6', { tags: '[[' }) },
      later: { 'index.mdx': postmortem('Later.', { id: 'PM-7', publishedAt: '2099-01-01T00:00Z' }) },
      field: {
        'index.mdx': draft('Text.', 'PM-8', { trigger: 'Project Basilisk began.', advice: '<Internal>CANARY' }),
      },
    },
    { 'content/site.yaml': siteYaml },
  );
});
afterAll(() => rm(site, { recursive: true, force: true }));

const write = (edition: 'public' | 'internal' = 'public') => projectSite({ site, edition, now, whileWriting: true });
const shownAs = async (folder: string | undefined, slug: string) =>
  JSON.parse(await readFile(join(folder ?? '', 'postmortems', `${slug}.json`), 'utf8'));

async function textsBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

test('drafts and what is embargoed are shown as if they were published, with what is internal removed', async () => {
  const { folder, files, embargoes, drafts } = await write();
  expect((await shownAs(folder, 'hiding')).publishedAt).toBe(now);
  expect((await shownAs(folder, 'later')).publishedAt).toBe('2099-01-01T00:00:00Z');
  expect(embargoes).toEqual(new Map([['later', '2099-01-01T00:00:00Z']]));
  expect(drafts).toContain('hiding');
  const text = await textsBelow(folder ?? '');
  expect(text).toContain('Shown.');
  expect(text).not.toContain('CANARY-internal');
  expect(text).not.toContain('CANARY-unclosed');
  expect(files).toContain('content/postmortems/named/index.mdx');
});

test('a text with errors is shown as far as it can be read, one that cannot be as a place for its source', async () => {
  const { folder, files } = await write();
  expect(JSON.stringify(await shownAs(folder, 'named'))).toContain('CANARY-draft');
  const wrong = await shownAs(folder, 'wrong');
  expect(wrong.timeline).toEqual([]);
  expect(JSON.stringify(wrong)).toContain('Still shown.');
  expect((await shownAs(folder, 'unread')).story.segments).toEqual([
    { html: expect.stringMatching(/^<div data-source="\d+"><\/div>$/) },
  ]);
  const { trigger, advice } = await shownAs(folder, 'field');
  expect(trigger.html).toMatch(
    /^<span data-written="content\/postmortems\/field\/index\.mdx:\d+-\d+">Project Basilisk began\./,
  );
  expect(advice.text).toBe('…');
  expect(files).not.toContain('content/postmortems/broken/index.mdx');
});

test('problems of a draft are as severe as they will be, and none that a check finds is missing', async () => {
  const [{ problems }, checked] = [
    await write(),
    await projectSite({ site, edition: 'public', now, checksOnly: true }),
  ];
  const severityOf = (all: typeof problems, code: string) => all.find((problem) => problem.code === code)?.severity;
  expect([severityOf(checked.problems, 'text/leftover'), severityOf(problems, 'text/leftover')]).toEqual([
    'warning',
    'error',
  ]);
  const keys = (all: typeof problems) => all.map(({ code, location }) => `${location.file}:${location.line} ${code}`);
  expect(keys(problems)).toEqual(expect.arrayContaining(keys(checked.problems)));
});

test('staff see the same with all that is internal', async () => {
  const { folder } = await write('internal');
  expect(JSON.stringify(await shownAs(folder, 'hiding'))).toContain('CANARY-internal');
});

test('a projection for publishing has nothing of it, before and after', async () => {
  for (const slug of ['named', 'wrong', 'unread', 'broken', 'field'])
    await rm(join(site, 'content/postmortems', slug), { recursive: true });
  const project = () => projectSite({ site, edition: 'public', now });
  const before = await textsBelow((await project()).folder ?? '');
  await write();
  await write('internal');
  const { folder, published } = await project();
  expect(published).toBe(1);
  const after = await textsBelow(folder ?? '');
  expect(after).toBe(before);
  expect(after).toContain('Public words.');
  expect(after).not.toMatch(/CANARY|Shown\.|Later\.|data-written|data-line/);
});

const whileWriting = { whileWriting: true, withLines: true, asIfPublished: true };

test.each(Object.keys(postmortemSchema.shape))('whatever `%s` holds, the rest is shown', async (key) => {
  for (const value of ['[{}]', '5', '{ a: b }', 'null', '"<Internal>"', '[[x]]', '"{"'])
    for (const edition of ['public', 'internal'] as const) {
      const context = { ...whileWriting, edition };
      const { postmortem: shown } = await publishAndLint(postmortem('Words of the story.', { [key]: value }), {
        context,
      });
      expect(JSON.stringify(shown?.story), `${key}: ${value}`).toContain('Words of the story.');
    }
});

test.each([
  'An image without words: ![](gone.png)',
  '[A link](javascript:alert(1)) and words.',
  '<Chart data="gone.csv" x="t" y="v" title="T" alt="A" />',
  '<Figure src="gone.png" alt="A" />',
  'A {b} and <Nothing />',
  '<Internal>unclosed',
  '*a <Internal>b* c</Internal>',
  'export const a = 1',
])('a story with a fault is shown or stands as its source: %s', async (body) => {
  for (const edition of ['public', 'internal'] as const) {
    const { postmortem: shown, problems } = await publishAndLint(postmortem(body), {
      context: { ...whileWriting, edition },
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(shown?.title).toBe('Checkout failed for some customers');
    expect(JSON.stringify(shown?.story)).not.toMatch(/javascript:|<Internal/);
  }
});
