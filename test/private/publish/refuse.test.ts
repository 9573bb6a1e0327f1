/** Private text in what remains public: each kind, in each place, is refused at its line and never printed. */
import { expect, test } from 'vitest';
import { type Attachments, postmortem, publish } from '../../support/publish.ts';

/** Assembled here, so that no file of the repository holds what scanners look for. */
const kinds: Record<string, string> = {
  'a name': 'Mei Chen',
  'a surname': 'Patel',
  'a handle': 'mchen',
  'an alias': 'meimei',
  initials: 'MC',
  'an e-mail address': 'someone@example.org',
  'a private address': '10.20.30.40',
  'another private address': '192.168.7.9',
  'a private address of IPv6': 'fd12:3456::1',
  'an internal host': 'db-7.prod.internal',
  'a host of a local network': 'printer.local',
  'a company host': 'git.corp',
  'a host of the policy': 'build.corp.example.net',
  'a host of a single label': 'https://wiki/pages',
  'a ticket': 'PAY-1234',
  'a phone number': '+44 20 7946 0958',
  'a phone number without a country': '(415) 555-0134',
  'a term': 'Project Basilisk',
  'a pattern': 'CHG-00421',
  'the name of an internal service': 'Ledger of Clay',
  'a link into a chat': 'https://example.slack.com/archives/C01AB2CD3',
  'a home folder': '/home/mallory/notes',
  'a cloud account': 'arn:aws:iam::123456789012:role/x',
  'an AWS key': `AKIA${'Q7ZP3M9XK2LW8RTB'}`,
  'a GitHub token': `ghp_${'a1B2c3D4e5F6'.repeat(3)}`,
  'a Slack token': `xoxb-${'123456789012-123456789012-'}${'aBcDeFgHiJkLmNoPqRsTuVwX'}`,
  'a JSON web token': `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0In0'}.${'c2lnbmF0dXJl'}`,
  'a bearer token': `Bearer ${'a1b2c3d4e5f6g7h8i9j0'}`,
  'a Google key': `AIza${'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'}`,
  'a private key': `-----BEGIN ${'RSA PRIVATE'} KEY-----`,
  'a password': `password=${'hunter2!x'}`,
  'credentials in an address': `postgres://app:${'s3cr3tpw'}@db.example.org/x`,
};

interface Place {
  body?: (text: string) => string;
  fields?: (text: string) => Record<string, string>;
  attachments?: (text: string) => Attachments;
  line: number;
  /** Kinds that this place cannot hold. */
  except?: RegExp;
}

const quoted = (text: string) => JSON.stringify(text);
const encoded = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
const plain = /(?!)/;

