/** Names that become parts of addresses and files. */
import { expect, test } from 'vitest';
import { slugOf } from '../../../src/author/importers/names.ts';
import { isAddressName } from '../../../src/shared/incident/address-name.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';

const kept = ['index', 'page', 'con', 'prn', 'aux', 'nul', 'com0', 'com1', 'com9', 'lpt1'];

test.each([
  'a',
  '2026-03-14-checkout',
  'con-1',
  'console',
  'null',
  'com10',
  'com',
  'index-of-all',
  'pages',
  '404',
  'a'.repeat(100),
])('%s is one', (name) => expect(isAddressName(name)).toBe(true));

test.each([...kept, '', 'A', 'a_b', 'a--b', '-a', 'a-', 'a.b', 'a/b', 'a b', 'é', 'con\n', 'a'.repeat(101)])(
  '%j is none',
  (name) => expect(isAddressName(name)).toBe(false),
);

test.each(kept)('%s is refused as an earlier slug, a tag and a severity alike', (name) => {
  const issues = [
    postmortemSchema.safeParse({ redirectFrom: [name], tags: [name], severity: name }).error?.issues,
    siteSchema.safeParse({ severities: [{ id: name, name: 'A', meaning: 'B' }] }).error?.issues,
  ].map((all) => (all ?? []).filter(({ code, message }) => code === 'invalid_format' && message.includes('kept')));
  expect(issues.map((own) => own.length)).toEqual([3, 1]);
});

test.each([
  ['CON.md', 'postmortem-con'],
  ['index.md', 'postmortem-index'],
  ['障害報告.md', 'postmortem'],
  ['عطل.md', 'postmortem'],
  ['2026-03-14 障害.md', '2026-03-14'],
  [`${'a '.repeat(80)}b`, `${'a-'.repeat(49)}a`],
])('the slug of %s can be one', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  expect(isAddressName(slugOf(name))).toBe(true);
});
