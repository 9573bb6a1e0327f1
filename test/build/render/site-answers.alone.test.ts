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
  share,
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

test('whoever uses what was made once has asked what was asked for it', async () => {
  let made = 0;
  const entry = (slug: string) =>
    share('test-entry', slug, () => {
      made += 1;
      return [`${getOne(slug).title} of ${countAll()}`];
    });
  const first = await asked(() => entry('a'));
  const second = await asked(() => [countAll(), entry('a')]);
  const again = await asked(() => expect(entry('a')).toBe(entry('a')));
  expect([first, second, again].map((readings) => readings.map(({ question }) => question))).toEqual(
    Array.from({ length: 3 }, () => ['test-count', 'test-one']),
  );
  expect(first).toEqual(second);
  expect(made).toBe(1);
  await write('postmortems/a.json', { title: 'B' });
  expect(entry('a')).toEqual(['A of 2']);
  forgetAnswers();
  expect(entry('a')).toEqual(['B of 2']);
  expect(isStillTrue(first)).toBe(false);
});

test('what an answer was made of is not asked by the page: it may change where the answer does not', async () => {
  const isLong = defineQuery('test-long', () => countAll() > 1);
  const readings = await asked(() => [isLong(), share('test-long', '', () => isLong())]);
  expect(readings.map(({ question }) => question)).toEqual(['test-long']);
  await write('list.json', ['a', 'b', 'c']);
  forgetAnswers();
  expect(isStillTrue(readings)).toBe(true);
  await write('list.json', ['a']);
  forgetAnswers();
  expect(isStillTrue(readings)).toBe(false);
});

test('what is made of a postmortem is none of another, and what fails is made again', async () => {
  await write('postmortems/b.json', { title: 'B' });
  const entry = (slug: string, isBroken = false) =>
    share('test-title', slug, () => {
      if (isBroken) throw new Error('Broken.');
      return getOne(slug).title;
    });
  expect(() => entry('a', true)).toThrow('Broken.');
  expect([entry('a'), entry('b'), entry('a')]).toEqual(['A', 'B', 'A']);
});
