/** Private text outside postmortems: settings that are published, and messages about files that are not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import type { ProjectOptions } from '../../../src/private/publish/site-projector.ts';
import { createWorkerPool } from '../../../src/private/publish/worker-pool.ts';
import { isLintCode } from '../../../src/shared/problem/catalogue.ts';
import { bytesOf, contextWith, placesOf, postmortem, publish, storyOf } from '../../support/publish.ts';
import { type Files, writeSite } from '../../support/site.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'candor-settings-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function project(more: Files, options: Partial<ProjectOptions> = {}, postmortems: Record<string, Files> = {}) {
  const site = await mkdtemp(join(root, 'site-'));
  await writeSite(site, { plain: { 'index.mdx': postmortem('x') }, ...postmortems }, more);
  const projected = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z', ...options });
  return projected.problems;
}

const settings = (name: string, footer: string) => `name: ${name}
organisation: Example
description: Postmortems.
url: https://postmortems.example/
established: 2024-01-01
severities: [{ id: sev1, name: One, meaning: Everybody is affected. }]
footer: ${footer}
`;

test.each<[name: string, more: Files, place: string]>([
  ['the name of the site', { 'content/site.yaml': settings('Mei Chen', 'x') }, 'content/site.yaml:1:7'],
  [
    'a label of the interface',
    { 'content/site.yaml': settings('x', 'x\nwords: { home: Outages of Mei Chen }') },
    'content/site.yaml:8:27',
  ],
  ['the footer', { 'content/site.yaml': settings('x', 'Ask someone@example.org') }, 'content/site.yaml:7:13'],
  [
    'a token in the footer',
    { 'content/site.yaml': settings('x', `ghp_${'a1B2c3D4e5F6'.repeat(3)}`) },
    'content/site.yaml:7:9',
  ],
  [
    'a service',
    { 'content/services/checkout.yaml': 'name: Checkout\ndescription: Of Project Basilisk.\n' },
    'content/services/checkout.yaml:2:17',
  ],
  [
    'the group of a service',
    { 'content/services/checkout.yaml': 'name: Checkout\ngroup: Of Project Basilisk\n' },
    'content/services/checkout.yaml:2:11',
  ],
  [
    'the id of a service',
    { 'content/services/project-basilisk.yaml': 'name: A\n' },
    'content/services/project-basilisk.yaml:-:-',
  ],
  [
    'a role',
    { 'content/people.yaml': 'mchen: { name: Mei Chen, role: the manager of Chen }\n' },
    'content/people.yaml:1:47',
  ],
  ['a page', { 'content/pages/about.mdx': '---\ntitle: About\n---\nAsk Mei Chen.\n' }, 'content/pages/about.mdx:4:5'],
  [
    'the title of a page',
    { 'content/pages/about.mdx': '---\ntitle: Mei Chen\n---\nx\n' },
    'content/pages/about.mdx:2:8',
  ],
])('private text in %s is refused at its place', async (_, more, expected) => {
  const problems = await project(more);
  const found = problems.filter(({ code }) => code === 'redaction/private-text');
  expect(found.map(({ location }) => `${location.file}:${location.line ?? '-'}:${location.column ?? '-'}`)).toEqual([
    expected,
  ]);
  expect(JSON.stringify(problems.map(({ fact, remedy }) => fact + remedy))).not.toMatch(
    /mei|chen|basilisk|someone|ghp_/i,
  );
});

test('an internal service may say what it likes', async () => {
  const service = 'name: Lampwick of Clay\ninternal: true\ndescription: For Project Basilisk, by Mei Chen.\n';
  const problems = await project({ 'content/services/lampwick.yaml': service });
  expect(problems.filter(({ code }) => !isLintCode(code))).toEqual([]);
});

test('the slug of a postmortem is searched', async () => {
  expect(placesOf(await publish(postmortem('x'), { slug: 'outage-of-mei-chen' }))).toEqual([
    '2:1 redaction/private-text',
  ]);
});

test.each<[name: string, files: Files]>([
  ['a handle with a missing role', { 'content/people.yaml': 'mchen: { name: Mei Chen }\n' }],
  ['a handle of another type', { 'content/people.yaml': 'mchen: Mei Chen\n' }],
  ['a handle given twice', { 'content/people.yaml': 'mchen: { name: A, role: b }\nmchen: { name: A, role: b }\n' }],
  ['a handle in capitals', { 'content/people.yaml': 'MChen: { name: Mei Chen, role: b }\n' }],
  ['an unknown key of a person', { 'content/people.yaml': 'mchen: { name: Mei Chen, role: b, meichen: 1 }\n' }],
  ['a name that is a number', { 'content/people.yaml': 'mchen: { name: 12, role: b }\n' }],
  ['YAML that is damaged', { 'content/people.yaml': 'mchen: { name: "Mei Chen\n' }],
  ['a term without a reason', { 'content/redaction.yaml': 'terms: [{ term: Project Basilisk }]\n' }],
  ['an unknown list of terms', { 'content/redaction.yaml': 'basilisk: [Project Basilisk]\n' }],
  [
    'a pattern that is none',
    { 'content/redaction.yaml': "patterns: [{ name: a, pattern: 'basilisk(', because: b }]\n" },
  ],
])('%s stops the build without being printed', async (_, files) => {
  const problems = await project(files);
  expect(problems.length).toBeGreaterThan(0);
  expect(JSON.stringify(problems)).not.toMatch(/mchen|mei.?chen|basilisk/i);
});

test('what fails inside a worker is told without the words it was working on', async () => {
  const pool = createWorkerPool(contextWith({ site: join(root, 'Project Basilisk') }));
  const failure = await pool.run({ kind: 'postmortem', name: 'missing' }, { file: 'x' }).catch((cause: Error) => cause);
  await pool.close();
  expect(failure).toBeInstanceOf(Error);
  expect((failure as Error).message).toMatch(/^Error while publishing the postmortem missing\.\n\s+at /);
  expect((failure as Error).message).not.toContain('Basilisk');
});

test('tickets written in another form are private in every other postmortem', async () => {
  const action = (ticket: string) =>
    `[{ id: A1, what: Mend., kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ${ticket} }]`;
  for (const ticket of ['ticket: "https://tracker.example.com/browse/OPS-77"', '"ticket": OPS-77']) {
    const other = { 'index.mdx': postmortem('See OPS-12.', { id: 'PM-2' }) };
    const problems = await project(
      { 'content/postmortems/plain/index.mdx': postmortem('x', { actions: action(ticket) }) },
      {},
      { other },
    );
    expect(
      problems.filter(({ code: each }) => !isLintCode(each)).map(({ code, location }) => `${code} ${location.file}`),
    ).toEqual(['redaction/private-text content/postmortems/other/index.mdx']);
  }
});

test('blank lines within internal text do not spread the list around it', async () => {
  const list = (inside: string) => postmortem(`- one\n- two\n  <Internal>\n${inside}\n  </Internal>\n- three`);
  const [tight, loose] = [await publish(list('  a')), await publish(list('\n  a\n\n  b\n'))];
  expect(storyOf(tight)).toContain('<li>one</li>');
  expect(bytesOf(loose)).toBe(bytesOf(tight));
});

test('internal text that decides how public text is read is refused', async () => {
  // Links do not nest: the inner one would turn the outer one into plain text.
  const published = await publish(postmortem('[see <Internal>[a](/b)</Internal>](/c)'));
  expect(placesOf(published)).toEqual(['16:6 redaction/interferes']);
  const sound = await publish(postmortem('[see <Internal>a</Internal>](/c), *<Internal>*a*</Internal> b*'));
  expect(sound.problems).toEqual([]);
});
