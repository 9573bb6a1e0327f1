/** The data of the demo site, held against the schemas that it publishes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, copyDemo, filesIn, removeFolder } from '../support/build.ts';

let site = '';
const read = (file: string): unknown => JSON.parse(readFileSync(join(site, 'dist', file), 'utf8'));

beforeAll(async () => {
  site = copyDemo();
  expect((await candor('build', '--site', site)).code).toBe(0);
});
afterAll(() => removeFolder(site));

test.each(['postmortems', 'services', 'agreements', 'promises'])('/api/%s.json is as its schema says', (name) => {
  const validate = new Ajv2020().compile(read(`api/schema/${name}.json`) as object);
  const document = read(`api/${name}.json`) as Record<string, unknown[]>;
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document[name]?.length).toBeGreaterThan(0);
});

test('each postmortem is there as data, as the schema says', () => {
  const validate = new Ajv2020().compile(read('api/schema/postmortem.json') as object);
  const files = filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\.json$/.test(file));
  expect(files).toHaveLength(13);
  for (const file of files) expect(validate(read(file)), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
});

test('the table is CSV with a row for each postmortem', () => {
  const text = readFileSync(join(site, 'dist/postmortems.csv'), 'utf8');
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(13);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(rows.every(({ url }) => url?.startsWith('https://'))).toBe(true);
});
