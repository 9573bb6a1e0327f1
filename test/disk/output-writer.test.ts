import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openFileDigests } from '../../src/disk/file-digests.ts';
import { listEntries } from '../../src/disk/list-entries.ts';
import { OutputRefused } from '../../src/disk/output-refused.ts';
import { createOutputWriter, type OutputWriter } from '../../src/disk/output-writer.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

const above = temporaryFolder();
let round = 0;
let [source, target] = ['', ''];
let placer: OutputWriter;
afterAll(() => removeFolder(above));

const digests = openFileDigests(join(above, 'digests.json'));
const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const read = (name: string) => readFileSync(join(target, name), 'utf8');

beforeEach(() => {
  round += 1;
  [source, target] = [join(above, `${round}/source`), join(above, `${round}/target`)];
  write(join(target, 'marker.json'), '{}');
  write(join(source, 'a/b.html'), 'page');
  write(join(source, '_headers'), 'engine');
  placer = createOutputWriter(target, digests, ['marker.json']);
});

test('linked files are the same files, and their digests are known under their new names', () => {
  placer.link(source, 'de/');
  expect(listEntries(target).map(({ file }) => file)).toEqual(['de/_headers', 'de/a/b.html', 'marker.json']);
  const [from, to] = [join(source, 'a/b.html'), join(target, 'de/a/b.html')];
  expect(lstatSync(to).ino).toBe(lstatSync(from).ino);
  expect(digests.digestOf(to)).toBe(digests.digestOf(from));
});

test('rules of the owner stand below those that are there, which stay as they were in their own folder', () => {
  const own = join(above, `${round}/public`);
  write(join(own, '_headers'), 'owner');
  write(join(own, 'robots.txt'), 'all');
  placer.link(source);
  placer.copy(own);
  expect([read('_headers'), read('robots.txt')]).toEqual(['engine\nowner', 'all']);
  expect(readFileSync(join(source, '_headers'), 'utf8')).toBe('engine');
  expect(lstatSync(join(target, 'robots.txt')).nlink).toBe(1);
});

test.each(['link', 'copy'] as const)('to %s neither overwrites nor follows links', (way) => {
  placer[way](source);
  for (const name of ['A/b.html', 'a/B.html', 'a/b.html', 'Marker.json', '_Headers']) {
    const own = join(above, `${round}/own/${name.replace('/', '-')}`);
    write(join(own, name), 'other');
    expect(() => placer[way](own), name).toThrow(OutputRefused);
  }
  const linked = join(above, `${round}/linked`);
  mkdirSync(linked);
  symlinkSync('/etc/hostname', join(linked, 'host'));
  expect(() => placer[way](linked)).toThrow(/^host in .* is a link or a device/);
  symlinkSync(source, join(above, `${round}/to-source`));
  expect(() => placer[way](join(above, `${round}/to-source`))).toThrow(OutputRefused);
  expect(read('a/b.html')).toBe('page');
});

test.each(['link', 'copy'] as const)(
  'to %s puts no file in the place of a folder, and no folder in that of a file',
  (way) => {
    placer[way](source);
    for (const name of ['a', 'A', 'a/b.html/c', 'marker.json/d']) {
      const own = join(above, `${round}/own-${name.replaceAll('/', '-')}`);
      write(join(own, name), 'other');
      expect(() => placer[way](own), name).toThrow(OutputRefused);
    }
    expect(read('a/b.html')).toBe('page');
  },
);

test('of what lay there before, only another name of the very file stays', () => {
  placer.link(source);
  const kept = lstatSync(join(target, 'a/b.html')).ino;
  const [changed, own] = [join(above, `${round}/changed`), join(above, `${round}/own`)];
  write(join(own, 'copied.txt'), 'copied');
  write(join(source, 'c/d'), 'file');
  placer.copy(own);
  placer.link(join(source, 'c'), 'x/y/');
  write(join(target, 'stray.html'), 'stray');
  write(join(target, 'e/f/g.html'), 'stray');
  write(join(target, 'UPPER.txt'), 'stray');
  symlinkSync(above, join(target, 'h'));
  const again = createOutputWriter(target, digests, ['marker.json']);
  write(join(changed, 'copied.txt/now-a-folder'), '1');
  write(join(changed, 'x'), 'now a file');
  write(join(changed, 'upper.txt'), 'now lower');
  write(join(changed, 'h/i'), 'now a folder of its own');
  write(join(changed, '_headers'), 'other bytes');
  again.link(join(source, 'a'), 'a');
  again.link(changed);
  again.clear();
  expect(listEntries(target).map(({ file }) => file)).toEqual(
    ['_headers', 'a/b.html', 'copied.txt/now-a-folder', 'h/i', 'marker.json', 'upper.txt', 'x'].sort(),
  );
  expect([read('_headers'), read('x'), read('upper.txt')]).toEqual(['other bytes', 'now a file', 'now lower']);
  expect(lstatSync(join(target, 'a/b.html')).ino).toBe(kept);
  expect(readFileSync(join(source, '_headers'), 'utf8')).toBe('engine');
  expect(existsSync(join(target, 'e'))).toBe(false);
  expect(existsSync(join(above, 'i'))).toBe(false);
});

test('a listing names links and does not go where they lead', () => {
  symlinkSync(above, join(target, 'up'));
  expect(listEntries(target).map(({ file }) => file)).toEqual(['marker.json', 'up']);
});

test('a folder that is not there has no files', () => {
  placer.copy(join(above, 'nowhere'));
  expect(listEntries(target)).toHaveLength(1);
});
