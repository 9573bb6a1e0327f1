/** Files for download pass the same locks as text: whole, by name and content, and are published as they are or not at all. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { pdfStream, pdfWith } from '../../support/pdf-with.ts';
import { bytesOf, placesOf, policy, postmortem, publish } from '../../support/publish.ts';

type Content = string | Uint8Array;

const offering = (file: string, more = '') =>
  postmortem('The story.', { attachments: `[{ title: The figures, file: ${JSON.stringify(file)}${more} }]` });

const publishWith = (file: string, content: Content, context = {}) =>
  publish(offering(file), { attachments: { [file]: content }, context });

/** `file:line:column code`, the file without its folder. */
async function placesIn(file: string, content: Content) {
  const { problems } = await publishWith(file, content);
  return problems.map(
    ({ location, code }) =>
      `${location.file.replace(/^.*\//, '')}:${location.line ?? '-'}:${location.column ?? '-'} ${code}`,
  );
}

const line = 15;
const csv = 'minute,errors\n2026-03-14T09:12Z,5\n';
const allowing = (bytes: Uint8Array, changes = {}) => {
  const file = {
    path: 'content/postmortems/example/report.pdf',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    because: 'Read.',
    until: '2099-01-01',
    ...changes,
  };
  return {
    policy: { ...policy, redaction: { ...policy.redaction, files: redactionSchema.parse({ files: [file] }).files } },
  };
};

test('a table is published in its own bytes, under their digest', async () => {
  const published = await publishWith('figures.csv', csv);
  expect(published.problems).toEqual([]);
  const digest = createHash('sha256').update(csv).digest('hex').slice(0, 20);
  expect(published.postmortem?.attachments).toEqual([
    { title: 'The figures', file: 'figures.csv', digest, bytes: csv.length },
  ]);
  expect(published.attached).toEqual([{ digest, file: 'figures.csv', bytes: Buffer.from(csv) }]);
});

test('an internal file is neither published nor named, and is not opened', async () => {
  const published = await publish(offering('CANARY-raw.log', ', internal: true'));
  expect(published.problems).toEqual([]);
  expect(published.postmortem?.attachments).toEqual([]);
  expect(published.attached).toBeUndefined();
  expect(bytesOf(published)).not.toContain('CANARY');
  expect(bytesOf(published)).not.toContain('The figures');
});

test('a draft has none', async () => {
  const text = postmortem('x', { state: 'draft', attachments: '[{ title: a, file: a.csv }]' });
  const published = await publish(text, { attachments: { 'a.csv': csv } });
  expect(published.problems).toEqual([]);
  expect(published.attached).toBeUndefined();
});

test.each(['csv', 'json', 'jsonl', 'log', 'md', 'ndjson', 'tsv', 'txt', 'yaml', 'yml'])(
  'private text in a file of the kind %s is found at its place, and not quoted',
  async (ending) => {
    const content = ending === 'json' ? '{\n"a": "Mei Chen"\n}' : 'minute\n"a": "Mei Chen"\n';
    expect(await placesIn(`a.${ending}`, content)).toEqual([`a.${ending}:2:7 redaction/private-text`]);
    const published = await publishWith(`a.${ending}`, content);
    expect(published.attached).toBeUndefined();
    expect(JSON.stringify(published)).not.toContain('Chen');
  },
);

test.each([
  ['a term', 'Project Basilisk'],
  ['a host', 'db.corp.example.net'],
  ['a ticket', 'PAY-1234'],
  ['a private address', '10.1.2.3'],
  ['a token', `ghp_${'a1B2'.repeat(9)}`],
  ['an internal service', 'Ledger of clay'],
  ['a formula that shows a name', '=HYPERLINK("https://a.example/","Mei Chen")'],
])('%s in a table is found', async (_, text) => {
  expect(await placesIn('a.csv', `a,b\n1,${text}\n`)).toContainEqual(
    expect.stringMatching(/^a\.csv:2:.*private-text$/),
  );
});

test.each(['mei-chen.csv', 'rpatel.log', 'project-basilisk.txt'])('the name %s is private text', async (file) => {
  const published = await publishWith(file, csv);
  expect(placesOf(published).map((place) => place.replace(/^(\d+):.*? /, '$1 '))).toContain(
    `${line} redaction/private-text`,
  );
  expect(published.attached).toBeUndefined();
});

test.each([
  ['a mark that reorders', 'a\u202eb', 'a.log:2:2 story/bad-character'],
  ['a zero-width space', 'Mei\u200bChen', 'a.log:2:4 story/bad-character'],
  ['a colour of a terminal', '\u001b[31merror', 'a.log:2:1 story/bad-character'],
])('%s is told at its place', async (_, text, place) => {
  expect(await placesIn('a.log', `x\n${text}`)).toEqual([place]);
});

