/** The settings of `candor announce` are private to the last word, for the gate. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectPrivate } from '../../../src/build/gate/collect-private.ts';
import { checkLeaks, type GateOptions } from '../../../src/build/gate/leak-gate.ts';
import { splitAnnounce } from '../../../src/build/gate/split-announce.ts';
import { readSite } from '../../../src/disk/source/read-site.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { writeFiles, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
const announceYaml = `# CANARY-comment: ask the Whitmarsh bureau
channels:
  - { name: whitmarsh-partners, kind: webhook, url: { env: CANARY_HOOK }, secret: { env: CANARY_SECRET } }
  - { name: list, kind: email, smtp: { env: CANARY_SMTP }, from: us@postmortems.example, to: [canary-list@whitmarsh.example], only: { severities: [sev1], entries: [published] } }
`;
let gate: GateOptions;

beforeAll(async () => {
  await writeSite(site, { example: { 'index.mdx': postmortem() } }, { 'content/announce.yaml': announceYaml });
  const { site: source } = await readSite(site);
  if (!source) throw new Error('The site cannot be read.');
  const engine = {
    digest: 'none',
    readTexts: async () => ({ words: new Set(['published', 'email', 'webhook', 'list']), texts: [] }),
  };
  gate = await collectPrivate(site, source, { now: '2026-11-23T00:00:00Z', engine });
});
afterAll(() => removeFolder(site));

test.each([
  ['a comment', 'Please ask the Whitmarsh bureau', 1],
  ['a recipient', 'Write to canary-list@whitmarsh.example', 4],
  ['the name of a channel', 'Told in whitmarsh-partners', 3],
  ['the name of a variable', 'It is in CANARY_HOOK', 3],
  ['the name of another', 'It is in canary_smtp', 4],
])('%s is found in the output, and not printed', async (_, words, line) => {
  await writeFiles(site, { 'output/a.html': `<p>${words}</p>` });
  const found = await checkLeaks(`${site}/output`, ['a.html'], gate);
  expect(found.map(({ code }) => code)).toContain('gate/leak');
  expect(JSON.stringify(found)).toContain(`content/announce.yaml:${line}`);
  expect(JSON.stringify(found)).not.toMatch(/whitmarsh|canary/i);
});

test('words of every site, and ids of this one, are no find', async () => {
  await writeFiles(site, { 'output/b.html': '<p>sev1 was published by email, and in a list</p>' });
  expect(await checkLeaks(`${site}/output`, ['b.html'], gate)).toEqual([]);
});

test('a file that cannot be parsed is private as a whole', async () => {
  await writeFiles(site, { 'content/announce.yaml': 'channels: [CANARY' });
  expect(await splitAnnounce(site)).toEqual([{ text: 'channels: [CANARY', origin: 'content/announce.yaml' }]);
});
