/** Input that means harm: nothing is written elsewhere, nothing half written, no code taken over, no hang. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { candor, filesIn, removeFolder, temporaryFolder } from '../../support/build.ts';
import { makeDocx } from '../../support/make-docx.ts';
import { publish } from '../../support/publish.ts';

let folder = '';
const into = () => join(folder, 'site');

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => removeFolder(folder));

async function importFile(format: string, name: string, content: string | Uint8Array) {
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(join(folder, 'in', name), content);
  const imported = await candor('import', format, join(folder, 'in', name), '--into', into());
  const drafts = join(into(), 'content/postmortems');
  const slugs = existsSync(drafts) ? readdirSync(drafts) : [];
  return { ...imported, slugs, texts: slugs.map((slug) => readFileSync(join(drafts, slug, 'index.mdx'), 'utf8')) };
}

const evil = '../../../evil';

test.each<[string, string, unknown]>([
  [
    'github',
    'a.json',
    { number: evil, title: `${evil}\u0000\nid: evil\nstate: final`, body: '---\nstate: final\n---\n<Internal>' },
  ],
  [
    'statuspage',
    'a.json',
    { incidents: [{ id: evil, name: evil, status: evil, incident_updates: [{ body: evil, display_at: evil }] }] },
  ],
  ['cachet', 'a.json', { data: [{ id: evil, name: evil, message: '</Internal>', visible: '1' }] }],
  ['pagerduty', 'a.json', { incident: { title: evil, urgency: 'high', id: evil, incident_number: evil } }],
  ['incident.io', 'a.json', { incident: { name: evil, reference: evil, incident_status: {} } }],
  ['cstate', 'a.md', `---\ntitle: "${evil}"\n---\nText.\n`],
  [
    'document',
    'a.md',
    `---\ntitle: "${evil}\\nstate: final"\n---\n\n# # TODO: x: [y] {z} & * ! |\n\n<script>alert(1)</script> {process.exit()}\n`,
  ],
  [
    'document',
    'a.html',
    `<title>${evil}</title><p onclick="x()">Text <a href="javascript:alert(1)">here</a> <iframe src="//evil"></iframe></p>`,
  ],
])('%s: paths, YAML and markup in %s stay text', async (format, name, source) => {
  const { code, slugs, texts } = await importFile(
    format,
    name,
    typeof source === 'string' ? source : JSON.stringify(source),
  );
  expect(code).toBe(0);
  expect(slugs).toHaveLength(1);
  expect(filesIn(folder).filter((file) => !/^(?:in\/a\.|site\/content\/)/.test(file))).toEqual([]);
  const values = parse(texts[0]?.split('\n---\n')[0]?.slice(4) ?? '');
  expect(postmortemSchema.safeParse(values).error).toBeUndefined();
  expect(values.state).toBe('draft');
  const { problems } = await publish((texts[0] ?? '').replace('severity: unclassified', 'severity: sev1'));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each<[string, string, string, string | Uint8Array, RegExp]>([
  [
    'a document that unpacks to too much',
    'document',
    'bomb.docx',
    makeDocx('', { 'word/media/a.xml': Buffer.alloc(70_000_000) }),
    /import\/unreadable/,
  ],
  ['an archive cut in the middle', 'document', 'cut.docx', makeDocx('<w:p/>').subarray(0, 500), /import\/unreadable/],
  ['text named as a PDF', 'document', 'text.pdf', 'CANARY', /import\/unreadable/],
  ['elements without end', 'document', 'deep.html', `CANARY${'<b>'.repeat(50_000)}`, /story\/too-deep/],
  [
    'JSON nested without end',
    'github',
    'deep.json',
    `${'['.repeat(100_000)}"CANARY"${']'.repeat(100_000)}`,
    /import\/nothing-found|story\/too-deep/,
  ],
  [
    'YAML that unfolds without end',
    'cstate',
    'alias.md',
    '---\ntitle: CANARY\na: &a [x,x]\nb: [*a,*a]\n---\n',
    /import\/nothing-found/,
  ],
])('%s is told, and nothing is written', { timeout: 90_000 }, async (_, format, name, content, code) => {
  const imported = await importFile(format, name, content);
  expect(imported.code).toBe(1);
  expect(imported.out).toMatch(code);
  expect(imported.out + imported.error).not.toContain('CANARY');
  expect(imported.slugs).toEqual([]);
});

test('data of tools and pages may be one long line, and pictures within a text do not count', async () => {
  const incidents = Array.from({ length: 40 }, (_, index) => ({
    id: `i${index}`,
    name: `Cold ${index}`,
    incident_updates: [{ body: 'firebrick '.repeat(200), display_at: '2026-04-07T10:00:00Z' }],
  }));
  const long = await importFile('statuspage', 'incidents.json', JSON.stringify({ incidents }));
  expect([long.code, long.slugs.length]).toEqual([0, 40]);
  const bytes = 'A'.repeat(2_000_000);
  const google = await importFile(
    'document',
    'kiln.md',
    `# Kiln\n\nCold. ![][image1]\n\n[image1]: <data:image/png;base64,${bytes}>\n`,
  );
  expect(google.code, google.out).toBe(0);
  expect(google.texts.at(-1)).toContain('Cold.');
  expect(google.texts.join('')).not.toContain('AAAA');
  const page = await importFile('document', 'oven.html', `<h1>Oven</h1>${'<p>Hot for a while.</p>'.repeat(3000)}`);
  expect(page.code, page.out).toBe(0);
});
