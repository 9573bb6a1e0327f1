/** `candor new --from`: whatever an importer reads begins one postmortem, with the next id. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';
import { makeDocx } from '../support/make-docx.ts';
import { makePdf } from '../support/make-pdf.ts';
import { postmortem } from '../support/publish.ts';
import { writeSite } from '../support/site.ts';

const site = temporaryFolder();
const files = join(site, 'files');
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/importers', name), 'utf8');
const json = (value: unknown) => JSON.stringify(value);
const markdown =
  '# Sign-in failed\n\n## Summary\n\nNobody could sign in.\n\n## Timeline\n\nAll times in UTC.\n\n- 2026-03-14 09:12 A release began.\n- 2026-03-14 09:31 An alert fired.\n\n## What happened\n\nThe <b>certificate</b> {had} expired.\n';
const html = `<!doctype html><title>Sign-in failed</title><h1>Sign-in failed</h1><h2>Summary</h2><p>Nobody could sign in.</p><h2>What happened</h2><p>The certificate had expired.</p>`;
const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const message = (ts: string, text: string) => ({ type: 'message', ts, text, user: 'U1' });
const [page, issues] = [JSON.parse(fixture('statuspage.json')), JSON.parse(fixture('issues.json'))];

beforeAll(() => writeSite(site, { older: { 'index.mdx': postmortem('Text.', { id: 'PM-2026-007' }) } }));
afterAll(() => removeFolder(site));

function put(name: string, content: string | Uint8Array): string {
  const path = join(files, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** The draft that the command wrote. */
async function begin(path: string, ...flags: string[]) {
  const written = await candor('new', '--site', site, '--from', path, ...flags);
  const [, slug = '', id] = /postmortems\/(\S+)\/index\.mdx as (\S+), a draft/.exec(written.out) ?? [];
  const text = slug === '' ? '' : readFileSync(join(site, 'content/postmortems', slug, 'index.mdx'), 'utf8');
  return { ...written, slug, id, text, values: parse(text.split(/^---$/m)[1] ?? '') };
}

test.each([
  ['Markdown', 'sign-in.md', markdown, /certificate/],
  ['HTML', 'page.html', html, /certificate/],
  [
    'a Word document',
    'report.docx',
    makeDocx(paragraph('Sign-in failed', 'Heading1') + paragraph('The certificate had expired.')),
    /certificate/,
  ],
  ['a PDF', 'printed.pdf', makePdf([[{ text: 'The certificate had expired.', x: 72, y: 700 }]]), /certificate/],
  ["Notion's pages", 'Sign-in failed 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md', markdown, /certificate/],
  ['cState', '2025-08-04-gangway.md', fixture('2025-08-04-gangway.md'), /Sensors/],
  [
    'an incident of Statuspage',
    'page.json',
    json({ ...page, incidents: [page.incidents[0]], scheduled_maintenances: [] }),
    /All \*\*well\*\* again/,
  ],
  ['an issue of GitHub', 'issue.json', json([issues[0]]), /Ticket shop/],
  [
    'an incident of Cachet',
    'cachet.json',
    json({ data: [{ id: 4, name: 'Cold', status: 4, visible: 1, message: 'We saw.' }] }),
    /We saw/,
  ],
  [
    'an incident of PagerDuty',
    'pd.json',
    json({ incident: { title: 'Warm', incident_number: 3, urgency: 'high' } }),
    /Warm/,
  ],
])('%s begins a draft that passes the check', async (_, name, content, words) => {
  const { code, error, slug, id, text, values } = await begin(put(name, content));
  expect([code, error]).toEqual([0, '']);
  expect(id).toMatch(/^PM-\d{4}-\d{3}$/);
  expect([values.id, values.state]).toEqual([id, 'draft']);
  expect(slug).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/);
  expect(text).toMatch(words);
  expect((await candor('check', '--site', site)).code).toBe(0);
});

test('the folder of a channel of Slack is one draft, every row of it internal', async () => {
  put('incident-42/2026-03-14.json', json([message('1773479520.0', 'It is down.')]));
  put('incident-42/2026-03-15.json', json([message('1773565920.0', 'It is up.')]));
  const { code, slug, values } = await begin(join(files, 'incident-42'));
  expect([code, slug]).toEqual([0, '2026-03-14-incident-42']);
  expect(values.timeline).toMatchObject([{ internal: true }, { internal: true }]);
});

test('flags go over what the document says, and the rest of it stays', async () => {
  const path = put('flags.md', markdown);
  const flags = ['--title', 'A better title', '--slug', 'flags', '--detected-by', 'customer', '--team', 'Identity'];
  const { values, text, slug } = await begin(path, ...flags, '--resolved', '2026-03-14T10:00Z');
  expect(slug).toBe('flags');
  expect(values).toMatchObject({
    title: 'A better title',
    detection: { by: 'customer' },
    responders: [{ team: 'Identity' }],
    times: { resolved: '2026-03-14T10:00Z' },
  });
  expect(values.timeline).toHaveLength(2);
  expect(text).toContain('# Imported by `candor import markdown`');
  expect(text).toContain('# TODO:');
});

test.each([
  [
    'several incidents',
    'several.json',
    json(issues),
    2,
    /several\.json holds \d incidents, .*`candor import github .*several\.json --into \.` takes them all/,
  ],
  ['a README', 'README.md', '# Us', 1, /is a README/],
  ['a PDF that is none', 'broken.pdf', 'no PDF', 1, /import\/unreadable/],
  ['a folder of other things', 'other/a.txt', 'x', 2, /is a folder without the days of a channel/],
  ['a list of numbers', 'list.json', '[1, 2]', 2, /is not the JSON of one incident/],
])('%s is refused, and nothing written', async (_, name, content, code, said) => {
  const before = readdirSync(join(site, 'content/postmortems'));
  const path = put(name, content);
  const refused = await begin(name.startsWith('other/') ? dirname(path) : path);
  expect([refused.code, refused.out]).toEqual([code, '']);
  expect(refused.error).toMatch(said);
  expect(readdirSync(join(site, 'content/postmortems'))).toEqual(before);
});
