/** `candor announce` over the life of a site: built, changed and built again. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, everyByte, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { writeSite } from '../support/site.ts';

const site = temporaryFolder();
const into = temporaryFolder();
const at = (...path: string[]) => join(site, ...path);
const withCanaries = {
  summary: 'Payments failed for some. <Internal>CANARY-summary</Internal>',
  advice: 'Try again. <Internal>CANARY-advice</Internal>',
  attachments: '[{ title: CANARY-file, file: canary.log, internal: true }, { title: The log, file: node.log }]',
  internal: '{ note: CANARY-note }',
  responders: '[{ team: Payments, people: [mchen] }]',
  review: '{ held: 2026-03-18, attendees: [mchen], minutes: minutes.mdx }',
  timeline:
    '[{ at: 2026-03-14T09:12Z, kind: trigger, what: The deploy began. }, { at: 2026-03-14T09:13Z, kind: note, what: CANARY-row, internal: true }]',
  actions:
    '[{ id: A1, what: Add the index, kind: fix, owner: Payments, due: 2026-05-15, doneWhen: It is used., state: open, ticket: CANARY-7 }]',
};
const body = 'The story.\n\n<Internal>CANARY-internal</Internal>\n\n{/* CANARY-comment */}\n';
const embargo = { id: 'PM-2026-002', title: 'An embargo that ends', publishedAt: '2026-06-01T10:00Z' };
const announceYaml = 'channels:\n  - { name: canary-channel, kind: slack, url: { env: CANARY_URL } } # CANARY-remark\n';

/** Builds at a moment, and gives back the titles that would be told of it. */
async function told(now: string): Promise<string[]> {
  cpSync(at('dist'), at('old'), { recursive: true });
  expect((await candor('build', '--site', site, '--now', now)).error).not.toMatch(/ error /);
  const args = ['--site', site, '--before', at('old'), '--after', at('dist'), '--ledger', at('told.json'), '--dry-run'];
  const { code, out, error } = await candor('announce', ...args, '--now', now);
  expect([code, error]).toEqual([0, '']);
  expect(out).not.toMatch(/CANARY-|Mei Chen|meimei/);
  removeFolder(at('old'));
  return [...out.matchAll(/^canary-channel \(slack\): “(.*)”$/gm)].map(([, title = '']) => title);
}

const story = at('content/postmortems/example/index.mdx');
const rewrite = (change: (text: string) => string, file = story) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

beforeAll(async () => {
  mkdirSync(at('dist'), { recursive: true });
  await writeSite(
    site,
    {
      example: {
        'index.mdx': postmortem(body, withCanaries),
        'minutes.mdx': 'CANARY-minutes',
        'canary.log': 'CANARY-log',
        'node.log': 'ok',
      },
      embargoed: { 'index.mdx': postmortem('Text.', embargo) },
    },
    { 'content/announce.yaml': announceYaml },
  );
});
afterAll(() => [site, into].forEach(removeFolder));

test('a first publication, an embargo that ends, a correction and a kept promise are told; a new slug and wording are not', async () => {
  expect(await told('2026-04-01T00:00:00Z')).toEqual(['Checkout failed for some customers']);
  expect(await told('2026-05-01T00:00:00Z')).toEqual([]);
  expect(existsSync(at('dist/postmortems/embargoed'))).toBe(false);
  expect(await told('2026-06-02T00:00:00Z')).toEqual(['An embargo that ends']);
  expect(existsSync(at('dist/postmortems/embargoed/atom.xml'))).toBe(true);
  renameSync(at('content/postmortems/embargoed'), at('content/postmortems/renamed'));
  rewrite((text) => text.replace('Text.', 'Better text.'), at('content/postmortems/renamed/index.mdx'));
  expect(await told('2026-06-03T00:00:00Z')).toEqual([]);
  rewrite((text) =>
    text.replace('---\n', '---\nrevisions: [{ at: 2026-06-04T09:00Z, kind: correction, note: It was less. }]\n'),
  );
  expect(await told('2026-06-05T00:00:00Z')).toEqual(['Correction: Checkout failed for some customers']);
  rewrite((text) => text.replace('state: open', 'state: done, doneOn: 2026-06-06'));
  expect(await told('2026-06-07T00:00:00Z')).toEqual(['Done late: Add the index']);
});

test('nothing of the settings is in the site or in a copy of the sources', async () => {
  expect(await candor('export', '--site', site, '--into', into)).toMatchObject({ code: 0, error: '' });
  expect(readFileSync(at('dist/postmortems/example/atom.xml'), 'utf8')).toContain('Done late: Add the index');
  for (const folder of [at('dist'), into]) {
    const bytes = everyByte(folder);
    expect(bytes.size).toBeGreaterThan(5);
    expect(filesWith(bytes, 'CANARY')).toEqual([]);
    expect(filesWith(bytes, 'Add the index').length).toBeGreaterThan(0);
    expect([...bytes.keys()].filter((file) => file.includes('announce'))).toEqual([]);
  }
});
