/** An archive of documents, as Notion exports them: read one by one, within bounds, and nothing written by its paths. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { candor, filesIn, removeFolder, temporaryFolder } from '../support/build.ts';
import { makeDocx, makeZip } from '../support/make-docx.ts';

const id = '0123456789abcdef0123456789abcdef';
const kiln = '# Kiln went cold on 2026-07-03\n\n## Timeline\n\n- 10:00 UTC The fire went out\n- 10:30 UTC It burns\n';

let folder = '';
const site = () => join(folder, 'within/site');
const drafts = () => filesIn(site()).filter((file) => file.startsWith('content/postmortems/'));
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(site(), { recursive: true });
});
afterEach(() => removeFolder(folder));

function importZip(bytes: Buffer, ...flags: string[]) {
  const file = join(folder, 'Export.zip');
  writeFileSync(file, bytes);
  return candor('import', 'document', file, '--into', site(), ...flags);
}

test('pages of an export become drafts, tables are named, and pictures stay where they are', async () => {
  const pages = {
    [`Incidents ${id}.csv`]: 'Name,Date\nKiln,2026-07-03\n',
    [`Incidents/Kiln went cold ${id}.md`]: kiln,
    'Incidents/Kiln went cold/fire.png': Buffer.alloc(100_000_000),
    'Incidents/README.md': '# Read me',
    '__MACOSX/._Kiln.md': 'x',
  };
  const { code, out } = await importZip(
    makeZip({
      [`ExportBlock-${id}-Part-1.zip`]: makeZip(pages),
      'Oven.docx': makeDocx('<w:p><w:r><w:t>Oven</w:t></w:r></w:p>'),
    }),
  );
  expect(code).toBe(0);
  expect(drafts()).toEqual(['content/postmortems/kiln-went-cold/index.mdx', 'content/postmortems/oven/index.mdx']);
  expect(out).toMatch(/Incidents 0\S+\.csv: left out, it is a table\./);
  expect(out).toMatch(/README\.md: left out/);
  const again = await importZip(makeZip({ 'Kiln went cold.md': kiln }), '--dry-run');
  expect(again.out).toContain('is there already');
});

test.each([
  '../../../out.md',
  '/tmp/out.md',
  'C:\\windows\\out.md',
  '..\\..\\out.md',
  'a/../../../../out.md',
  'out\u001b[31m.md',
])('the path %j names a draft, and no place', async (path) => {
  const before = readdirSync(dirname(folder)).filter((name) => name.startsWith('out'));
  const { code, out, error } = await importZip(makeZip({ [path]: kiln }));
  expect(code).toBe(0);
  expect(drafts()).toHaveLength(1);
  expect(drafts()[0]).toMatch(/^content\/postmortems\/[a-z0-9-]+\/index\.mdx$/);
  expect(filesIn(folder).filter((file) => !file.startsWith('within/site/'))).toEqual(['Export.zip']);
  expect(readdirSync(dirname(folder)).filter((name) => name.startsWith('out'))).toEqual(before);
  expect(out + error).not.toMatch(/\u001b|\.\.\//);
});

const large = Buffer.alloc(35_000_000, 'word ');

test.each<[string, () => Buffer, string]>([
  ['that unpacks to too much', () => makeZip({ 'a.md': large, 'b.md': large }), 'import/unreadable'],
  [
    'of archives that unpack to too much',
    () => makeZip({ 'a.zip': makeZip({ 'a.md': large }), 'b.zip': makeZip({ 'b.md': large }) }),
    'import/unreadable',
  ],
  [
    'of too many files',
    () => makeZip(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.md`, 'x']))),
    'import/unreadable',
  ],
  ['that is cut', () => makeZip({ 'a.md': kiln, 'b.md': kiln }).subarray(0, 250), 'import/unreadable'],
  ['that is none', () => Buffer.from('PK\u0003\u0004 and nothing'), 'import/unreadable'],
  ['whose directory leads out of it', () => ledAstray(makeZip({ 'a.md': kiln })), 'import/unreadable'],
  ['without documents', () => makeZip({ 'a.png': 'x' }), 'import/nothing-found'],
])('an archive %s is a problem, and nothing is written', async (_, make, problem) => {
  const { code, out, error } = await importZip(make());
  expect(code).toBe(1);
  expect(out + error).toContain(problem);
  expect(drafts()).toEqual([]);
});

/** With the place of its directory far behind its end. */
function ledAstray(zip: Buffer): Buffer {
  zip.writeUInt32LE(0x7fffffff, zip.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  return zip;
}
