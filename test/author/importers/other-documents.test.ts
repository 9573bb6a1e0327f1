/** HTML, PDF and Word documents become the same drafts as Markdown. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { readDocument } from '../../../src/author/importers/read-document.ts';
import { makeDocx } from '../../support/make-docx.ts';
import { makePdf } from '../../support/make-pdf.ts';

async function read(fileName: string, content: string | Uint8Array) {
  const source = await readDocument(
    typeof content === 'string' ? { fileName, text: content } : { fileName, bytes: content },
  );
  const [draft] = importMarkdown(source, { severity: 'sev2' });
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft?.mdx ?? '') ?? [];
  const values = parse(yaml);
  const rows: [string, string][] = (values.timeline ?? []).map((row: { at: string; what: string }) => [
    row.at,
    row.what,
  ]);
  return {
    ...values,
    story,
    rows,
    slug: draft?.slug,
    open: JSON.stringify({ ...values, internal: undefined }) + story,
  };
}

describe('PDF', () => {
  const report = makePdf([
    [
      { x: 20, y: 1183, size: 9, text: 'Report - Kiln went cold' },
      { x: 80, y: 1100, size: 20, text: 'Kiln went cold while the night' },
      { x: 80, y: 1075, size: 20, text: 'shift was on' },
      { x: 80, y: 1050, text: 'Status: Reviewed' },
      { x: 80, y: 1000, size: 16, text: 'Overview' },
      { x: 520, y: 1000, size: 16, text: 'OWNER OF REVIEW PROCESS' },
      { x: 80, y: 975, text: 'The kiln cooled down, see https://example.org/kilns/' },
      { x: 520, y: 975, text: 'Jo Canaryowner' },
      { x: 80, y: 956, text: 'night-shift for more.' },
      { x: 520, y: 930, size: 16, text: 'IMPACT TIME' },
      { x: 520, y: 905, text: 'Apr 7 at 22:45 to Apr 8 at 01:10' },
      { x: 80, y: 900, size: 16, text: 'What Happened' },
      { x: 80, y: 875, text: 'No comments added' },
      { x: 520, y: 860, size: 16, text: 'DURATION' },
      { x: 520, y: 840, text: '2h 25m' },
      { x: 520, y: 800, text: '*All times listed in this report are in' },
      { x: 520, y: 780, text: 'Edinburgh, London.' },
      { x: 80, y: 760, size: 16, text: 'Timeline' },
      { x: 80, y: 730, text: 'Apr 7, 2026' },
      { x: 80, y: 700, text: '10:45 PM' },
      { x: 232, y: 690, text: 'Triggered through the API.' },
      { x: 232, y: 671, text: 'INCIDENT #15' },
      { x: 80, y: 640, text: '11:05 PM' },
      { x: 158, y: 640, text: 'A valve is found closed, and nobody' },
      { x: 158, y: 621, text: 'knows why' },
      { x: 232, y: 592, text: 'Ann Canarytwo' },
      { x: 342, y: 592, text: '#kilns_inc' },
      { x: 232, y: 573, text: 'I looked at it' },
    ],
    [
      { x: 20, y: 1183, size: 9, text: 'Report - Kiln went cold' },
      { x: 80, y: 1150, text: 'Apr 8, 2026' },
      { x: 80, y: 1120, text: '1:10 AM' },
      { x: 158, y: 1120, text: 'The kiln is warm' },
      { x: 232, y: 1090, text: 'It took two hours.' },
      { x: 80, y: 1060, text: '1:12 AM' },
      { x: 232, y: 1050, text: 'Resolved by Ann Canarytwo through the website.' },
    ],
  ]);

  test('a report in two columns gives title, phases and rows with the zone of its side column', async () => {
    const draft = await read('kiln.pdf', report);
    expect(draft).toMatchObject({
      slug: 'kiln',
      title: 'Kiln went cold while the night shift was on',
      summary: 'The kiln cooled down, see https://example.org/kilns/night-shift for more.',
      times: { started: 'about 2026-04-07T22:45+01:00', resolved: 'about 2026-04-08T01:10+01:00' },
    });
    expect(draft.rows).toEqual([
      ['2026-04-07T22:45+01:00', 'The incident was triggered.'],
      ['2026-04-07T23:05+01:00', 'A valve is found closed, and nobody knows why'],
      ['2026-04-08T01:10+01:00', 'The kiln is warm – It took two hours.'],
      ['2026-04-08T01:12+01:00', 'The incident was resolved.'],
    ]);
  });

  test('who owned it and who wrote stays internal, heads of pages too', async () => {
    const { open, internal } = await read('kiln.pdf', report);
    expect(open).not.toMatch(/Canary|I looked at it|Report - Kiln/);
    for (const part of [
      'Jo Canaryowner',
      'Ann Canarytwo',
      'I looked at it',
      'Report - Kiln went cold',
      'No comments added',
    ])
      expect(JSON.stringify(internal)).toContain(part);
  });

  test('bytes that are no PDF, and pictures of text, are refused', async () => {
    await expect(read('a.pdf', Buffer.from('%PDF-1.7 nothing'))).rejects.toThrow();
    await expect(read('a.pdf', makePdf([[]]))).rejects.toThrow('Pictures of text only.');
  });
});

describe('HTML', () => {
  const googleDocs = `<html><head><title>Ignored</title><style>.c1{font-weight:700}.c2{font-family:"Courier New"}</style></head><body>
<p class="c4 title"><span class="c1">Kiln went cold</span></p>
<p><span>7 April 2026. All times in UTC. See </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb&amp;sa=D"><span>the log</span></a><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
<h2><span class="c1">Timeline</span></h2>
<ul class="c5 lst-kix_ab12-0 start"><li><span class="c1">10:45</span><span>&nbsp;Valve <span class="c2">v7</span> closed</span></li></ul>
<ul class="lst-kix_ab12-1 start"><li><span>by hand</span></li></ul>
<ul class="lst-kix_ab12-0"><li><span>11:00 Opened</span></li></ul>
<table><tr><td><p>one</p><p>two</p></td><td>three</td></tr></table>
<script>CANARYSCRIPT</script>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>CANARYCOMMENT by Jo</span></p></div>
</body></html>`;

  test("Google Docs' classes, nested lists and links are read; comments stay internal", async () => {
    const draft = await read('kiln.html', googleDocs);
    expect(draft.title).toBe('Kiln went cold');
    expect(draft.rows).toEqual([
      ['2026-04-07T10:45Z', expect.stringMatching(/Valve `?v7`? closed/)],
      ['2026-04-07T11:00Z', 'Opened'],
    ]);
    expect(draft.story).toContain('[the log](https://example.org/a?b)');
    expect(draft.story).toMatch(/one.+two/);
    expect(draft.open).not.toMatch(/CANARY|cmnt|font-weight/);
    expect(JSON.stringify(draft.internal)).toContain('CANARYCOMMENT by Jo');
    expect(JSON.stringify(draft)).not.toContain('CANARYSCRIPT');
  });

  test("Confluence's macros, tasks and users are read, and what it says of a page stays internal", async () => {
    const draft = await read(
      'page.html',
      `<div class="page-metadata">Created by CANARYAUTHOR</div><h1>Kiln</h1><ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[if (a < b) { run(); }]]></ac:plain-text-body></ac:structured-macro><p>Asked <ac:link><ri:user ri:account-id="CANARYID"/></ac:link> on <time datetime="2026-04-07"/> to look.</p><ac:task-list><ac:task><ac:task-body>Buy a valve</ac:task-body></ac:task></ac:task-list>`,
    );
    expect(draft.story).toContain('if (a < b) { run(); }');
    expect(draft.story).toContain('on 2026-04-07 to look.');
    expect(draft.story).toContain('Buy a valve');
    expect(draft.open).not.toContain('CANARY');
    expect(JSON.stringify(draft.internal)).toMatch(/CANARYAUTHOR.*CANARYID/);
  });

  test('elements nested without end are refused', async () => {
    await expect(read('deep.html', '<div>'.repeat(5000))).rejects.toThrow(RangeError);
  });
});

describe('Word', () => {
  const p = (text: string, style?: string) =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

  test('title, headings and tables are read; comments stay internal', async () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const comment = '<w:r><w:commentReference w:id="0"/></w:r>';
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const draft = await read(
      'kiln.docx',
      makeDocx(
        [
          p('Kiln went cold', 'Title'),
          p('Date: 7 April 2026'),
          `<w:p><w:r><w:t>It cooled.</w:t></w:r>${comment}</w:p>`,
          p('Timeline', 'Heading1'),
          `<w:tbl><w:tr>${cell('Time (UTC)')}${cell('Event')}</w:tr><w:tr>${cell('10:45')}${cell('Valve closed')}</w:tr></w:tbl>`,
        ].join(''),
        {
          'word/comments.xml': `<w:comments xmlns:w="${word}"><w:comment w:id="0" w:author="CANARYAUTHOR" w:initials="CA"><w:p><w:r><w:t>CANARYCOMMENT</w:t></w:r></w:p></w:comment></w:comments>`,
        },
      ),
    );
    expect(draft.title).toBe('Kiln went cold');
    expect(draft.rows).toEqual([['2026-04-07T10:45Z', 'Valve closed']]);
    expect(draft.open).not.toContain('CANARY');
    expect(JSON.stringify(draft.internal)).toContain('CANARYCOMMENT');
  });

  test('one that unpacks to too much is refused before it is unpacked', async () => {
    const bomb = makeDocx('', { 'word/media/a.xml': Buffer.alloc(70_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(read('bomb.docx', bomb)).rejects.toThrow(RangeError);
    await expect(read('none.docx', Buffer.from('PK nothing'))).rejects.toThrow('No archive.');
  });
});

test("Notion's id is no part of a name", async () => {
  const draft = await read(
    'Kiln went cold 0123456789abcdef0123456789abcdef.md',
    '<aside>\n💡 Read this\n</aside>\n\nText.\n',
  );
  expect(draft).toMatchObject({ slug: 'kiln-went-cold', title: 'Kiln went cold' });
  expect(draft.story).toContain('💡 Read this');
});
