/** People whom a document names by their role are in the internal fields of its draft and nowhere else. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importGithubIssues } from '../../../src/author/importers/github-issues.ts';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';

function read(text: string, fileName = 'kiln.md') {
  const [draft] = importMarkdown({ fileName, text }, { severity: 'sev3' });
  const mdx = draft?.mdx ?? '';
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(mdx) ?? [];
  const { internal, ...values } = parse(yaml);
  expect(postmortemSchema.safeParse({ ...values, internal }).error).toBeUndefined();
  return {
    ...values,
    internal,
    mdx,
    story,
    public: `${JSON.stringify(values)}\n${story}`,
    hidden: JSON.stringify(internal),
    todo: draft?.todo.join('\n') ?? '',
    notPlaced: draft?.understood.notPlaced,
  };
}

const canary = /Dvorak|Marek|Roth|Ines|dvorak|山田|太郎/;

const shapes: Record<string, string> = {
  'pairs without a head': '| | |\n|---|---|\n| **Scribe** | Marek Dvorak |\n| **Severity** | SEV2 |\n',
  'pairs whose head is one': '| **Scribe** | Marek Dvorak |\n|---|---|\n| **Severity** | SEV2 |\n',
  'pairs whose head is the other': '| Date | 2026-03-04 |\n|---|---|\n| Incident Commander | Marek Dvorak |\n',
  'one pair': '| Author | Marek Dvorak |\n|---|---|\n',
  'pairs under a head':
    '| Role | Person |\n|---|---|\n| IC | Marek Dvorak |\n| Communications | Ines Roth |\n| Prepared by | Marek Dvorak, Ines Roth |\n',
  'pairs under names': '| Role | Name | Phone |\n|---|---|---|\n| On-call | Marek Dvorak | 555 01 |\n',
  'pairs beside each other':
    '| | | | |\n|---|---|---|---|\n| **Date** | 2026-03-04 | **Lead** | Marek Dvorak |\n| Owner | Ines Roth | Status | Done |\n',
  'two names in a cell':
    '| Field | Value |\n|---|---|\n| **Responder(s)** | Marek Dvorak<br>Ines Roth (SRE) |\n| Impact | 12 plates |\n',
  'a column of actions':
    '| Action | Owner | Due | Ticket | Status |\n|---|---|---|---|---|\n| Renew the belt of the wheel | Marek Dvorak | 2026-05-01 | KILN-12 | Open |\n| Buy clay | @ines.roth | 2026-05-02 | KILN-13 | Done |\n',
  'a first column of owners':
    '| Owner | Action |\n|---|---|\n| Marek Dvorak | Renew the belt |\n| Ines Roth | Buy clay |\n',
  'a row of heads': '| Author | Reviewer |\n|---|---|\n| Marek Dvorak | Ines Roth |\n',
  'a column of who':
    '| Time (UTC) | Who | What |\n|---|---|---|\n| 2026-03-04 10:00 | Marek Dvorak | Opens the kiln |\n| 2026-03-04 10:20 | Ines Roth | Closes it |\n',
  'a column of a table of names': '| Name | Role |\n|---|---|\n| Marek Dvorak | IC |\n| Ines Roth | Scribe |\n',
  'bold lines': '**Scribe:** Marek Dvorak\n**Severity:** SEV2\n',
  'bold before the colon': '**Incident Commander**: Marek Dvorak  \n**Date**: 2026-03-04\n',
  'plain lines': 'Scribe: Marek Dvorak\nStatus: done\n',
  'lines that go on': 'Participants: Marek Dvorak,\nInes Roth\n\nIt was cold.\n',
  'one line of several': 'Severity: SEV2 | Scribe: Marek Dvorak | Status: done\n',
  'a line with a dash': 'Scribe – Marek Dvorak\n',
  'bold without a colon': '**Scribe** Marek Dvorak\n',
  items: '- Severity: SEV2\n- Owner: Marek Dvorak\n- **Reviewer**: Ines Roth\n',
  'items within': '- Attendees:\n  - Marek Dvorak\n  - Ines Roth\n- Severity: SEV2\n',
  'a list below': '**Attendees**\n\n- Marek Dvorak\n- Ines Roth\n\nIt was cold.\n',
  'a definition': 'Scribe\n: Marek Dvorak\n\nOwner\n: Ines Roth\n',
  'a heading': '### Incident Commander\n\nMarek Dvorak\n\n## Impact\n\nIt was cold.\n',
  'a heading with a name': '## Scribe: Marek Dvorak\n\nIt was cold.\n',
  'a quote': '> **Author:** Marek Dvorak\n> **Status:** done\n',
  brackets: '- [ ] Renew the belt (Owner: Marek Dvorak)\n- [ ] Buy clay. Owner: Ines Roth\n',
  'brackets in a cell': '| Action | Due |\n|---|---|\n| Renew the belt (owner: Marek Dvorak) | 2026-05-01 |\n',
  'two labels': 'Author/Owner: Marek Dvorak\n',
  German:
    '| **Protokollführer** | Marek Dvorak |\n|---|---|\n| **Schweregrad** | SEV2 |\n\nTeilnehmer: Marek Dvorak, Ines Roth\n',
  'a German column': '| Maßnahme | Verantwortlich | Fällig |\n|---|---|---|\n| Riemen | Marek Dvorak | 2026-05-01 |\n',
  French: '**Rédigé par :** Marek Dvorak\n\n| Action | Responsable |\n|---|---|\n| Courroie | Ines Roth |\n',
  Spanish: '- Autor: Marek Dvorak\n- Asistentes: Ines Roth\n',
  Portuguese: '| Ação | Responsável |\n|---|---|\n| Correia | Marek Dvorak |\n',
  Japanese: '| 作成者 | 山田太郎 |\n|---|---|\n| 重大度 | SEV2 |\n\n担当：山田 太郎\n',
};

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  test.each([
    ['before the first heading', `# Kiln cold 2026-03-04\n\n${shape}\n## Summary\n\nThe kiln was cold.\n`],
    ['in another section', `# Kiln cold\n\n## Summary\n\nThe kiln was cold.\n\n## Action items\n\n${shape}`],
    ['in the summary', `# Kiln cold\n\n## Summary\n\n${shape}\n`],
    ['in a timeline', `# Kiln cold\n\n## Timeline\n\n${shape}\n`],
  ])('%s', (_, text) => {
    const draft = read(text);
    expect(draft.public).not.toMatch(canary);
    expect(draft.hidden).toMatch(canary);
    expect(draft.todo).not.toMatch(canary);
    expect(draft.notPlaced).toBe(0);
  });
});

test('rows and columns of which nothing is left go, all others stay', () => {
  const draft = read(`# Kiln\n\n${shapes['pairs whose head is one']}\n## Actions\n\n${shapes['a column of actions']}`);
  expect(draft.story).toContain('| **Severity** | SEV2 |\n| --- | --- |');
  const kept = draft.mdx.slice(draft.mdx.indexOf('\n# actions:'));
  for (const cell of ['Renew the belt of the wheel', '2026-05-01', 'KILN-12', 'state: open'])
    expect(kept).toContain(cell);
  const elsewhere = read(`# Kiln\n\n## What was agreed\n\n${shapes['a column of actions']}`);
  expect(elsewhere.story).toContain(
    '| Action | Due | Ticket | Status |\n| --- | --- | --- | --- |\n| Renew the belt of the wheel | 2026-05-01 | KILN-12 | Open |',
  );
  expect(draft.internal).toEqual({ scribe: ['Marek Dvorak'], owner: ['Marek Dvorak', '@ines.roth'] });
});

test('the same names elsewhere become a colleague, with a to-do that names the lines', () => {
  const draft = read(
    '---\ntitle: Marek Dvorak and the kiln\nauthor: Ines Roth\n---\n**Scribe:** Marek Dvorak\n\nThen Marek restarted it, as `marek.dvorak` on [x](https://example.org/marek-dvorak), and Ines Roth helped.\n\n## Dvorak’s kiln\n\n- 10:00 Marek Dvorak looks\n',
  );
  expect(draft.public).not.toMatch(/marek|dvorak|ines|roth/i);
  expect(draft.story).toContain('Then a colleague restarted it, as `colleague`');
  expect(draft.todo).toMatch(/became "a colleague": line 3, 5, 7 of/);
});

test('names of attendees are hidden in the text, too, and stay whole under internal', () => {
  const draft = read('# Kiln\n\nInes lit it.\n\n## Attendees\n\n- Ines Roth (host)\n- Marek Dvorak\n');
  expect(draft.public).not.toMatch(canary);
  expect(draft.internal.attendees).toEqual(['Ines Roth (host)', 'Marek Dvorak']);
});

test('words that may be names are left with a to-do, and teams are words', () => {
  const draft = read(
    '# Kiln\n\n- Owner: Will Storage, Clay team\n- Lead: MD\n\nWill restarted the storage. Clay was wet. MD saw it. The Clay team slept.\n',
  );
  expect(draft.story).toContain('Will restarted the storage. Clay was wet. MD saw it.');
  expect(draft.todo).toMatch(/may be names of these people stand in the text: line 6/);
});

test('sentences with such words in them stay', () => {
  const said =
    'The owner of the kiln said: it is cold. People were paged. On-call engineers saw the graph at 10:00: it was flat. By Monday it was warm.';
  const draft = read(`# Kiln\n\n${said}\n\n| Service | Owner team |\n|---|---|\n| Kiln | platform |\n`);
  expect(draft.story).toContain(said);
  expect(draft.story).toContain('| Kiln | platform |');
});

test('a long document with many labels is read in time that grows with it', () => {
  const line = 'Owner: A; Scribe: B; ( [ – - / Owner : : : ';
  expect(
    read(`# Kiln\n\n${line.repeat(2000)}\n\n${'| Owner | x '.repeat(200)}|\n${'|---|---'.repeat(200)}|\n`).notPlaced,
  ).toBeLessThan(5);
});

test('issues and updates of tools name nobody either', () => {
  const issue = {
    number: 7,
    title: 'Kiln cold, Marek looks',
    body: `The kiln was cold.\n\n${shapes['pairs whose head is one']}\n${shapes['a column of actions']}\n### Attendees\n\n- Ines Roth\n`,
    created_at: '2026-03-04T10:00:00Z',
    comments: [{ created_at: '2026-03-04T10:10:00Z', body: 'Marek Dvorak lit it.\n\nOwner: Marek Dvorak' }],
  };
  const [draft] = importGithubIssues({ fileName: 'a.json', text: JSON.stringify(issue) }, { severity: 'sev3' });
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft?.mdx ?? '') ?? [];
  const { internal, ...values } = parse(yaml);
  expect(`${JSON.stringify(values)}${story}`).not.toMatch(canary);
  expect(internal.people).toEqual({
    scribe: ['Marek Dvorak'],
    owner: ['Marek Dvorak', '@ines.roth'],
    attendees: ['Ines Roth'],
  });
  expect(draft?.understood.notPlaced).toBe(0);
});

test('several labels on one line are fields of their own', () => {
  expect(read('# Kiln\n\nOwner: Marek Dvorak; Scribe: Ines Roth\n').internal).toEqual({
    owner: ['Marek Dvorak'],
    scribe: ['Ines Roth'],
  });
});

test('of many people none is left, in scripts without spaces too', () => {
  const names = Array.from({ length: 300 }, (_, index) => `山${String.fromCodePoint(0x4e00 + index)}太`);
  const draft = read(
    `# Kiln\n\n参加者: ${names.join('、')}\n\n## Summary\n\n${names.map((name) => `${name}が見た。`).join('')}\n`,
  );
  expect(names.filter((name) => draft.public.includes(name))).toEqual([]);
  expect(names.filter((name) => !draft.hidden.includes(name))).toEqual([]);
});

test('of many labels on one line none keeps its name', () => {
  const draft = read(`# Kiln\n\n${'Scribe: Marek Dvorak; Time: noon; '.repeat(1000)}\n`);
  expect(draft.public).not.toMatch(canary);
  expect(draft.story.match(/Time: noon/g)).toHaveLength(1000);
});
