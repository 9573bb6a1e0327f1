import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPublicationCache } from '../../../src/private/publish/publication-cache.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-cache-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.alloc(200_000, 7);
const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}-480.webp`;
const value = { images: [{ name, width: 480, bytes }] };

test('postmortems that show the same image may be kept one after the other', async () => {
  const cache = createPublicationCache(folder);
  for (let index = 0; index < 40; index += 1) cache.write(`postmortems/p${index}`, 'key', value);
  expect(await cache.read('postmortems/p39', 'key')).toEqual(value);
  expect((await readdir(join(folder, 'images'))).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('workers that keep the same image at the same time do not meet', async () => {
  const shared = join(folder, 'shared');
  const module = new URL('../../../src/private/publish/publication-cache.ts', import.meta.url).href;
  const script = `import { workerData } from 'node:worker_threads';
    const { createPublicationCache } = await import('${module}');
    const cache = createPublicationCache(workerData.shared);
    for (let index = 0; index < 100; index += 1) cache.write('postmortems/p', 'key', workerData.value);`;
  const source = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  const run = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(source, { workerData: { shared, value } });
      worker.on('error', reject).on('exit', resolve);
    });
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect((await createPublicationCache(shared).read('postmortems/p', 'key'))?.images[0]?.name).toBe(name);
  expect((await readdir(join(shared, 'images'))).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('an entry of another key, or damaged, is none', async () => {
  const cache = createPublicationCache(folder);
  cache.write('postmortems/a', 'key', value);
  expect(await cache.read('postmortems/a', 'other')).toBeUndefined();
  await writeFile(join(folder, 'postmortems', 'a.json'), 'key x\n{}');
  expect(await cache.read('postmortems/a', 'key')).toBeUndefined();
});
