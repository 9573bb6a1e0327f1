/** What is internal by its kind is found in public text of any file of the site, by `check` and by builds, with both places. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProjector } from '../../../src/private/publish/site-projector.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { frontmatter } from '../../support/publish.ts';

let site: string;
beforeAll(() => {
  site = temporaryFolder();
});
afterAll(() => removeFolder(site));

const ground: Record<string, string> = {
  'site.yaml':
    'name: Example\norganisation: Example Ltd\ndescription: d\nurl: https://p.example/\nestablished: 2024-01-01\nlanguage: en\ncards: false\ntranslations: { de: { name: Beispiel } }\nseverities: [{ id: sev1, name: Severity 1, meaning: m }]\n',
  'people.yaml':
    'mchen: { name: Mei Chen, role: the engineer }\nchief: { name: Cleo Castellane, role: the chief, public: true }\n',
  'redaction.yaml': 'allow: [{ text: Allowed Visitor, because: x, until: 2099-12-31 }]\n',
  'services/checkout.yaml': 'name: Checkout Desk\n',
  'services/kestrel.yaml': 'name: Kestrel\ninternal: true\n',
  'services/ledger-two.yaml': 'name: Clay\ninternal: true\n',
};
/** Everything internal is here. */
const hidden = [
  'review: { held: 2026-03-18, attendees: [Canaria Visitor, Zoe, mchen, Cleo Castellane, Allowed Visitor] }',
  'internal:',
  '  customer: Canary Islands Bank',
  '  contract: CNT-5512-x',
  '  note: The wording was agreed with their lawyers before noon. Lawyers were Canario Brothers of Genoa.',
  '  noted: "Authors: Canarina First, Ola Canarsson\\n# Root Cause\\n"',
  '  when: 2026-03-14T09:12:00Z',
  '  took: 53 minutes',
  '  service: Checkout Desk',
  '  status: resolved',
].join('\n');
const text = (body: string, changes: Record<string, string | undefined> = {}, more = '') =>
  `---\n${frontmatter({ ...changes })}\n${more}\n---\n${body}\n`;

const original = text(
  'The story. <Internal>The cellar door was left unlocked at midnight. See it.</Internal>',
  {
    id: 'PM-A',
    responders: '[{ team: Payments, people: [Canbert Responder] }]',
    actions:
      '[{ id: A1, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: "https://github.com/acme/ops/issues/91" }, { id: A2, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: "#12" }, { id: A3, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: CHG0077777 }, { id: A4, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: PAY-300 }]',
  },
  hidden,
);

function write(files: Record<string, string>) {
  for (const folder of ['content', 'public']) rmSync(join(site, folder), { recursive: true, force: true });
  const all = { ...Object.fromEntries(Object.entries(ground)), 'postmortems/a/index.mdx': original, ...files };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(site, 'content', name)), { recursive: true });
    writeFileSync(join(site, 'content', name), content);
  }
}

async function problemsIn(files: Record<string, string>, { checksOnly = true, fresh = true } = {}) {
  write(files);
  if (fresh) rmSync(join(site, '.candor'), { recursive: true, force: true });
  const projector = createProjector({ site, edition: 'public', now: '2026-11-24T00:00:00Z', checksOnly });
  const { problems } = await projector.project();
  await projector.close();
  return problems.filter(({ code }) => /^redaction\/.*internal/.test(code) || code === 'redaction/private-text');
}

const [error, warning] = ['redaction/internal-elsewhere', 'redaction/perhaps-internal'];
const b = 'postmortems/b/index.mdx';
const story = (body: string, changes: Record<string, string> = {}) => ({ [b]: text(body, { id: 'PM-B', ...changes }) });