test.each<[string, string, Content, string]>([
  ['Latin-1', 'a.csv', Buffer.from('Zoë', 'latin1'), 'attachment/unreadable'],
  ['UTF-16', 'a.csv', Buffer.from('\ufeffa,b', 'utf16le'), 'attachment/unreadable'],
  ['a page of HTML that is named a table', 'a.csv', ' <!DOCTYPE html><p>x', 'attachment/unreadable'],
  ['a script in a text', 'a.txt', '<script>x()</script>', 'attachment/unreadable'],
  ['a paragraph of HTML in a log', 'a.log', '\n<p><img src=x onerror="x()">', 'attachment/unreadable'],
  ['a comment of HTML in a text', 'a.md', '<!-- x -->\n', 'attachment/unreadable'],
  ['a drawing in a log', 'a.log', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'attachment/unreadable'],
  ['a PDF that is named a text', 'a.txt', '%PDF-1.7', 'attachment/unreadable'],
  ['JSON that is none', 'a.json', '{', 'attachment/unreadable'],
  ['a JSON with a name twice', 'a.json', '{"a":"x","a":"y"}', 'attachment/unreadable'],
  ['nothing', 'a.csv', '\n', 'attachment/unreadable'],
  ['a large one', 'a.csv', 'a,b\n'.repeat(600_000), 'attachment/too-large'],
  ['a page', 'a.html', '<p>', 'attachment/unknown-kind'],
  ['a picture', 'a.png', 'x', 'attachment/unknown-kind'],
  ['a table of a program', 'a.xlsx', 'x', 'attachment/unknown-kind'],
  ['a name with a blank', 'a b.csv', csv, 'attachment/bad-name'],
  ['a hidden file', '.env.txt', csv, 'attachment/bad-name'],
  ['a file in another folder', '../other/a.csv', csv, 'file/outside'],
  ['a whole path', '/etc/passwd.txt', csv, 'file/outside'],
  ['a path of Windows', 'C:\\a.csv', csv, 'file/outside'],
  ['the text of the postmortem', 'index.md', csv, 'attachment/internal'],
])('%s is refused', async (_, file, content, code) => {
  const published = await publishWith(file, content);
  expect(placesOf(published).map((place) => place.replace(/:\d+ /, ' '))).toEqual([`${line} ${code}`]);
  expect(published.attached).toBeUndefined();
});

test.each([
  ['offered and withheld', '{ title: a, file: a.csv }, { title: b, file: A.csv, internal: true }'],
  ['withheld and offered', '{ title: b, file: a.csv, internal: true }, { title: a, file: a.csv }'],
  ['the same bytes as one that is withheld', '{ title: a, file: a.csv }, { title: b, file: raw.csv, internal: true }'],
  ['the same bytes as the minutes', '{ title: a, file: a.csv }'],
  ['the minutes in other letters', '{ title: a, file: Minutes.MD }'],
])('a file is internal that is %s', async (name, rows) => {
  const review = name.includes('minutes') ? { review: '{ held: 2026-03-16, minutes: ./minutes.md }' } : {};
  const published = await publish(postmortem('x', { ...review, attachments: `[${rows}]` }), {
    attachments: { 'a.csv': csv, 'raw.csv': csv, 'minutes.md': csv, 'Minutes.MD': 'CANARY' },
  });
  expect(published.problems.map(({ code }) => code)).toEqual(['attachment/internal']);
  expect(published.attached).toBeUndefined();
});

test.each([
  ['a.md', 'Words.\n\n<Internal>Others</Internal>\n', ['a.md:3:1', 'a.md:3:17']],
  ['a.csv', 'a,b\n1,< /internal>x</ INTERNAL >\n', ['a.csv:2:16']],
  ['a.txt', 'x <Redacted reason="y">z', ['a.txt:1:3']],
  ['a.json', '{"a":"\\u003c/Internal>"}', ['a.json:1:7']],
  ['a.log', 'x\n%3CInternal%3Ey', ['a.log:2:1']],
])('a mark in %s removes nothing, and the file is refused at its place', async (file, content, places) => {
  expect(await placesIn(file, content)).toEqual(places.map((place) => `${place} redaction/unaccounted`));
});

test('what logs and tables say by themselves is no mark, and no page', async () => {
  const log =
    '<quill> hello\n<internal:kernel>:187:in `loop`\npassword=<redacted> host=<internal>\n<34>1 2026-03-14 x\n';
  expect(await placesIn('a.log', log)).toEqual([]);
});

test('a file that is not there is told where it is named, and so is one that is named twice', async () => {
  const twice = '[{ title: a, file: a.csv }, { title: b, file: A.csv }, { title: c, file: c.csv }]';
  const published = await publish(postmortem('x', { attachments: twice }), { attachments: { 'a.csv': csv } });
  expect(placesOf(published)).toEqual([`${line}:60 attachment/bad-name`, `${line}:87 file/not-found`]);
});