const places: Record<string, Place> = {
  text: { body: (text) => `One.\n\nTwo ${text} three.`, line: 18 },
  'inline code': { body: (text) => `One \`${text}\` two.`, line: 16 },
  'a code block': { body: (text) => `\`\`\`\n${text}\n\`\`\``, line: 16 },
  'a heading': { body: (text) => `## One ${text}`, line: 16 },
  'a table cell': { body: (text) => `| a |\n|---|\n| ${text} |`, line: 18 },
  'a list item': { body: (text) => `- one\n- two ${text}`, line: 17 },
  'a footnote': { body: (text) => `One[^a]\n\n[^a]: ${text}`, line: 18 },
  'the title of a link': { body: (text) => `[a](/b "${text}")`, line: 16 },
  'an address': { body: (text) => `[a](/b?q=${encoded(text)})`, line: 16 },
  'an address encoded twice': { body: (text) => `[a](/b?q=${encodeURIComponent(encoded(text))})`, line: 16 },
  'a definition': { body: (text) => `[a][b]\n\n[b]: /b?q=${encoded(text)}`, line: 16 },
  'an escape in code': { body: (text) => `\`${encoded(text)}\``, line: 16 },
  'the text of an image': { body: (text) => `![${text}](x.png)`, line: 16 },
  'the title of an image': { body: (text) => `![a](x.png "${text}")`, line: 16 },
  'a caption': { body: (text) => `<Figure src="x.png" alt="a" caption="${text}" />`, line: 16 },
  'an attribute': { body: (text) => `a <abbr title="${text}">b</abbr>`, line: 16 },
  'a quoted voice': { body: (text) => `<Quote by="${text}">\na\n</Quote>`, line: 16 },
  'the title of a chart': {
    body: (text) => `<Chart data="a.csv" x="at" y="b" title="${text}" alt="c" />`,
    line: 16,
  },
  'a column of a chart': {
    body: (text) => `<Chart data="a.csv" x="at" y="${text}" title="b" alt="c" />`,
    attachments: (text) => ({ 'a.csv': `at,"${text}"\n2026-03-14T09:12Z,1\n2026-03-14T09:13Z,2\n` }),
    line: 16,
  },
  'a drawing': {
    body: () => '![a](x.svg)',
    attachments: (text) => ({ 'x.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>` }),
    line: 16,
  },
  'the title': { fields: (text) => ({ title: quoted(text) }), line: 3 },
  'the summary': { fields: (text) => ({ summary: quoted(`One ${text} two.`) }), line: 4 },
  'a region': {
    fields: (text) => ({
      impact: `{ users: 1, accounts: 1, supportRequests: 1, services: [], regions: [${quoted(text)}] }`,
    }),
    line: 10,
  },
  'a team': { fields: (text) => ({ responders: `[{ team: ${quoted(text)} }]` }), line: 11 },
  'a row of the timeline': {
    fields: (text) => ({ timeline: `[{ at: 2026-03-14T09:12Z, kind: note, what: ${quoted(`One ${text}.`)} }]` }),
    line: 14,
  },
  'an action': {
    fields: (text) => ({
      actions: `[{ id: A1, what: One, kind: fix, owner: T, due: 2026-05-01, doneWhen: ${quoted(text)}, state: open }]`,
    }),
    line: 15,
  },
  'the address of a reference': {
    fields: (text) => ({ references: `[{ title: a, url: "https://example.org/${encoded(text)}" }]` }),
    line: 15,
  },
  'the title of a reference': {
    fields: (text) => ({ references: `[{ title: ${quoted(text)}, url: "https://example.org/" }]` }),
    line: 15,
  },
};

const cases = Object.entries(kinds).flatMap(([kind, text]) =>
  Object.entries(places)
    .filter(([, { except }]) => !(except ?? plain).test(kind))
    .map(([place, made]) => ({ kind, text, place, made })),
);

test.each(cases)('$kind in $place is refused at its line and not printed', async ({ text, made }) => {
  const source = postmortem(made.body?.(text) ?? 'The story.', made.fields?.(text));
  const published = await publish(source, { attachments: made.attachments?.(text) ?? {} });
  expect(published.postmortem).toBeUndefined();
  const found = published.problems.filter(({ code }) => code === 'redaction/private-text');
  expect(found.map(({ location }) => location.line)).toContain(made.line);
  const printed = JSON.stringify(published.problems).toLowerCase();
  expect(printed).not.toContain(text.toLowerCase());
  expect(printed).not.toContain(encoded(text).toLowerCase());
});

test.each([
  ['a link in the body', '[a](notes/Mei%20Chen.png)', {}],
  ['an image that is missing', '![a](mei-chen.png)', {}],
  ['a chart whose file is missing', '<Chart data="mei-chen.csv" x="a" y="b" title="c" alt="d" />', {}],
  ['a column that is missing', '<Chart data="a.csv" x="Mei Chen" y="b" title="c" alt="d" />', {}],
  ['a time', 'x', { publishedAt: 'by Mei Chen' }],
  ['a count', 'x', { impact: '{ users: Mei Chen, accounts: 1, supportRequests: 1, services: [] }' }],
  ['a severity', 'x', { severity: 'mei-chen' }],
  [
    'a service',
    'x',
    { impact: '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: mei-chen, windows: [] }] }' },
  ],
  ['a key', 'x', { Mei_Chen: '1' }],
  ['an element', '<Mei.Chen>a</Mei.Chen>', {}],
  ['an attribute', '<Note mei-chen="a">\nb\n</Note>', {}],
  [
    'an action that is given twice',
    'x',
    { actions: '[{ id: mei-chen, what: a, kind: fix, owner: b, due: 2026-05-01, doneWhen: c, state: done }]' },
  ],
])('%s that is wrong for another reason does not print the name in it', async (_, body, fields) => {
  const published = await publish(postmortem(body, fields), { attachments: { 'a.csv': 'at,b\n1,2' } });
  expect(published.postmortem).toBeUndefined();
  for (const { fact, remedy } of published.problems) expect(fact + remedy).not.toMatch(/mei.?chen/i);
});
