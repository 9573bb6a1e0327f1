/** With every other lock taken off, the gate looks into files for download, and knows those that are internal. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectPrivate } from '../../../src/build/gate/collect-private.ts';
import { checkLeaks, digestOf, type GateOptions } from '../../../src/build/gate/leak-gate.ts';
import { readSite } from '../../../src/disk/source/read-site.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const shared = '09:12 the shared line of both logs which readers may have\n';
const raw = `09:11 the platypus at the very end answered slowly\n${shared}`;
const hidden = 'The hoist was unplugged by somebody before their lunch';
const attachments =
  '[{ title: a, file: excerpt.log }, { title: b, file: raw.log, internal: true }, { title: c, file: minutes.md }]';

let site: string;
let gate: GateOptions;
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'candor-offered-'));
  await writeSite(site, {
    one: {
      'index.mdx': postmortem(`x\n\n<Internal>${hidden}</Internal>`, {
        attachments,
        review: '{ held: 2026-03-16, minutes: ./minutes.md }',
      }),
      'excerpt.log': shared,
      'raw.log': raw,
      'minutes.md': 'The minutes say that nobody had asked for it',
    },
    draft: {
      'index.mdx': postmortem('x', { id: 'PM-2', state: 'draft', attachments: '[{ title: d, file: d.json }]' }),
      'd.json': '{"a":"the words of a draft that waits for its day"}',
    },
  });
  const { site: read, problems } = await readSite(site);
  expect(problems).toEqual([]);
  if (!read) throw new Error('The site cannot be read.');
  gate = await collectPrivate(site, read, {
    now: '2026-11-23T00:00:00Z',
    engine: { digest: 'none', readTexts: async () => ({ words: new Set(), texts: [] }) },
  });
});
afterAll(() => rm(site, { recursive: true, force: true }));

async function originsOf(file: string, content: string | Uint8Array, permitted = new Map<string, string>()) {
  const output = join(site, 'output');
  await mkdir(dirname(join(output, file)), { recursive: true });
  await writeFile(join(output, file), content);
  const found = await checkLeaks(output, [file], { ...gate, permitted });
  return found.map(({ code, fact }) => /from (\S+):/.exec(fact)?.[1]?.replace(/:\d+$/, '') ?? code);
}

const place = 'attachments/0a1b/offered.log';
const folder = 'content/postmortems/one';

test('what is offered passes, byte for byte', async () => {
  expect(await originsOf(place, shared)).toEqual([]);
});

test.each([
  ['an internal file', raw, `${folder}/raw.log`],
  ['a line of an internal file', 'x\n09:11 the platypus at the very end answered slowly\n', `${folder}/raw.log`],
  ['the minutes, which somebody offers', 'The minutes say that nobody had asked for it', `${folder}/minutes.md`],
  ['words of a draft', 'the words of a draft that waits for its day', 'content/postmortems/draft/d.json'],
  ['internal words of the story', `1,${hidden}\n`, `${folder}/index.mdx`],
  ['a name of the policy', '09:12 Mei Chen logged in\n', 'content/people.yaml'],
  ['a term of the policy', '09:12 Project Basilisk\n', 'content/redaction.yaml'],
])('%s is found', async (_, content, origin) => {
  expect(await originsOf(place, content)).toContain(origin);
});

test('the name of a file is searched too', async () => {
  expect(await originsOf('attachments/0a1b/mei-chen.log', 'x')).toContain('content/people.yaml');
  expect(await originsOf('attachments/0a1b/raw.log', 'x')).toContain(`${folder}/index.mdx`);
});

test('a PDF passes in bytes that the policy names, and is searched as far as it can be read', async () => {
  const pdf = (text: string) => makePdf([[{ x: 50, y: 700, text }]]);
  const path = 'attachments/0a1b/report.pdf';
  const permit = (bytes: Uint8Array) => new Map([[path, digestOf(bytes)]]);
  expect(await originsOf(path, pdf('Plain'))).toEqual(['gate/unreadable']);
  expect(await originsOf(path, pdf('Plain'), permit(pdf('Plain')))).toEqual([]);
  for (const [text, origin] of [
    ['Ask Mei Chen', 'content/people.yaml'],
    [hidden, `${folder}/index.mdx`],
  ] as const)
    expect(await originsOf(path, pdf(text), permit(pdf(text)))).toContain(origin);
});
