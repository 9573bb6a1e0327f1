import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importPostmortems } from '../../src/cli/import.ts';
import { siteSchema } from '../../src/incident/site-schema.ts';
import { peopleSchema, redactionSchema } from '../../src/redaction/policy-schema.ts';

function setUp(files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), 'candor-import-'));
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const into = join(folder, 'site');
  const run = (list = paths) => {
    const lines: string[] = [];
    const status = importPostmortems({ format: 'markdown', files: list, into, report: (line) => lines.push(line) });
    return { status, said: lines.join('\n') };
  };
  return { into, folder, run, read: (path: string) => readFileSync(join(into, path), 'utf8') };
}

test('an import into an empty folder leaves a complete site', () => {
  const { run, read } = setUp({ 'one.md': '# One\n\nText.\n' });
  expect(run().status).toBe(0);
  expect(read('content/postmortems/one/index.mdx')).toContain('title: One');
  siteSchema.parse(parse(read('content/site.yaml')));
  peopleSchema.parse(parse(read('content/people.yaml')));
  redactionSchema.parse(parse(read('content/redaction.yaml')));
});

test('a second run changes nothing and says so', () => {
  const { run, read } = setUp({ 'one.md': '# One\n\nText.\n' });
  run();
  const before = read('content/postmortems/one/index.mdx');
  const { status, said } = run();
  expect(status).toBe(0);
  expect(said).toMatch(/index\.mdx is there already, unchanged\.$/);
  expect(read('content/postmortems/one/index.mdx')).toBe(before);
});

test('a draft that its author has edited is left as it is', () => {
  const { run, read, into } = setUp({ 'one.md': '# One\n\nText.\n' });
  run();
  writeFileSync(join(into, 'content/postmortems/one/index.mdx'), 'edited');
  expect(run().said).toContain('was left as it is');
  expect(read('content/postmortems/one/index.mdx')).toBe('edited');
});

test('unreadable files are named, and the others are imported', () => {
  const { run, read, folder } = setUp({
    'empty.md': '',
    'binary.md': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00),
    'nul.md': 'a\0b',
    'huge.md': 'a '.repeat(700_000),
    'good.md': '\ufeff# Good\r\n\r\nText.\r\n',
  });
  const names = ['empty.md', 'binary.md', 'nul.md', 'huge.md', 'missing.md', 'good.md', '.'];
  const { status, said } = run(names.map((name) => join(folder, name)));
  expect(status).toBe(1);
  expect(said.match(/error file\/[a-z-]+/g)).toEqual([
    'error file/empty',
    'error file/not-text',
    'error file/not-text',
    'error file/too-large',
    'error file/not-found',
    'error file/unexpected',
  ]);
  expect(read('content/postmortems/good/index.mdx')).toContain('title: Good');
});

test('two files with one slug do not overwrite each other', () => {
  const { run, read } = setUp({ 'One.md': '# First\n', 'one-.md': '# Second\n' });
  const { status, said } = run();
  expect(status).toBe(1);
  expect(said).toContain('record/duplicate');
  expect(read('content/postmortems/one/index.mdx')).toContain('title: First');
});

test('the stand-in severity is one of the site that is imported into', () => {
  const { run, read, into } = setUp({ 'one.md': '# One\n' });
  run([]);
  expect(() => read('content/site.yaml')).toThrow();
  run();
  writeFileSync(join(into, 'content/site.yaml'), 'severities: [{ id: high }, { id: low }]\n');
  writeFileSync(join(into, '../two.md'), '# Two\n');
  run([join(into, '../two.md')]);
  expect(read('content/postmortems/two/index.mdx')).toContain('severity: low');
});
