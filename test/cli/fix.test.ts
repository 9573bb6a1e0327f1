import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, everyByte, filesIn, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeFiles, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const outside = temporaryFolder();
const path = (slug: string) => join(site, 'content/postmortems', slug, 'index.mdx');
const wrong = postmortem('The story.', {
  summary: undefined,
  sumary: 'Some payments failed. # no comment',
  publishedAt: '2026-03-20T10:00+00:00',
  timeline:
    '\n  - { at: 2026-03-14T09:30Z, kind: note, what: B. }\n  - { at: 2026-03-14T09:12Z, kind: trigger, what: A. }',
});

beforeAll(async () => {
  await writeSite(site, {
    wrong: { 'index.mdx': `\uFEFF${wrong}` },
    right: { 'index.mdx': postmortem('It.', { id: 'PM-2' }) },
    broken: { 'index.mdx': '---\ntitle: "x\nsumary: y\n---\nText\n' },
  });
  await writeFiles(outside, { 'index.mdx': wrong });
  symlinkSync(outside, join(site, 'content/postmortems/linked'));
});
afterAll(() => {
  removeFolder(site);
  removeFolder(outside);
});

test('--fix mends what is certain, says what it did, and leaves everything else as it was', async () => {
  const before = everyByte(join(site, 'content'));
  const { out } = await candor('check', '--site', site, '--fix');
  expect(out.split('\n').filter((line) => line.startsWith('content/'))).toEqual([
    'content/postmortems/wrong/index.mdx:16 wrote the key `summary`, one letter apart',
    'content/postmortems/wrong/index.mdx:5 wrote `Z` for `+00:00`',
    'content/postmortems/wrong/index.mdx:14 sorted the rows of `timeline` by time',
  ]);
  const after = everyByte(join(site, 'content'));
  const changed = [...after].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
  expect(changed).toEqual(['postmortems/wrong/index.mdx']);
  expect(filesIn(join(site, 'content'))).toEqual([...before.keys()]);
  const text = readFileSync(path('wrong'), 'utf8');
  expect(text.startsWith('\uFEFF---\nid: PM-2026-001\n')).toBe(true);
  expect(text).toContain('summary: Some payments failed. # no comment');
  expect(text.indexOf('what: A.')).toBeLessThan(text.indexOf('what: B.'));
  expect(readFileSync(join(outside, 'index.mdx'), 'utf8')).toBe(wrong);
});

test('a second run changes nothing and says nothing', async () => {
  const before = everyByte(join(site, 'content'));
  const { out } = await candor('check', '--site', site, '--fix');
  expect(out).not.toContain('wrote');
  expect(everyByte(join(site, 'content'))).toEqual(before);
});

test('a translation is mended as its original is', async () => {
  const file = join(site, 'content/postmortems/right/index.de.mdx');
  writeFileSync(file, '---\ntitle: Titel\nsumary: Kurz.\ntranslatedAt: 2026-03-20T10:00+00:00\n---\nText.\n');
  const { out } = await candor('check', '--site', site, '--fix');
  expect(out).toContain('content/postmortems/right/index.de.mdx:3 wrote the key `summary`, one letter apart');
  expect(readFileSync(file, 'utf8')).toContain('translatedAt: 2026-03-20T10:00Z\n');
  rmSync(file);
});

test('what a machine reads stays one document', async () => {
  writeFileSync(join(site, 'content/site.yaml'), siteYaml.replace('description:', 'descripton:'));
  const { out, error } = await candor('check', '--site', site, '--fix', '--format', 'json');
  expect(error).toBe('content/site.yaml:3 wrote the key `description`, one letter apart');
  expect(JSON.parse(out)).toHaveProperty('problems');
});
