import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { createFolderWriter, type FolderFiles } from '../../../src/private/publish/folder-writer.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';

const above = temporaryFolder();
const folder = join(above, 'written');
afterAll(() => removeFolder(above));

const openWriter = () => createFolderWriter(folder, openFileDigests(join(above, 'digests.json')));

/** Files whose content is their key; `asked` gets the names of those whose content was asked for. */
function filesOf(keys: Record<string, string>, asked: string[] = []): FolderFiles {
  return new Map(
    Object.entries(keys).map(([name, key]) => {
      const content = () => {
        asked.push(name);
        return key;
      };
      return [name, { key, content }];
    }),
  );
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('what was written is not asked for again, also by another process', async () => {
  const writer = openWriter();
  await writer.write(filesOf({ 'a/b.json': 'one', c: 'two' }));
  for (const again of [writer, openWriter()]) {
    const asked: string[] = [];
    await again.write(filesOf({ 'a/b.json': 'one', c: 'two' }, asked));
    expect(asked).toEqual([]);
  }
  expect([read('a/b.json'), read('c')]).toEqual(['one', 'two']);
});

test('what changed is written, what is gone is removed', async () => {
  const asked: string[] = [];
  await openWriter().write(filesOf({ 'a/b.json': 'three', d: 'four' }, asked));
  expect(asked).toEqual(['a/b.json', 'd']);
  expect(readdirSync(folder).sort()).toEqual(['a', 'd']);
  expect(read('a/b.json')).toBe('three');
});

test('a damaged, missing or strange file is put right, and a damaged memory believed in nothing', async () => {
  const wanted = { 'a/b.json': 'three', d: 'four' };
  const damages = [
    () => writeFileSync(join(folder, 'd'), 'five'),
    () => writeFileSync(join(folder, 'strange'), 'x'),
    () => writeFileSync(`${folder}.json`, readFileSync(`${folder}.json`, 'utf8').replace('three', 'other')),
    () => writeFileSync(`${folder}.json`, ''),
  ];
  for (const damage of damages) {
    damage();
    await openWriter().write(filesOf(wanted));
    expect(readdirSync(folder).sort()).toEqual(['a', 'd']);
    expect([read('a/b.json'), read('d')]).toEqual(['three', 'four']);
  }
});

test('another name of a file keeps its bytes when the file changes', async () => {
  linkSync(join(folder, 'd'), join(above, 'published'));
  await openWriter().write(filesOf({ d: 'six' }));
  expect([read('d'), readFileSync(join(above, 'published'), 'utf8')]).toEqual(['six', 'four']);
});
