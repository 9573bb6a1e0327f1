/** Documents in the shapes that people write, each with what it states: nothing wrong, nothing exact that is not stated. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ImportOptions } from '../../../src/author/importers/importer.ts';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function read(text: string, fileName = 'note.md', more: Partial<ImportOptions> = {}) {
  const [draft] = importMarkdown({ fileName, text }, { severity: 'sev2', ...more });
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft?.mdx ?? '') ?? [];
  const values = parse(yaml);
  return {
    ...values,
    story,
    slug: draft?.slug,
    todo: draft?.todo.join('\n') ?? '',
    ats: (values.timeline ?? []).map(({ at }: { at: string }) => at),
  };
}

test.each<[string, string, string[]]>([
  [
    'the day of the title and a zone sentence',
    '# Kiln went cold - April 7, 2026\n\n## Timeline\n\nAll times in UTC.\n\n- **10:45** - Valve closed\n- **14:59** - Two reports\n',
    ['2026-04-07T10:45Z', '2026-04-07T14:59Z'],
  ],
  [
    'a month by its name and a zone in the head',
    '# Kiln\n\n**Date:** April 7, 2026\n\n## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| Apr 7, 10:18 AM | Call |\n| Apr 8, 8:13 PM | Fixed |\n',
    ['2026-04-07T10:18Z', '2026-04-08T20:13Z'],
  ],
  [
    'a month and day in brackets',
    '# April 7th, 2026 Kiln\n\nAll times in PDT (UTC-7).\n\n## Timeline\n\n- [12-05 16:21] Valve built in\n- [04-07 02:50] Reported\n',
    ['2025-12-05T16:21-07:00', '2026-04-07T02:50-07:00'],
  ],
  [
    'clocks as headings under letters of several zones',
    '# Kiln 2026-07-02\n\n## Timeline (times in BST)\n\n### 5:00 PM\nDeclared\n\n### 5:32 PM\nCheck fails\n',
    ['about 2026-07-02T17:00+01:00', 'about 2026-07-02T17:32+01:00'],
  ],
  [
    'lines under a day line',
    '# Kiln 2026\n\n## Timeline\n\n_All times in EDT_\n\n### July 22, 2026\n1:03\nAlert fires\n\n5:10 AM\nTeam looks\n',
    ['2026-07-22T01:03-04:00', '2026-07-22T05:10-04:00'],
  ],
  [
    'words behind a clock that are no zone',
    '# Kiln\n\nAll times in UTC.\n\n## Timeline\n\n- 2026-04-07 14:51 the news\n- 2026-04-07 15:10 and it was fixed\n',
    ['2026-04-07T14:51Z', '2026-04-07T15:10Z'],
  ],
  [
    'a table over midnight',
    '# Night 2026-04-07\n\nAll times in UTC.\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 2026-04-07 23:40 | Errors |\n| 00:20 | Back |\n',
    ['2026-04-07T23:40Z', 'about 2026-04-08T00:20Z'],
  ],
  [
    'a zone that is not known',
    '# Kiln 2026-04-07\n\nAll times in Kiln Standard.\n\n## Timeline\n\n- 10:45 Valve closed\n- 10:50 Alert\n',
    ['unknown', 'unknown'],
  ],
  [
    'a zone in the heading of the timeline',
    '# Kiln 2026-04-07\n\n## Timeline (CET)\n\n- 10:45 Valve closed\n- 10:50 Alert\n',
    ['2026-04-07T10:45+01:00', '2026-04-07T10:50+01:00'],
  ],
  [
    'a day and clock in German',
    '# Ofen kalt\n\nAlle Zeiten. All times in CET.\n\n## Timeline\n\n- 14.03.2026 9:12 Uhr Ventil zu\n- am Ende: nichts\n- 14.03.2026 9:40 Uhr warm\n',
    ['2026-03-14T09:12+01:00', '2026-03-14T09:40+01:00'],
  ],
  [
    'months of other languages in the title and in headings',
    '# Four froid, 3 mars 2026\n\nAll times in Europe/Paris.\n\n## Timeline\n\n### 3 mars 2026\n\n- 14h30 Vanne\n\n### 30 mars 2026\n\n- 14h30 Encore\n',
    ['2026-03-03T14:30+01:00', '2026-03-30T14:30+02:00'],
  ],
  [
    'a clock that a zone shows twice',
    '# Kiln 2026-10-25\n\nAll times in Europe/Berlin.\n\n## Timeline\n\n- 01:30 Cold\n- 02:30 Colder\n',
    ['2026-10-25T01:30+02:00', 'unknown'],
  ],
  ['clocks in a chat log', '# Kiln 2026-04-07\n\nAll times in UTC.\n\n## Appendix\n\n- 10:45 one\n- 10:46 two\n', []],
])('%s', (_, text, ats) => {
  expect(read(text).ats).toEqual(ats);
});

test('key events with their words first give the phases, as about, and ask for the zone', () => {
  const draft = read(
    '---\ntitle: Ovens unreachable\n---\n\n- **Key events**\n  - First detected 2026-04-07 11:01\n  - Incident declared 2026-04-07 11:26\n  - Resolved: 2026-04-07 12:11\n',
    '0d0b6c11.html.md.erb',
  );
  expect(draft).toMatchObject({
    slug: '0d0b6c11',
    title: 'Ovens unreachable',
    times: { started: 'unknown', firstLogged: 'about 2026-04-07T11:01Z', resolved: 'about 2026-04-07T12:11Z' },
  });
  expect(draft.todo).toContain('names no time zone');
  expect(draft.story).toContain('First detected 2026-04-07 11:01');
});

test('who wrote it is found in no row', () => {
  const draft = read('# Kiln 2026-04-07\n\n## Authors\n\n- 10:45 Canary One\n\n## Timeline\n\n- 10:50 UTC Alert\n');
  expect(JSON.stringify(draft.timeline) + draft.story).not.toContain('Canary');
});

test('a section of people ends where its own level ends', () => {
  const draft = read(
    '# Kiln\n\n### Authors\n\ncanary, another\n\n### Status\n\nDone, two open\n\n### Root causes\n\nA nightly job.\n\n## Lessons\n\nNone.\n',
  );
  expect(draft.story).toContain('Done, two open');
  expect(draft.contributingFactors).toEqual(['A nightly job.']);
  expect(draft.story).not.toContain('canary');
  expect(draft.internal.authors).toEqual(['canary', 'another']);
});

test('what the rows of a timeline say whole is not told again, and what they leave out is', () => {
  const draft = read(
    '# Kiln 2026-04-07\n\n## Timeline (UTC)\n\n- 10:45 Valve closed\n- 10:50 **Alert**\n\n| Time | Event |\n|---|---|\n| 10:55 | See [the graph](https://example.org/g) |\n\n- 10:58:30 Back\n\n## What happened\n\n- 10:45 Told again.\n',
  );
  expect(draft.ats).toHaveLength(5);
  expect(draft.story).not.toContain('Valve closed');
  expect(draft.story).not.toContain('Alert');
  expect(draft.timeline[2].what).toBe('See [the graph](https://example.org/g)');
  expect(draft.story).not.toContain('the graph');
  expect(draft.story).toContain('10:58:30');
  expect(draft.story).toContain('Told again.');
});

test('rows that are about are not said to be unknown, and a row that says Resolved. is the end', () => {
  const draft = read('# Kiln 2026-04-07\n\n## Timeline\n\n- 10:45 Valve closed.\n- 11:50 Resolved.\n');
  expect(draft.todo).toContain('names no time zone');
  expect(draft.todo).not.toContain('are unknown');
  expect(draft.times).toMatchObject({ resolved: 'about 2026-04-07T11:50Z' });
});

test.each([
  'Date: 7 April 2026. Author: Jane Canary',
  'Kiln | Incident lead: Jane Canary',
  '7 April · **Authors**: Jane Canary',
])('a name behind a label within a line stays internal: %s', (line) => {
  const draft = read(`# Kiln\n\n${line}\n\n## What happened\n\nWell.\n`);
  expect(draft.story).not.toContain('Canary');
  expect(JSON.stringify(draft.internal)).toContain('Canary');
});

test("severity, services and tags come from labels and frontmatter, by the owner's names", () => {
  const own = {
    severities: [
      { id: 'major', name: 'Major outage' },
      { id: 'p2', name: 'Priority two' },
    ],
    services: [{ id: 'kilns', name: 'Kilns' }],
  };
  const labelled = read('# Kiln\n\n**Severity:** P2\n**Affected services:** kilns, Glaze shop\n', 'a.md', own);
  expect(labelled).toMatchObject({ severity: 'p2', impact: { services: [{ service: 'kilns' }] } });
  expect(labelled.todo).toContain('Which services are these of the source: Glaze shop?');
  expect(labelled.todo).not.toContain('severity:');
  const front = read(
    '+++\ntitle = "Kiln"\nseverity = "Critical"\ntags = ["Fire Clay"]\nsummary = "It was <cold>."\nstart = 2026-04-07T10:00:00Z\nend = 2026-04-07T11:00:00Z\n+++\nText.\n',
    'a.md',
    own,
  );
  expect(front).toMatchObject({
    severity: 'sev2',
    tags: ['fire-clay'],
    summary: 'It was \\<cold>.',
    times: { started: 'about 2026-04-07T10:00:00.000Z', resolved: 'about 2026-04-07T11:00:00.000Z' },
  });
  expect(front.todo).toContain('says `Critical`; `sev2` is a stand-in. `major` may be meant.');
});

test('rows get their kind where their words are clear, and the rest is counted', () => {
  const rows = [
    'Alert fired',
    'Rolled back',
    'Status page updated',
    'Incident was resolved',
    'Ann made tea',
    'Alert fired, rolled back',
  ];
  const draft = read(
    `# Kiln 2026-04-07\n\n## Timeline (UTC)\n\n${rows.map((row, index) => `- 10:1${index} ${row}`).join('\n')}\n`,
  );
  expect(draft.timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
    'detection',
    'mitigation',
    'communication',
    'recovery',
    'note',
    'note',
  ]);
  expect(draft.todo).toContain('Give 2 of 6 rows their kind');
});

test('action items stand once, those that are done too', () => {
  const draft = read('# Kiln\n\n## Action items\n\n- [x] Buy a `valve`\n- [ ] Sell [it](https://example.org)\n');
  expect(draft.story).toBe('');
  expect(draft.todo).toContain('Action items of the source');
});

test.each([
  '---\ntitle: "The kiln: cold"\ntags:\n- kiln\n- gas\nweight: 3\n---\n',
  "---\n'title': The kiln went cold\ntags: [kiln, gas]\n# of the wiki\nweight: 3\n---\n",
  '+++\ntitle = "The kiln went cold"\ntags = [\n  "kiln",\n  "gas",\n]\nweight = 3\n+++\n',
])(
  'what a draft says of the frontmatter is not internal as well, where other texts would be held against it: %s',
  (front) => {
    const [draft] = importMarkdown({ fileName: 'kiln.md', text: `${front}\nThe gas was out.\n` }, { severity: 'sev3' });
    const { title, tags, internal } = parse(/^---\n([\s\S]*?)\n---\n/.exec(draft?.mdx ?? '')?.[1] ?? '');
    expect(title).toMatch(/^The kiln/);
    expect(tags).toEqual(['kiln', 'gas']);
    expect(internal.frontmatter).toContain('weight');
    expect(internal.frontmatter).not.toMatch(/cold|gas/);
    expect(draft?.understood.notPlaced).toBe(0);
  },
);

test('frontmatter that is said whole leaves nothing behind', () => {
  const [draft] = importMarkdown(
    { fileName: 'kiln.md', text: '---\ntitle: The kiln\n---\n\nThe gas was out.\n' },
    { severity: 'sev3' },
  );
  expect(draft?.mdx).not.toContain('internal');
});

test('a name in a title that is hidden stays in the frontmatter', () => {
  const text = '---\ntitle: Ingeborg Canary saw the kiln\nauthor: Ingeborg Canary\n---\n\nThe gas was out.\n';
  const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
  const { title, internal } = parse(/^---\n([\s\S]*?)\n---\n/.exec(draft?.mdx ?? '')?.[1] ?? '');
  expect(title).not.toContain('Canary');
  expect(internal.frontmatter).toContain('title: Ingeborg Canary saw the kiln');
});
