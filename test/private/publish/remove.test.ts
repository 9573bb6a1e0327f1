/** Every place where a postmortem can hold text hides a canary of its own: none comes out, the public words beside do. */
import { expect, test } from 'vitest';
import { type Attachments, bytesOf, postmortem, publish } from '../../support/publish.ts';

interface Case {
  body?: string;
  fields?: Record<string, string>;
  attachments?: Attachments;
  /** `removed`: published without it. `refused`: not published at all, with a place. */
  becomes?: 'removed' | 'refused';
}

const impact = (services: string) => `{ users: 1, accounts: 1, supportRequests: 1, services: ${services} }`;

const csv = 'at,rate,canary\n2026-03-14T09:12Z,1,4155550199\n2026-03-14T09:13Z,2,CANARY\n';
const chart = '<Chart data="rates.csv" x="at" y="rate" title="Rates" alt="They rise" />';

/** `CANARY` stands for the canary; `hello` and `world` are the public words around it. */
const table: Record<string, Case> = {
  // Elements
  'a block': { body: 'hello\n\n<Internal>\n\nCANARY\n\n</Internal>\n\nworld' },
  'inline text': { body: 'hello <Internal>CANARY</Internal> world' },
  'inline text within a word': { body: 'hello<Internal>CANARY</Internal>world' },
  'a block within a block': {
    body: 'hello\n\n<Internal>\n\na\n\n<Internal>\n\nb\n\n</Internal>\n\nCANARY\n\n</Internal>\n\nworld',
  },
  'inline text within a block': { body: '<Note>\nhello <Internal>CANARY</Internal> world\n</Note>' },
  'a public component within a block': { body: 'hello\n\n<Internal>\n<Note>\nCANARY\n</Note>\n</Internal>\n\nworld' },
  'the children of Redacted': { body: 'hello <Redacted because="security">CANARY</Redacted> world' },
  'a block of Redacted': {
    body: 'hello\n\n<Redacted because="legal">\n\nCANARY\n\n- CANARY\n\n</Redacted>\n\nworld',
  },
  'elements that cross': { body: 'hello *a <Internal>b* CANARY</Internal> world', becomes: 'refused' },
  'an element that is never closed': { body: 'hello <Internal>\n\nCANARY world', becomes: 'refused' },
  'an element closed twice': { body: 'hello <Internal>a</Internal>CANARY</Internal> world', becomes: 'refused' },
  'an element in lower case': { body: 'hello <internal>CANARY</internal> world', becomes: 'refused' },
  'an element in capitals': { body: 'hello <INTERNAL>CANARY</INTERNAL> world', becomes: 'refused' },
  'an escaped element': { body: 'hello \\<Internal>CANARY\\</Internal> world', becomes: 'refused' },
  'an element of entities': { body: 'hello &lt;Internal&gt;CANARY&lt;/Internal&gt; world', becomes: 'refused' },
  'an element of full-width signs': { body: 'hello ＜Internal＞CANARY＜/Internal＞ world', becomes: 'refused' },
  'an element that closes itself': { body: 'hello <Internal /> CANARY world', becomes: 'refused' },
  'an element in code': { body: 'hello `<Internal>CANARY</Internal>` world', becomes: 'refused' },
  'an element in fenced code': { body: 'hello\n\n```\n<Internal>CANARY</Internal>\n```\n\nworld', becomes: 'refused' },
  // Blocks of Markdown
  'a heading within a block': { body: '## hello world\n\n<Internal>\n\n## CANARY\n\n</Internal>' },
  'a part of a heading': { body: '## hello <Internal>CANARY</Internal> world' },
  'a whole heading': { body: '## <Internal>CANARY</Internal>\n\nhello world', becomes: 'refused' },
  'a list item': { body: '- hello\n- <Internal>CANARY</Internal>\n- world' },
  'a block in a list item': { body: '- hello\n\n  <Internal>\n\n  CANARY\n\n  </Internal>\n- world' },
  'a task': { body: '- [ ] hello <Internal>CANARY</Internal>\n- [x] <Internal>CANARY</Internal>\n- [x] world' },
  'a table cell': { body: '| a | b |\n|:--|--:|\n| hello | <Internal>CANARY</Internal> |\n| world | c |' },
  'a table': { body: 'hello\n\n<Internal>\n\n| CANARY | b |\n|---|---|\n| c | CANARY |\n\n</Internal>\n\nworld' },
  'a quote': { body: '> hello <Internal>CANARY</Internal>\n>\n> <Internal>\n> CANARY\n> </Internal>\n>\n> world' },
  'a code block': { body: 'hello\n\n<Internal>\n\n```sh\nCANARY\n```\n\n</Internal>\n\nworld' },
  'the first line of a fence': { body: 'hello\n\n```sh title="CANARY" {1,3}\nworld\n```' },
  'an unknown language of a fence': { body: 'hello\n\n```CANARY\nworld\n```' },
  'inline code': { body: 'hello <Internal>`CANARY`</Internal> world' },
  details: { body: '<details>\n<summary>hello <Internal>CANARY</Internal></summary>\n\nworld\n\n</details>' },
  // Links and notes
  'the address of a link': { body: 'hello <Internal>[a](https://example.org/CANARY)</Internal> world' },
  'the title of a link': { body: 'hello <Internal>[a](/b "CANARY")</Internal> world' },
  'the text of a public link': { body: '[hello <Internal>CANARY</Internal> world](/b)' },
  'a definition that only internal text uses': {
    body: 'hello <Internal>[a][CANARY]</Internal> world\n\n[CANARY]: https://example.org/CANARY "CANARY"',
  },
  'a definition that nothing uses': { body: 'hello world\n\n[CANARY]: https://example.org/CANARY' },
  'a definition within a block, used outside': {
    body: 'hello [world][x]\n\n<Internal>\n\n[x]: https://example.org/CANARY\n\n</Internal>',
    becomes: 'refused',
  },
  'a definition within a block, and the same outside': {
    body: 'hello [world][x]\n\n<Internal>\n\n[x]: https://example.org/CANARY\n\n</Internal>\n\n[x]: /public',
  },
  'a note that only internal text mentions': {
    body: 'hello <Internal>a[^CANARY]</Internal> world\n\n[^CANARY]: CANARY\n\n    CANARY more',
  },
  'a note reached through such a note': {
    body: 'hello <Internal>a[^x]</Internal> world\n\n[^x]: b[^CANARY]\n\n[^CANARY]: CANARY',
  },
  'a note within a block, mentioned outside': {
    body: 'hello[^x] world\n\n<Internal>\n\n[^x]: CANARY\n\n</Internal>',
    becomes: 'refused',
  },
  'a part of a note': { body: 'hello[^x]\n\n[^x]: world <Internal>CANARY</Internal>' },
  'a note that nothing mentions': { body: 'hello world\n\n[^CANARY]: CANARY' },
  // Images
  'an image within a block': { body: 'hello\n\n<Internal>\n\n![CANARY](CANARY.png "CANARY")\n\n</Internal>\n\nworld' },
  'a figure within a block': {
    body: 'hello\n\n<Internal>\n<Figure src="CANARY.png" alt="CANARY" caption="CANARY" />\n</Internal>\n\nworld',
  },
  'the text of an image': { body: 'hello ![a <Internal>CANARY</Internal> b](x.png) world', becomes: 'refused' },
  'the title of an image': { body: 'hello ![a](x.png "<Internal>CANARY</Internal>") world', becomes: 'refused' },
  'the text of an image by reference': {
    body: 'hello ![a <Internal>CANARY</Internal>][x] world\n\n[x]: x.png',
    becomes: 'refused',
  },
  // Components
  'an attribute': { body: '<Quote by="<Internal>CANARY</Internal>">\nhello world\n</Quote>', becomes: 'refused' },
  'an attribute within a block': {
    body: 'hello\n\n<Internal>\n<Quote by="CANARY">\na\n</Quote>\n</Internal>\n\nworld',
  },
  'an unknown attribute': { body: '<Note data-x="CANARY">\nhello world\n</Note>', becomes: 'refused' },
  'an unknown component': { body: 'hello <Secret>CANARY</Secret> world', becomes: 'refused' },
  'a child of a component that has none': { body: 'hello\n\n<Timeline>CANARY</Timeline>\n\nworld', becomes: 'refused' },
  'a chart within a block': {
    body: 'hello\n\n<Internal>\n<Chart data="CANARY.csv" x="CANARY" y="b" title="CANARY" alt="CANARY" />\n</Internal>\n\nworld',
  },
  // Comments
  'a comment of its own': { body: 'hello\n\n{/* CANARY */}\n\nworld' },
  'a comment within a line': { body: 'hello {/* CANARY */} world' },
  'a comment that holds a mark': { body: 'hello {/* <Internal>CANARY */} world' },
  'an HTML comment': { body: 'hello <!-- CANARY --> world', becomes: 'refused' },
  'an expression': { body: 'hello {"CANARY"} world', becomes: 'refused' },
  'an export': { body: 'hello world\n\nexport const secret = "CANARY"', becomes: 'refused' },
  'a comment of the frontmatter': { body: 'hello world', fields: { tags: '[a] # CANARY' } },
  // Frontmatter
  'people who responded': { body: 'hello', fields: { responders: '[{ team: world, people: [CANARY] }]' } },
  'people who attended': {
    body: 'hello world',
    fields: { review: '{ held: 2026-03-18, attendees: [CANARY], customerAttended: true }' },
  },
  'the name of the minutes': {
    body: 'hello world',
    fields: { review: '{ held: 2026-03-18, minutes: CANARY.mdx }' },
    attachments: { 'CANARY.mdx': 'CANARY' },
  },
  'the minutes': {
    body: 'hello world',
    fields: { review: '{ held: 2026-03-18, minutes: minutes.mdx }' },
    attachments: { 'minutes.mdx': 'CANARY' },
  },
  'the ticket of an action': {
    body: 'hello',
    fields: {
      actions:
        '[{ id: A1, what: world, kind: fix, owner: a, due: 2026-04-15, doneWhen: b, state: open, ticket: CANARY }]',
    },
  },
  'a row of the timeline': {
    body: 'hello',
    fields: {
      timeline:
        '[{ at: 2026-03-14T09:12Z, kind: trigger, what: world }, { at: 2026-03-14T09:13Z, kind: note, what: CANARY, internal: true }]',
    },
  },
  'internal text': { body: 'hello world', fields: { internal: 'CANARY' } },
  'internal text at depth': {
    body: 'hello world',
    fields: { internal: '{ CANARY: [{ a: { b: [CANARY, { CANARY: 1 }] } }], n: 12 }' },
  },
  'a tag for staff only': { body: 'hello world', fields: { tags: '[a, staff-only]' } },
  'an internal service': {
    body: 'hello world',
    fields: {
      impact: impact(
        '[{ service: checkout, windows: [] }, { service: ledger, windows: [{ from: 2026-03-14T09:20Z, to: 2026-03-14T09:33Z, level: down }] }]',
      ),
    },
  },
  'a part of each field of prose': {
    body: 'hello',
    fields: Object.fromEntries(
      ['summary', 'advice', 'trigger'].map((key) => [key, '"world <Internal>CANARY</Internal> {/* CANARY */}"']),
    ),
  },
  'a part of each list of prose': {
    body: 'hello',
    fields: {
      contributingFactors: '["world <Internal>CANARY</Internal>", "<Internal>CANARY</Internal>"]',
      mitigations: '["world <Internal>*CANARY*</Internal>"]',
      lessons:
        '{ wentWell: ["<Internal>CANARY</Internal>"], wentBadly: ["a {/* CANARY */}"], gotLucky: ["<Redacted because=\\"privacy\\">CANARY</Redacted>"] }',
      revisions: '[{ at: 2026-03-27T09:00Z, kind: update, note: "b <Internal>CANARY</Internal>" }]',
    },
  },
  'a part of an action': {
    body: 'hello',
    fields: {
      actions:
        '[{ id: A1, what: "world <Internal>CANARY</Internal>", kind: fix, owner: a, due: 2026-04-15, doneWhen: "b <Internal>CANARY</Internal>", state: dropped, droppedOn: 2026-04-20, droppedBecause: "c <Internal>CANARY</Internal>" }]',
    },
  },
  ...Object.fromEntries(
    Object.entries({
      title: '"hello <Internal>CANARY</Internal>"',
      detection: '{ by: customer, team: "<Internal>CANARY</Internal>" }',
      responders: '[{ team: "&lt;Internal>CANARY</Internal>" }]',
      references: '[{ title: "<internal>CANARY</internal>", url: "https://example.org/" }]',
    }).map(([key, value]) => [`a plain ${key}`, { body: 'hello world', fields: { [key]: value }, becomes: 'refused' }]),
  ),
  'an encoded mark in an address': {
    body: 'hello world',
    fields: { references: '[{ title: a, url: "https://example.org/%3CInternal%3ECANARY" }]' },
    becomes: 'refused',
  },
  'an unknown key': { body: 'hello world', fields: { secret: 'CANARY' }, becomes: 'refused' },
  'an unknown key at depth': {
    body: 'hello world',
    fields: { detection: '{ by: customer, secret: CANARY }' },
    becomes: 'refused',
  },
  'an unknown key of an internal row': {
    body: 'hello world',
    fields: { timeline: '[{ at: 2026-03-14T09:12Z, kind: note, what: CANARY, internal: true, CANARY: 1 }]' },
    becomes: 'refused',
  },
  'a key given twice in internal text': {
    body: 'hello world',
    fields: { internal: '{ CANARY: 1, CANARY: 2 }' },
    becomes: 'refused',
  },
  // Files
  'a column that is not plotted': { body: `hello world\n\n${chart}`, attachments: { 'rates.csv': csv } },
  'a cell of a plotted column': {
    body: `hello world\n\n${chart}`,
    attachments: { 'rates.csv': csv.replace('09:13Z,2', '09:13Z,CANARY') },
    becomes: 'refused',
  },
  'the name of a CSV file': {
    body: `hello world\n\n${chart.replace('rates.csv', 'CANARY-rates.csv')}`,
    attachments: { 'CANARY-rates.csv': csv },
  },
  // States
  'a draft': { body: 'CANARY', fields: { state: 'draft', title: 'CANARY' } },
  'a postmortem in review': { body: 'CANARY', fields: { state: 'review', redirectFrom: '[canary]' } },
};

const withheld = new Set(['a draft', 'a postmortem in review']);
const secret = /CANARY|4155550199|staff-only|ledger|09:33/i;

test.each(Object.entries(table))('%s does not come out', async (name, { body, fields, attachments, becomes }) => {
  const published = await publish(postmortem(body, fields), { attachments: attachments ?? {} });
  expect(bytesOf(published)).not.toMatch(secret);
  if (becomes === 'refused') {
    expect(published.postmortem).toBeUndefined();
    expect(published.problems).not.toEqual([]);
    for (const { location } of published.problems) expect(location.line).toBeGreaterThan(0);
  } else {
    expect(published.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (withheld.has(name)) expect(published.postmortem).toBeUndefined();
    else for (const word of ['hello', 'world']) expect(bytesOf(published)).toContain(word);
  }
  for (const { fact, remedy } of published.problems) expect(fact + remedy).not.toMatch(secret);
});

test('every kind of outcome is in the table', () => {
  const outcomes = Object.values(table).map(({ becomes }) => becomes ?? 'removed');
  expect(outcomes.filter((outcome) => outcome === 'removed').length).toBeGreaterThan(40);
  expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(20);
});