const told: [name: string, files: Record<string, string>, code: string, place: string, other: string][] = [
  ['an attendee', story('Then **Canaria** Visitor came.'), error, `${b}:17:8`, 'a/index.mdx:16:41'],
  [
    'an attendee in a slug',
    story('See [it](https://x.example/canaria-visitor).'),
    error,
    `${b}:17:28`,
    'a/index.mdx:16:41',
  ],
  ['an attendee as one word', story('Ask canariavisitor.'), error, `${b}:17:5`, 'a/index.mdx:16:41'],
  ['an attendee in a genitive', story("Canaria Visitor's idea."), error, `${b}:17:1`, 'a/index.mdx:16:41'],
  ['a single name', story('Then Zoe came.'), warning, `${b}:17:6`, 'a/index.mdx:16:58'],
  ['a responder', story('By Canbert Responder.'), error, `${b}:17:4`, 'a/index.mdx:11:41'],
  ['a responder in a field', story('x', { summary: 'By Canbert Responder.' }), error, `${b}:4:13`, 'a/index.mdx:11:41'],
  ["an issue's address", story('See github.com/acme/ops/issues/91.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ["an issue's number", story('See #91.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ['a short ticket', story('See #12.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ['a ticket in two words', story('See CHG 0077777.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ['a ticket with a hyphen', story('See chg-0077777.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ["a ticket's number", story('See ticket 0077777.'), error, `${b}:17:12`, 'a/index.mdx:'],
  ['a ticket without its hyphen', story('See pay300.'), error, `${b}:17:5`, 'a/index.mdx:'],
  ['an attendee as in a list', story('By Visitor, Canaria.'), error, `${b}:17:4`, 'a/index.mdx:16:41'],
  ['an attendee by an initial', story('By C. Visitor.'), error, `${b}:17:4`, 'a/index.mdx:16:41'],
  ['a value', story('For Canary Islands\nBank.'), error, `${b}:17:5`, 'a/index.mdx:18:13'],
  ['an id', story('Under CNT-5512-x.'), error, `${b}:17:7`, 'a/index.mdx:19:13'],
  ['a name in a list', story('By Ola Canarsson.'), error, `${b}:17:4`, 'a/index.mdx:21:10'],
  ['a name in a sentence', story('By Canario Brothers.'), warning, `${b}:17:4`, 'a/index.mdx:20:9'],
  ['a service of one word', story('The Kestrel fell.'), warning, `${b}:17:5`, 'services/kestrel.yaml'],
  ["a service's id", story('The ledger-two fell.'), error, `${b}:17:5`, 'services/ledger-two.yaml'],
  [
    'a sentence',
    story('Before. The cellar door was *left* unlocked at midnight.'),
    warning,
    `${b}:17:9`,
    'a/index.mdx:27:35',
  ],
  [
    'a sentence of `internal`',
    story('The wording was agreed with their lawyers before noon!'),
    warning,
    `${b}:17:1`,
    'a/index.mdx:20:9',
  ],
  [
    'a value in a translation',
    {
      'postmortems/a/index.de.mdx':
        '---\ntitle: T\nsummary: Kurz.\ntranslatedAt: 2026-03-21T10:00Z\n---\nFür Canary Islands Bank.\n',
    },
    error,
    'postmortems/a/index.de.mdx:6:5',
    'a/index.mdx:18:13',
  ],
  [
    'an attendee in a file for download',
    {
      ...story('x', { attachments: '[{ title: Log, file: node.log }]' }),
      'postmortems/b/node.log': '09:12 ok\n09:13 Canaria Visitor came\n',
    },
    error,
    'postmortems/b/node.log:2:7',
    'a/index.mdx:16:41',
  ],
  [
    'a value on a page',
    { 'pages/about.mdx': '---\ntitle: About\n---\n\nAt Canary Islands Bank.\n' },
    error,
    'pages/about.mdx:5:4',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a setting',
    { 'site.yaml': `${ground['site.yaml']}footer: For Canary Islands Bank\n` },
    error,
    'site.yaml:10:13',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a text of a service',
    { 'services/checkout.yaml': 'name: Checkout Desk\ndescription: Used by Canary Islands Bank.\n' },
    error,
    'services/checkout.yaml:2:22',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a role',
    { 'people.yaml': `${ground['people.yaml']}other: { name: Olaf Other, role: envoy to Canary Islands Bank }\n` },
    error,
    'people.yaml:3:43',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a file of `public/`',
    { '../public/terms.txt': 'Terms.\nFor Canary Islands Bank.\n' },
    error,
    'public/terms.txt:2:5',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a picture of `public/`',
    { '../public/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text>Canary Islands Bank</text></svg>' },
    error,
    'public/logo.svg:1:47',
    'a/index.mdx:18:13',
  ],
  [
    'a value in the name of a file',
    { '../public/canary-islands-bank.txt': 'Terms.\n' },
    error,
    'public',
    'a/index.mdx:18:13',
  ],
  [
    'a value in a place of the theme',
    { 'theme/footer.mdx': 'At Canary Islands Bank.\n' },
    error,
    'theme/footer.mdx:1:4',
    'a/index.mdx:18:13',
  ],
  [
    'a sentence of a page',
    {
      'pages/more.mdx': '---\ntitle: About\n---\n\nx <Internal>Nobody knows what the fox said.</Internal>\n',
      ...story('Nobody knows what the fox said.'),
    },
    warning,
    `${b}:17:1`,
    'pages/more.mdx:5:13',
  ],
  [
    'a value in its own postmortem',
    { 'postmortems/a/index.mdx': original.replace('The story.', 'At Canary Islands Bank.') },
    error,
    'postmortems/a/index.mdx:27:4',
    'a/index.mdx:18:13',
  ],
];

describe('is found with both places, and not printed', () => {
  let problems: Problem[];
  /** All rows on one site; each story has a folder of its own. */
  beforeAll(async () => {
    const files = told.flatMap(([, row], index) =>
      Object.entries(row).map(([name, content]) => [
        inFolder(name, index),
        content.replace('id: PM-B', `id: PM-B${index}`),
      ]),
    );
    problems = await problemsIn(Object.fromEntries(files));
  }, 120_000);
  const inFolder = (name: string, index: number) => name.replace('postmortems/b/', `postmortems/b${index}/`);
  test.each(told.map((row, index) => [...row, index] as const))('%s', (_, _files, code, place, other, index) => {
    const wanted = place.startsWith('public') ? place : `content/${inFolder(place, index)}`;
    const found = problems.find(
      ({ location: { file, line, column } }) => [file, line, column].filter(Boolean).join(':') === wanted,
    );
    expect(found?.code).toBe(code);
    const { related } = found ?? {};
    expect(`${related?.file}:${related?.line}:${related?.column}`).toContain(other);
  });
  test('and nothing else is', () => {
    expect(problems.filter(({ code }) => code === 'redaction/private-text')).toEqual([]);
    expect(JSON.stringify(problems)).not.toMatch(/canar|zoe|cellar|lawyer|acme|5512|canbert/i);
    expect(problems).toHaveLength(told.length);
  });
});

test('what is public by itself, moments, durations and ordinary words are none of it', async () => {
  const body =
    'Checkout Desk was down for 53 minutes from 2026-03-14T09:12:00Z and is resolved. Root Cause: number 12, at 91 percent. Signed by Cleo Castellane and Allowed Visitor. The zoe. We pay 300 a month, 77,777 in all; CHG is 0077. In plan C. Visitors came, and visitor, canaria.';
  expect(await problemsIn(story(body))).toEqual([]);
});

test('a value that an exception lets stand once is found where it does not', async () => {
  const policy = 'allow: [{ text: Canary Islands Bank Tower, because: x, until: 2099-12-31 }]\n';
  const at = async (body: string) =>
    (await problemsIn({ 'redaction.yaml': policy, ...story(body) })).map(
      ({ location }) => `${location.line}:${location.column}`,
    );
  expect(await at('Below the Canary Islands Bank Tower.')).toEqual([]);
  expect(await at('Below the Canary Islands Bank Tower, Canary Islands Bank met.')).toEqual(['17:38']);
});

test('two finds of one length in one line are told both', async () => {
  const actions =
    '[{ id: A1, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: "#90210" }]';
  const found = await problemsIn(story('See #90210 and #90211.', { actions }));
  expect(found.map(({ code, location }) => `${code} ${location.column}`)).toEqual([
    `${error} 5`,
    'redaction/private-text 16',
  ]);
});

test('a build finds the same as a check, and a change in one file is enough, in either', async () => {
  const clean = story('Nothing here.');
  const dirty = story('At Canary Islands Bank.');
  const codes = async (files: Record<string, string>, checksOnly: boolean) =>
    (await problemsIn(files, { checksOnly, fresh: false })).map(({ code, location }) => `${code} ${location.file}`);
  for (const checksOnly of [true, false]) {
    rmSync(join(site, '.candor'), { recursive: true, force: true });
    expect(await codes(clean, checksOnly)).toEqual([]);
    const found = [`${error} content/${b}`];
    expect(await codes(dirty, checksOnly)).toEqual(found);
    expect(await codes(dirty, checksOnly)).toEqual(found);
    expect(await codes(dirty, !checksOnly)).toEqual(found);
    expect(await codes(clean, checksOnly)).toEqual([]);
    // The value is new where the text is old.
    const other = { ...story('At Nutria Islands Bank.') };
    expect(await codes(other, checksOnly)).toEqual([]);
    const moved = { ...other, 'postmortems/a/index.mdx': original.replace('Canary Islands', 'Nutria Islands') };
    expect(await codes(moved, checksOnly)).toEqual(found);
    expect(await codes(other, checksOnly)).toEqual([]);
  }
});

test('a memory that is damaged or gone is made again', async () => {
  const dirty = story('At Canary Islands Bank.');
  const expected = await problemsIn(dirty);
  for (const part of ['internal-values.json', 'shown']) {
    rmSync(join(site, '.candor/public/cache', part), { recursive: true });
    expect(await problemsIn(dirty, { fresh: false })).toEqual(expected);
  }
  rmSync(join(site, '.candor/public/cache/shown'), { recursive: true, force: true });
  const path = join(site, '.candor/public/cache/internal-values.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"found":[', '"found":[ '));
  expect(await problemsIn(dirty, { fresh: false })).toEqual(expected);
});