test('the minutes of the review are internal, also where somebody offers them', async () => {
  const text = postmortem('x', {
    review: '{ held: 2026-03-16, minutes: minutes.md }',
    attachments: '[{ title: Minutes, file: minutes.md }]',
  });
  const published = await publish(text, { attachments: { 'minutes.md': 'CANARY' } });
  expect(placesOf(published).map((place) => place.split(' ')[1])).toEqual(['attachment/internal']);
});

describe('a PDF', () => {
  const pdf = makePdf([[{ x: 50, y: 700, text: 'What happened at the depot' }]]);
  const acting = pdf
    .toString('latin1')
    .replace('/Pages 2 0 R', 'PAGES /OpenAction << /S /JavaScript /JS (app.alert(1)) >>');
  const codes = async (content: Uint8Array, context = {}) =>
    (await publishWith('report.pdf', content, context)).problems.map(({ code }) => code);

  test('is published when somebody has looked through these bytes', async () => {
    expect(await codes(pdf)).toEqual(['attachment/not-looked-through']);
    expect(await codes(pdf, allowing(Buffer.from('other')))).toEqual(['attachment/not-looked-through']);
    expect(await codes(pdf, allowing(pdf, { path: 'report.pdf' }))).toEqual(['attachment/not-looked-through']);
    const published = await publishWith('report.pdf', pdf, allowing(pdf));
    expect(published.problems).toEqual([]);
    expect(published.attached?.map(({ file }) => file)).toEqual(['report.pdf']);
  });

  test.each<[string, Buffer]>([
    ['on a page', makePdf([[{ x: 50, y: 700, text: 'Ask Mei Chen.' }]])],
    ['on the last page', makePdf([[], [{ x: 50, y: 700, text: 'Ask Mei Chen.' }]])],
    [
      'in two pieces',
      makePdf([
        [
          { x: 50, y: 700, text: 'Mei' },
          { x: 75, y: 700, text: 'Chen' },
        ],
      ]),
    ],
    ['in its properties', pdfWith({ trailer: '/Info 7 0 R', objects: ['<< /Author (Mei Chen) >>'] })],
  ])('is searched all the same: private text %s', async (_, content) => {
    expect(await codes(content, allowing(content))).toContain('redaction/private-text');
  });

  test.each<[string, Buffer]>([
    ['damaged', Buffer.from('%PDF-1.7\nxref')],
    ['one with other files', pdfWith({ objects: [pdfStream('x', '/Type /EmbeddedFile')] })],
    ['another file by its bytes', Buffer.from('PK\u0003\u0004')],
    ['one that runs a program', Buffer.from(acting.replace('PAGES', '/Pages 2 0 R'), 'latin1')],
    ['of a page that unpacks without end', packedPage(gzipBomb())],
  ])('is refused when it is %s', async (_, content) => {
    expect(await codes(content, allowing(content))).toEqual(['attachment/unreadable']);
  });
});

/** A page of text operators without end. */
function gzipBomb(): Buffer {
  return deflateSync(Buffer.from('(a) Tj '.repeat(20_000_000)));
}

function packedPage(content: Buffer): Buffer {
  const whole = makePdf([[]]).toString('latin1');
  const packed = `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString('latin1')}`;
  // Its table is wrong then, and made anew by who reads it.
  return Buffer.from(whole.replace('<< /Length 0 >>\nstream\n', packed), 'latin1');
}

test('a translation says the title in its language, and names no other file', async () => {
  const translation = (rows: string) =>
    `---\ntitle: Titel\nsummary: Kurz.\ntranslatedAt: 2026-03-21T10:00Z\nattachments: ${rows}\n---\nText.\n`;
  const publishIn = (rows: string) =>
    publish(offering('a.csv'), { attachments: { 'a.csv': csv }, translations: { de: translation(rows) } });
  const published = await publishIn('[{ file: a.csv, title: Die Zahlen }]');
  expect(published.problems).toEqual([]);
  expect(published.translations?.['de']?.postmortem.attachments[0]).toMatchObject({
    title: 'Die Zahlen',
    file: 'a.csv',
  });
  expect(placesOf(await publishIn('[{ file: b.csv, title: Andere }]'))).toEqual(['5:15 translation/no-counterpart']);
});

test('the internal edition searches nothing, and demands the same kinds', async () => {
  const internal = { edition: 'internal' } as const;
  expect((await publishWith('mei-chen.csv', 'Mei Chen\n', internal)).attached).toHaveLength(1);
  expect((await publishWith('a.html', '<p>', internal)).problems.map(({ code }) => code)).toEqual([
    'attachment/unknown-kind',
  ]);
});
