import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { openTicketPrefixes } from '../../../src/private/publish/ticket-prefixes.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { policy } from '../../support/publish.ts';

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
  expect(prefixes.find('example')).toEqual(['hoist-', 'winch-']);
  expect(prefixes.find('missing')).toEqual([]);
  prefixes.save();
  expect(readdirSync(site).sort()).toEqual(['content', 'prefixes.json']);
  expect(open().find('example')).toEqual(['hoist-', 'winch-']);
  writeFileSync(story, 'ticket: CRANE-5\n');
  expect(open().find('example')).toEqual(['crane-']);
});

const forms: [ticket: string, prefixes: string[], found: string, notFound: string][] = [
  ['HOIST-77', ['hoist-'], 'see HOIST-9.', 'see HOISTER-9.'],
  ['INC0012345', ['inc'], 'see INC0012399.', 'see INC12.'],
  ['T1234', ['t'], 'see T1235.', 'at T12.'],
  ['"#90210"', ['#'], 'see #90211.', 'our #1, and #12'],
  ['eng_123', ['eng_'], 'see eng_124', 'see teng_124'],
  ['payments/1234', ['payments/'], 'see payments/1235', 'payments/2'],
  ['ops#12', ['ops#'], 'see ops#7', 'ops #7'],
  [
    'https://github.com/acme/ops/issues/77',
    ['github.com/acme/ops/issues/'],
    'see https://github.com/acme/ops/issues/78.',
    'see https://github.com/acme/ops/pulls/78.',
  ],
  ['https://tracker.example/browse/HOIST-77', ['hoist-'], 'see HOIST-9', 'https://tracker.example/browse/OTHER-9'],
];
test.each(forms)('a ticket %s makes others of its tracker private', (ticket, prefixes, found, notFound) => {
  writeFileSync(story, `actions:\n  - { ticket: ${ticket}, state: done }\n`);
  expect(open().find('example')).toEqual(prefixes);
  const find = createFinder(policy, { ticketPrefixes: prefixes });
  expect(find(found).map(({ kind }) => kind)).toEqual(['a ticket id']);
  expect(find(notFound)).toEqual([]);
});

test('a memory that is damaged, cut or of other code is not believed', () => {
  writeFileSync(story, 'ticket: CRANE-5\n');
  const prefixes = open();
  prefixes.find('example');
  prefixes.save();
  const whole = readFileSync(path, 'utf8');
  expect(whole).toContain('crane');
  for (const damaged of [whole.replace('crane', 'train'), whole.slice(0, -1), '']) {
    writeFileSync(path, damaged);
    expect(open().find('example')).toEqual(['crane-']);
  }
  const [seal = '', body = ''] = whole.replace('crane', 'train').split('\n');
  writeFileSync(path, `${seal}\n${body}`);
  expect(open('two').find('example')).toEqual(['crane-']);
});
