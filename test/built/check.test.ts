/** `candor check` over a site with many things wrong at once. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, copyDemo, removeFolder } from '../support/build.ts';

let site = '';
let report: {
  code: number;
  problems: { code: string; place: { file: string; line?: number; column?: number }; related?: { file: string } }[];
};
const folder = (slug: string) => join(site, 'content/postmortems', slug);
const write = (slug: string, content: string | Uint8Array, name = 'index.mdx') => {
  mkdirSync(folder(slug), { recursive: true });
  writeFileSync(join(folder(slug), name), content);
};

beforeAll(async () => {
  site = copyDemo();
  cpSync(folder('2025-05-30-vat-rounding'), folder('same-id'), { recursive: true });
  write('huge', `---\n${'x'.repeat(10_000_000)}\n---\n`);
  write('binary', Uint8Array.from([0, 1, 2, 255]));
  write('nothing', '');
  write('Bad_Slug', '---\n---\n');
  write('con', '---\n---\n');
  write('2026-06-17-webhook-signatures', 'x', 'notes.exe');
  write('2026-06-17-webhook-signatures', 'x', 'index.tlh.mdx');
  write('2026-06-17-webhook-signatures', 'x', 'index.copy.md');
  symlinkSync('/etc/hosts', join(folder('2026-06-17-webhook-signatures'), 'hosts.csv'));
  symlinkSync(folder('2025-05-30-vat-rounding'), folder('linked'));
  writeFileSync(join(site, 'content/services/broken.yaml'), 'name: [\n');
  writeFileSync(join(site, 'content/services/aux.yaml'), 'name: Aux\n');
  writeFileSync(join(site, 'content/pages/com1.mdx'), '---\ntitle: A\n---\nText\n');
  writeFileSync(join(site, 'content/pages/archive.mdx'), '---\ntitle: Archive\n---\nText\n');
  const checked = await candor('check', '--site', site, '--format', 'json');
  report = { code: checked.code, ...(JSON.parse(checked.out) as { problems: typeof report.problems }) };
});

afterAll(() => removeFolder(site));

test.each([
  ['postmortems/huge/index.mdx', 'file/too-large'],
  ['postmortems/binary/index.mdx', 'file/not-text'],
  ['postmortems/nothing/index.mdx', 'file/empty'],
  ['postmortems/Bad_Slug', 'record/bad-slug'],
  ['postmortems/con', 'record/bad-slug'],
  ['postmortems/linked', 'file/outside'],
  ['postmortems/2026-06-17-webhook-signatures/notes.exe', 'file/unexpected'],
  ['postmortems/2026-06-17-webhook-signatures/hosts.csv', 'file/unexpected'],
  ['postmortems/2026-06-17-webhook-signatures/index.tlh.mdx', 'translation/not-listed'],
  ['postmortems/2026-06-17-webhook-signatures/index.copy.md', 'translation/not-listed'],
  ['services/broken.yaml', 'yaml/malformed'],
  ['services/aux.yaml', 'record/bad-slug'],
  ['pages/com1.mdx', 'record/bad-slug'],
  ['pages/archive.mdx', 'record/reserved-page'],
])('%s is reported as %s', (file, code) => {
  expect(report.code).toBe(1);
  expect(report.problems.map(({ place, code: found }) => `${place.file} ${found}`)).toContain(
    `content/${file} ${code}`,
  );
});

test('two postmortems with one id are reported with both places', () => {
  const duplicate = report.problems.find(({ code }) => code === 'record/duplicate');
  expect([duplicate?.place.file, duplicate?.related?.file].sort()).toEqual([
    'content/postmortems/2025-05-30-vat-rounding/index.mdx',
    'content/postmortems/same-id/index.mdx',
  ]);
});
