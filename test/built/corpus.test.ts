/** Twenty real postmortems of another organisation, imported and built. They are read from beside the project. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { promote } from '../author/importers/promote.ts';
import { candor, everyByte, filesIn, filesWith, removeFolder, repository, temporaryFolder } from '../support/build.ts';

const corpus = process.env['CANDOR_MARKDOWN_CORPUS'] ?? join(repository, '..', 'shared', 'corpora', 'dfds');

describe.skipIf(!existsSync(corpus))('the corpus of plain Markdown postmortems', () => {
  let site = '';
  let report = '';
  let bytes = new Map<string, string>();
  const sources = () =>
    readdirSync(corpus)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(corpus, name));

  beforeAll(async () => {
    site = temporaryFolder();
    const imported = await candor('import', 'markdown', ...sources(), '--into', site);
    report = imported.out;
    expect(imported.code).toBe(0);
    const folder = join(site, 'content', 'postmortems');
    for (const slug of readdirSync(folder)) {
      const file = join(folder, slug, 'index.mdx');
      writeFileSync(file, promote(readFileSync(file, 'utf8'), '2026-01-01T00:00:00Z'));
    }
    mkdirSync(join(site, 'public'), { recursive: true });
    // Their authors left `??` and `TBA` in published texts, which are not ours to fill in.
    appendFileSync(join(site, 'content', 'site.yaml'), 'checks: { text/leftover: warning }\n');
    const built = await candor('build', '--site', site);
    expect(built.code, built.error).toBe(0);
    bytes = everyByte(join(site, 'dist'));
  });

  afterAll(() => removeFolder(site));

  test('each file is imported, with a line that says what was understood', () => {
    expect(sources()).toHaveLength(20);
    expect(report.split('\n').filter((line) => line.includes('postmortems/')).length).toBeGreaterThanOrEqual(20);
  });

  test('each becomes a page', () => {
    expect(filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\/index\.html$/.test(file))).toHaveLength(
      20,
    );
    expect(
      filesWith(bytes, 'default termination policy').filter((file) => /^postmortems.*html$/.test(file)),
    ).toHaveLength(1);
  });

  test('no attendee appears anywhere', () => {
    const names = sources().flatMap((file) => attendeesOf(readFileSync(file, 'utf8')));
    expect(names.length).toBeGreaterThan(40);
    const words = new Map([...bytes].map(([file, content]) => [file, new Set(content.match(/[\p{L}\p{N}]+/gu))]));
    const pages = [...words].filter(([file]) => /\.(?:html|pf_fragment)$/.test(file));
    const found = [...new Set(names)].flatMap((name) =>
      pages.filter(([, all]) => all.has(name)).map(([file]) => `${name} in ${file}`),
    );
    expect(found).toEqual([]);
  });
});

/** Names and initials under the heading "Attendees", in whichever form they are written. */
function attendeesOf(text: string): string[] {
  const section = /^## Attendees\n([\s\S]*?)(?=^#|$(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return section.match(/[\p{L}\p{N}]+/gu) ?? [];
}
