/** With every other lock taken off, the gate looks into files for download, and knows those that are internal. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLeaks, digestOf, type GateOptions } from '../../../src/build/gate/leak-gate.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { openTestGate } from '../../support/open-test-gate.ts';
import { pdfStream, pdfWith } from '../../support/pdf-with.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const shared = '09:12 the shared line of both logs which readers may have\n';
const raw = `09:11 the platypus at the very end answered slowly\n${shared}`;
const hidden = 'The hoist was unplugged by somebody before their lunch';
const whole = 'at,what\n09:10,a table of which nobody says where it comes from\n';
const attachments = `[
  { title: a, file: excerpt.log }, { title: b, file: raw.log, internal: true }, { title: c, file: minutes.md },
  { title: d, file: twice.log }, { title: e, file: twice.log, internal: true },
  { title: f, file: whole.csv, internal: true }, { title: g, file: copy.csv }, { title: h, file: minutes-copy.md } ]`;
const minutes = 'The minutes say that nobody had asked for it';
const twice = 'these words are offered in one row and withheld in another';

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
      'minutes.md': minutes,
      'minutes-copy.md': minutes,
      'twice.log': twice,
      'whole.csv': whole,
      'copy.csv': whole,
    },
    draft: {
      'index.mdx': postmortem('x', { id: 'PM-2', state: 'draft', attachments: '[{ title: d, file: d.json }]' }),
      'd.json': '{"a":"the words of a draft that waits for its day"}',
    },
  });
  gate = await openTestGate(site);
});
afterAll(() => rm(site, { recursive: true, force: true }));

async function originsOf(file: string, content: string | Uint8Array, permitted = new Map<string, string>()) {
  const output = join(site, 'output');
  await mkdir(dirname(join(output, file)), { recursive: true });
  await writeFile(join(output, file), content);
  const found = await checkLeaks(output, [file], { ...gate, permitted });
  return found.map(({ code, fact }) => /from (\S+):/.exec(fact)?.[1]?.replace(/:\d+$/, '') ?? code);
}

const place = 'attachments/0a1b/quokka.log';
const folder = 'content/postmortems/one';

test('what is offered passes, byte for byte', async () => {
  expect(await originsOf(place, shared)).toEqual([]);
});

test.each([
  ['an internal file', raw, `${folder}/raw.log`],
  ['a line of an internal file', 'x\n09:11 the platypus at the very end answered slowly\n', `${folder}/raw.log`],
  ['the minutes, which somebody offers', minutes, `${folder}/minutes.md`],
  ['a file that is offered and withheld', `x\n${twice}`, `${folder}/twice.log`],
  ['the bytes of an internal file, offered by another name', whole, `${folder}/whole.csv`],
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
  const packed = pdfWith({ objects: [pdfStream('x', '/Type /EmbeddedFile')] });
  expect(await originsOf(path, packed, permit(packed))).toEqual(['gate/unreadable']);
  for (const [text, origin] of [
    ['Ask Mei Chen', 'content/people.yaml'],
    [hidden, `${folder}/index.mdx`],
  ] as const)
    expect(await originsOf(path, pdf(text), permit(pdf(text)))).toContain(origin);
});
