/** What pages asked for decides when they are rendered again. */
import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  defineQuery,
  forgetAnswers,
  isStillTrue,
  noteDigests,
  queryFile,
  readProjected,
  trackReadings,
} from '../../../src/site/data/answers.ts';

let folder: string;
const write = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-answers-'));
  vi.stubEnv('CANDOR_PROJECTION', folder);
  await mkdir(join(folder, 'postmortems'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await write('list.json', ['a', 'b']);
  await write('postmortems/a.json', { title: 'A' });
  forgetAnswers();
});

const getOne = queryFile<{ title: string }>('test-one', (slug) => `postmortems/${slug}.json`);
const countAll = defineQuery('test-count', () => readProjected<string[]>('list.json').length);
const careless = defineQuery('test-careless', (slug) => readProjected(`postmortems/${slug}.json`));

const asked = async (render: () => unknown) => (await trackReadings(async () => render())).readings;

test('a changed file, and a changed list, are seen', async () => {
  const readings = await asked(() => [getOne('a').title, countAll()]);
  expect(isStillTrue(readings)).toBe(true);
  await write('postmortems/a.json', { title: 'B' });
  forgetAnswers();
  expect(isStillTrue(readings)).toBe(false);
  await write('postmortems/a.json', { title: 'A' });
  await write('list.json', ['a']);
  forgetAnswers();
  expect(isStillTrue(readings)).toBe(false);
});

test('with the same ground only files are looked at', async () => {
  const [list, file] = [await asked(() => countAll()), await asked(() => getOne('a').title)];
  await write('list.json', 'no list');
  await write('postmortems/a.json', { title: 'B' });
  forgetAnswers();
  expect(isStillTrue(list, true)).toBe(true);
  expect(isStillTrue(file, true)).toBe(false);
});

test('a digest that is told stands for the file', async () => {
  const readings = await asked(() => getOne('a').title);
  await rm(join(folder, 'postmortems/a.json'));
  forgetAnswers();
  noteDigests({ 'postmortems/a.json': hash('sha256', JSON.stringify({ title: 'A' })) });
  expect(isStillTrue(readings)).toBe(true);
  forgetAnswers();
  noteDigests({ 'postmortems/a.json': hash('sha256', 'other') });
  expect(isStillTrue(readings)).toBe(false);
});

test('an answer that is made of a file without asking for it is refused, for nobody would see that it changed', async () => {
  await expect(asked(() => careless('a'))).rejects.toThrow('ask for that file');
  expect(countAll()).toBe(2);
});
