/** What editors know of the files that people write. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlSchemas } from '../../../src/author/editor/editor-files.ts';
import { candor, copyDemo, filesIn, removeFolder, repository } from '../../support/build.ts';
import { type LanguageServer, startLanguageServer } from '../../support/language-server.ts';

let site = '';
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(join(site, `schemas/${name}.schema.json`), 'utf8')) as object;
const slug = '2026-08-22-checkout-certificate';

beforeAll(async () => {
  site = copyDemo();
  expect(await candor('schema', '--site', site)).toMatchObject({ code: 0, error: '' });
});

afterAll(() => removeFolder(site));

describe('schemas', () => {
  test('those of the repository are up to date', () => {
    for (const file of filesIn(join(site, 'schemas')))
      expect(readFileSync(join(repository, 'schemas', file), 'utf8'), file).toBe(
        readFileSync(join(site, 'schemas', file), 'utf8'),
      );
  });

  test('a second run writes nothing', async () => {
    expect((await candor('schema', '--site', site)).out).toContain('is up to date');
  });

  test('they name nothing internal', () => {
    const all = filesIn(join(site, 'schemas')).map((file) => readFileSync(join(site, 'schemas', file), 'utf8'));
    expect(all.join('\n')).toContain('storefront-api');
    expect(all.join('\n')).not.toMatch(/lampwick|drasmuss/i);
  });

  test('the demo is sound by them', () => {
    const files: [string, string][] = [
      ...readdirSync(join(site, 'content/postmortems')).map((name): [string, string] => [
        'postmortem',
        `postmortems/${name}/index.mdx`,
      ]),
      ...readdirSync(join(site, 'content/services')).map((name): [string, string] => ['service', `services/${name}`]),
      ['site', 'site.yaml'],
      ['people', 'people.yaml'],
      ['redaction', 'redaction.yaml'],
      ['page', 'pages/about.mdx'],
      ['translation', `postmortems/${slug}/index.de.mdx`],
    ];
    for (const [name, file] of files) {
      const text = readFileSync(join(site, 'content', file), 'utf8');
      const value: unknown = parse(file.endsWith('.mdx') ? (text.split('\n---\n')[0] ?? '').slice(4) : text);
      const ajv = new Ajv({ allErrors: true });
      expect(ajv.validate(schemaOf(name), value), `${file}: ${ajv.errorsText()}`).toBe(true);
    }
  });

  test('an unknown key and a wrong value are marked', () => {
    const ajv = new Ajv({ allErrors: true });
    expect(ajv.validate(schemaOf('service'), { name: 'x', agreement: [] })).toBe(false);
    expect(ajv.validate(schemaOf('site'), { name: 3 })).toBe(false);
  });

  test('every key of a postmortem is explained', () => {
    const { properties } = schemaOf('postmortem') as { properties: Record<string, { description?: string }> };
    expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
  });

  test("the repository's editor settings and the demo's comments name them", () => {
    const settings = JSON.parse(readFileSync(join(repository, '.vscode/settings.json'), 'utf8')) as object;
    expect(settings).toMatchObject({
      'yaml.schemas': Object.fromEntries(
        Object.entries(yamlSchemas).map(([name, glob]) => [`./schemas/${name}.schema.json`, glob]),
      ),
    });
    for (const [file, schema] of [
      ['site.yaml', '../schemas/site'],
      ['people.yaml', '../schemas/people'],
      ['redaction.yaml', '../schemas/redaction'],
      ...readdirSync(join(repository, 'content/services')).map((name) => [`services/${name}`, '../../schemas/service']),
    ] as [string, string][])
      expect(readFileSync(join(repository, 'content', file), 'utf8').split('\n')[0]).toBe(
        `# yaml-language-server: $schema=${schema}.schema.json`,
      );
  });
});

describe('an editor', () => {
  let server: LanguageServer;
  let uri = '';
  const file = () => join(site, 'content/postmortems', slug, 'index.mdx');
  const text = () => readFileSync(file(), 'utf8').replace('severity: sev1', 'severity: ').replace('tags:', 'tagz:');
  const lineOf = (key: string) =>
    text()
      .split('\n')
      .findIndex((line) => line.startsWith(`${key}:`));

  beforeAll(async () => {
    server = await startLanguageServer(site);
    uri = server.open(file(), text());
  });

  afterAll(() => server.stop());

  test("completes a field of a postmortem with the site's own values", async () => {
    const position = { line: lineOf('severity'), character: 10 };
    const { items } = await server.ask<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    expect(items.map(({ label }) => label)).toEqual(['sev1', 'sev2', 'sev3', 'sev4']);
  });

  test.each([
    ['the kinds of a row of the timeline', /(?<=\{ at: \S+, kind: )\w*/, ['trigger', 'detection', 'recovery']],
    ['the people of the site', /(?<=people: \[)\w+/, ['drasmuss', 'zvalcourt']],
    ['who may have attended', /(?<=attendees: \[)\w+/, ['drasmuss', 'nthackeray']],
  ])('completes %s', async (_, place, labels) => {
    const source = readFileSync(join(site, 'content/postmortems/2025-05-30-vat-rounding/index.mdx'), 'utf8');
    const at = source.search(place);
    expect(at).toBeGreaterThan(0);
    const before = source.slice(0, at);
    const other = server.open(
      join(site, 'content/postmortems/2025-05-30-vat-rounding/index.mdx'),
      before + source.slice(at).replace(/^\w+/, ''),
    );
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const { items } = await server.ask<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri: other },
      position,
    });
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  });

  test('explains a field', async () => {
    const position = { line: lineOf('publishedAt'), character: 3 };
    const hover = await server.ask('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain('embargoed until then');
  });

  test('marks a key that there is not', async () => {
    const { items } = await server.ask<{ items: { message: string; range: { start: { line: number } } }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    const found = items.find(({ message }) => message.includes('tagz'));
    expect(found?.range.start.line).toBe(lineOf('tagz'));
  });
});
