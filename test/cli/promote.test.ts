/** `candor promote`: from an imported draft to a postmortem that `check` accepts, nothing published that was not asked about. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answerTodos } from '../../src/author/promoting/answer-todos.ts';
import { findTodos } from '../../src/author/promoting/find-todos.ts';
import { proposedActions } from '../../src/cli/ask-actions.ts';
import { candor, now, removeFolder, temporaryFolder } from '../support/build.ts';
import { hasTerminal, keys, onTerminal } from '../support/on-terminal.ts';

let site = '';
const file = () => join(site, 'content/postmortems/kiln/index.mdx');
const read = () => readFileSync(file(), 'utf8');
const values = () => parse(read().split('\n---\n')[0]?.slice(4) ?? '');
const promote = (...flags: string[]) => candor('promote', 'kiln', '--site', site, ...flags);

const source = `# Kiln went cold on 2026-04-07

## Summary

The kiln cooled down for an hour.

## Timeline (UTC)

- 10:45 Alert fired
- 10:50 Ann CANARYNAME looked at it
- 11:40 Incident was resolved

## Action items

- Buy a valve
- Sell the old one
`;

beforeEach(async () => {
  site = temporaryFolder();
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'kiln.md'), source);
  await candor('import', 'document', join(site, 'kiln.md'), '--into', site);
});

afterEach(() => removeFolder(site));

describe('by flags', () => {
  const answers = [
    ...[
      '--set',
      'severity=sev2',
      '--set',
      'summary=The kiln was cold for an hour.',
      '--set',
      'detection.by=monitoring',
    ],
    ...[
      '--set',
      'times.started=2026-04-07 10:40',
      '--set',
      'times.resolved=about 2026-04-07T11:40Z',
      '--set',
      'impact.users=12',
    ],
    ...[
      '--set',
      'timeline.1.what=An engineer looked at it.',
      '--set',
      'timeline.1.kind=diagnosis',
      '--set',
      'responders=[{ team: Kilns }]',
    ],
    ...['--set', 'contributingFactors=[A valve stuck.]', '--set', 'mitigations=[The valve was turned.]'],
    ...[
      '--set',
      'actions=[{ id: A1, what: Buy a valve, kind: fix, owner: Kilns, due: 2026-06-01, doneWhen: It is built in., state: open }]',
    ],
    ...['--done', 'times', '--done', 'impact', '--done', 'timeline'],
  ];

  test('a draft becomes final in one step, and check accepts it', async () => {
    const promoted = await promote(...answers, '--state', 'final', '--published-at', '2026-04-20T00:00Z');
    expect(promoted.out).toContain('Nothing is left to do');
    expect(promoted.code).toBe(0);
    expect(values()).toMatchObject({
      state: 'final',
      publishedAt: '2026-04-20T00:00:00Z',
      severity: 'sev2',
      times: { started: '2026-04-07T10:40Z', resolved: 'about 2026-04-07T11:40Z' },
      impact: { users: 12 },
      timeline: [{ kind: 'detection' }, { kind: 'diagnosis' }, { kind: 'recovery' }],
    });
    expect(read()).not.toMatch(/TODO|own words|CANARYNAME/);
    expect(read()).toMatch(/^# Imported by .*\(source [0-9a-f]{12}\)$/m);
    const again = await candor('import', 'document', join(site, 'kiln.md'), '--into', site);
    expect(again.out).toContain('was left as it is');
  });

  test('nothing becomes public while something is left to do, and nothing is written then', async () => {
    const before = read();
    const refused = await promote('--set', 'severity=sev2', '--state', 'final');
    expect(refused.code).toBe(1);
    expect(refused.error).toMatch(/\d+ to-dos are left, on lines [\d, ]+; nothing was written\./);
    expect(read()).toBe(before);
  });

  test('what is left is told by line and key, never by its words', async () => {
    const { out, error } = await promote('--done', 'severity');
    expect(out).toMatch(/^content\/postmortems\/kiln\/index\.mdx:\d+ summary$/m);
    expect(out).toMatch(/left to do\./);
    expect(out + error).not.toMatch(/CANARY|Buy a valve/);
    expect(findTodos(read()).map(({ key }) => key)).not.toContain('severity');
  });

  test.each<[string, string[], string]>([
    ['a value that does not fit', ['--set', 'impact.users=many'], 'impact.users'],
    ['a path that does not exist', ['--set', 'nothing=1'], 'nothing'],
    ['a moment that is none', ['--set', 'times.started=10 o’clock'], 'no moment'],
    ['a set without a value', ['--set', 'severity'], '--set takes'],
    ['a to-do that is not there', ['--done', 'publishedAt'], 'no to-do'],
    ['a state that is none', ['--done', 'all', '--state', 'public'], '--state takes'],
  ])('%s is refused, and nothing is written', async (_, flags, words) => {
    const before = read();
    const refused = await promote(...flags);
    expect(refused.code).toBe(1);
    expect(refused.error).toContain(words);
    expect(read()).toBe(before);
  });

  test.each(['../site', 'none', 'Kiln'])('%s is no draft', async (slug) => {
    expect((await candor('promote', slug, '--site', site, '--done', 'all')).code).toBeGreaterThan(0);
  });
});

test('what an import says of action items is proposed, as far as it can be read', () => {
  const proposed = (template: string) => proposedActions(findTodos(`---\n# TODO: actions: Items:\n${template}---\n`));
  const row = '#   - id: A1\n#     what: "Buy a valve"\n';
  expect(
    proposed(
      `# actions:\n${row}#     kind: fix\n#     owner: # a team\n#     due: 2026-06-01\n#     state: done # and doneOn: the day\n#     ticket: "K-1"\n#     # Priority: P1\n`,
    ),
  ).toEqual([{ what: 'Buy a valve', kind: 'fix', due: '2026-06-01', state: 'done', ticket: 'K-1' }]);
  expect(proposed(`# actions:\n${row}#     kind: # fix\n#     due: soon\n`)).toEqual([{ what: 'Buy a valve' }]);
  expect(proposed('# actions:\n#   - - [\n')).toEqual([]);
  expect(proposed('# They stand in the story.\n')).toEqual([]);
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  const args = () => ['promote', 'kiln', '--site', site, '--now', now];
  /** `◆` stands before a question that waits. */
  const answers =
    (choices: readonly [question: RegExp, typed: string][]) =>
    (shown: string): string | undefined =>
      /◆[^◆]*$/.test(shown) ? choices.find(([question]) => question.test(shown))?.[1] : undefined;

  test('one question comes after the other with its passage, and each answer is written', async () => {
    const { code, shown } = await onTerminal(
      args(),
      answers([
        [/◆ {2}How grave was it\?/, keys.down + keys.down + keys.enter],
        [/◆ {2}Teams that responded/, `Kilns, Ovens${keys.enter}`],
        [/◆ {2}What is it now\?/, keys.enter],
        [/(?:severity|responders)[^◆]*◆ {2}What about it\?/, keys.enter],
        [/summary[^◆]*◆ {2}What about it\?/, keys.down + keys.enter],
        [/◆ {2}What about it\?/, keys.up + keys.enter],
      ]),
    );
    expect(shown).toContain('Buy a valve');
    expect(shown).toContain('left to do');
    expect(code).toBe(0);
    expect(values()).toMatchObject({
      state: 'draft',
      severity: 'sev2',
      responders: [{ team: 'Kilns' }, { team: 'Ovens' }],
    });
    const left = findTodos(read()).map(({ key }) => key);
    expect(left).toContain('times');
    for (const key of ['summary', 'severity', 'responders']) expect(left).not.toContain(key);
  });

  test('what is typed is the whole answer, and all to-dos of one key are asked for once', async () => {
    expect(findTodos(read()).filter(({ key }) => key === 'times').length).toBeGreaterThan(1);
    const { code, shown } = await onTerminal(
      args(),
      answers([
        [/◆ {2}When did it begin/, `2026-04-07 10:40${keys.enter}`],
        [/◆ {2}When was it fixed/, `about 2026-04-07 11:40${keys.enter}`],
        [/◆ {2}How many people/, `1200${keys.enter}`],
        [/◆ {2}How many accounts/, `about 30${keys.enter}`],
        [/◆ {2}(?:When|How many|What is it now)/, keys.enter],
        [/(?:times|impact) ─[^◆]*◆ {2}What about it\?/, keys.enter],
        [/◆ {2}What about it\?/, keys.up + keys.enter],
      ]),
    );
    expect(code).toBe(0);
    expect(shown.match(/◇ {2}When did it begin/g)).toHaveLength(1);
    expect(shown).toContain('about 2026-04-07T10:45Z (Enter keeps it)');
    expect(values()).toMatchObject({
      times: {
        started: '2026-04-07T10:40Z',
        firstLogged: 'about 2026-04-07T10:45Z',
        resolved: 'about 2026-04-07T11:40Z',
      },
      impact: { users: 1200, accounts: 'about 30', supportRequests: 'unknown' },
    });
    const left = findTodos(read()).map(({ key }) => key);
    expect(left).not.toContain('times');
    expect(left).toContain('severity');
  });

  test('action items that the import found are asked about one by one, with what the source says of them', async () => {
    const { code, shown } = await onTerminal(
      args(),
      answers([
        [/◆ {2}Is this promised\? Buy a valve/, keys.enter],
        [/◆ {2}Is this promised\? /, `n`],
        [/◆ {2}What will be done/, keys.enter],
        [/◆ {2}What kind\?/, keys.enter],
        [/◆ {2}Which team promises it\?/, `Kilns${keys.enter}`],
        [/◆ {2}By which day\?/, `2026-06-01${keys.enter}`],
        [/◆ {2}How will one know/, `It is built in.${keys.enter}`],
        [/◆ {2}Is there another action item/, keys.enter],
        [/◆ {2}What is it now\?/, keys.enter],
        [/actions ─[^◆]*◆ {2}What about it\?/, keys.enter],
        [/◆ {2}What about it\?/, keys.up + keys.enter],
      ]),
    );
    expect(code).toBe(0);
    expect(shown).toContain('- Buy a valve');
    expect(shown).not.toContain('kind: #');
    expect(values().actions).toEqual([
      {
        id: 'A1',
        what: 'Buy a valve',
        kind: 'fix',
        owner: 'Kilns',
        due: '2026-06-01',
        doneWhen: 'It is built in.',
        state: 'open',
      },
    ]);
    expect(findTodos(read()).map(({ key }) => key)).not.toContain('actions');
  });

  test('who gives up keeps what was answered', async () => {
    const { code, shown } = await onTerminal(
      args(),
      answers([
        [/◆ {2}How grave was it\?/, keys.down + keys.down + keys.enter],
        [/severity[^◆]*◆ {2}What about it\?/, keys.enter],
        [/summary[^◆]*◆ {2}What about it\?/, keys.up + keys.enter],
        [/◆ {2}What about it\?/, keys.stop],
      ]),
    );
    expect(shown).toContain('Stopped; what you answered is written.');
    expect(code).toBe(1);
    expect(values()).toMatchObject({ severity: 'sev2' });
    expect(findTodos(read()).map(({ key }) => key)).toContain('summary');
  });
});

test('a question has its passage, and goes with it', () => {
  const mdx =
    '---\n# TODO: actions: Action items:\n# actions:\n#   - id: A1\nid: a\n# A remark.\n# TODO: times: When?\ntitle: b\n---\n\n# TODO in the story\n';
  expect(findTodos(mdx)).toMatchObject([
    { line: 2, lastLine: 4, key: 'actions', question: 'Action items:', passage: ['actions:', '  - id: A1'] },
    { line: 7, lastLine: 7, key: 'times' },
  ]);
  expect(answerTodos(mdx, { set: [], isAnswered: ({ key }) => key === 'actions' })).toEqual({
    mdx: '---\nid: a\n# A remark.\n# TODO: times: When?\ntitle: b\n---\n\n# TODO in the story\n',
  });
});
