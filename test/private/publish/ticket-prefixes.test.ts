import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { openTicketPrefixes } from '../../../src/private/publish/ticket-prefixes.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';

const site = temporaryFolder();
const path = join(site, 'prefixes.json');
const story = join(site, 'content/postmortems/example/index.mdx');
mkdirSync(join(story, '..'), { recursive: true });
afterAll(() => removeFolder(site));

const open = (version = 'one') =>
  openTicketPrefixes(site, { path, version, digests: openFileDigests(join(site, 'digests.json')) });

test('prefixes are found in any form of the field, and remembered by the bytes of the story', () => {
  writeFileSync(story, 'actions:\n  - ticket: HOIST-77\n  - { "ticket": "winch-1" }\n');
  const prefixes = open();
  expect(prefixes.find('example')).toEqual(['hoist', 'winch']);
  expect(prefixes.find('missing')).toEqual([]);
  prefixes.save();
  expect(readdirSync(site).sort()).toEqual(['content', 'prefixes.json']);
  expect(open().find('example')).toEqual(['hoist', 'winch']);
  writeFileSync(story, 'ticket: CRANE-5\n');
  expect(open().find('example')).toEqual(['crane']);
});

test('a memory that is damaged, cut or of other code is not believed', () => {
  const prefixes = open();
  prefixes.find('example');
  prefixes.save();
  const whole = readFileSync(path, 'utf8');
  expect(whole).toContain('crane');
  for (const damaged of [whole.replace('crane', 'train'), whole.slice(0, -1), '']) {
    writeFileSync(path, damaged);
    expect(open().find('example')).toEqual(['crane']);
  }
  const [seal = '', body = ''] = whole.replace('crane', 'train').split('\n');
  writeFileSync(path, `${seal}\n${body}`);
  expect(open('two').find('example')).toEqual(['crane']);
});
