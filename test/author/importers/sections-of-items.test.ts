/** Action items, root causes and what ended the impact, in the shapes that people write them in. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function importText(text: string) {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text: `# Kiln\n\n${text}` }, { severity: 'sev3' });
  const [, frontmatter = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft?.mdx ?? '') ?? [];
  const template = /^# actions:\n(?:# {3}.*\n)+/m.exec(`${frontmatter}\n`)?.[0] ?? '';
  return {
    values: parse(frontmatter) as Record<string, unknown>,
    actions: (parse(template.replace(/^# /gm, '')) as { actions?: Record<string, unknown>[] } | null)?.actions ?? [],
    template,
    story: story.trim(),
    notPlaced: draft?.understood.notPlaced,
    todo: draft?.todo ?? [],
  };
}

test('a table of action items: what, kind, day, state and ticket go into their keys, the rest into comments', () => {
  const { actions, template, story, notPlaced } = importText(
    [
      '## Action items',
      '',
      '| # | Action | Type | Owner | Due date | Status | Ticket | Priority |',
      '| - | - | - | - | - | - | - | - |',
      '| 1 | Alert on a cold [kiln](https://kiln.test/docs) | Detection | Robin Whittle | 2026-05-01 | In progress | [KILN-7](https://tracker.test/KILN-7) | P1 |',
      '| 2 | Keep two `fires` | fix | Platform | Q3 | Done | - | P2 |',
    ].join('\n'),
  );
  expect(actions).toMatchObject([
    {
      id: 'A1',
      what: 'Alert on a cold [kiln](https://kiln.test/docs)',
      kind: 'observability',
      due: '2026-05-01',
      state: 'open',
      ticket: 'KILN-7 https://tracker.test/KILN-7',
    },
    { id: 'A2', what: 'Keep two `fires`', kind: 'fix', due: null, state: 'done' },
  ]);
  expect(template).toContain('# Priority: P1');
  expect(template).toContain('# Type: Detection');
  expect(template).toContain('# Status: In progress');
  expect(template).toContain('# Due date: Q3');
  expect(template).not.toContain('Robin');
  expect(story).toBe('');
  expect(notPlaced).toBe(0);
});

test('items below names of groups keep the name', () => {
  const { actions, template, story, notPlaced } = importText(
    '## Follow-up actions\n\nShort term:\n\n- [x] Light it again\n\n### Later ([list](https://kiln.test/later))\n\n- Build another\n- Sell the first\n',
  );
  expect(actions.map(({ what, state }) => [what, state])).toEqual([
    ['Light it again', 'done'],
    ['Build another', 'open'],
    ['Sell the first', 'open'],
  ]);
  expect(template.match(/# {5}# .*/g)).toEqual([
    '#     # Short term:',
    '#     # Later (list) https://kiln.test/later',
    '#     # Later (list) https://kiln.test/later',
  ]);
  expect(story).toBe('');
  expect(notPlaced).toBe(0);
});

test.each([
  ['text beside the items', '- Light it again\n\nAll this was decided on a Monday, after a long meeting.'],
  ['a table that does not say what is to be done', '| Owner | Due |\n| - | - |\n| Platform | May |'],
  ['a row without what', '| Action | Due |\n| - | - |\n| Light it | May |\n| | June |'],
  ['a picture', '| Action | Due |\n| - | - |\n| ![fire](fire.png) | May |'],
  ['a group without items', '- Light it again\n\nLater:'],
])('with %s the section stays in the story', (_, content) => {
  const { actions, story, todo, notPlaced } = importText(`## Action items\n\n${content}\n`);
  expect(actions).toEqual([]);
  expect(story).toContain('## Action items');
  expect(todo.join('\n')).toContain('Action items stand in the story');
  expect(notPlaced).toBe(0);
});

test('sections that are items of a list', () => {
  const { values, actions, story, notPlaced } = importText(
    [
      '- **Impact**: Bread was raw.',
      '- **Root cause:** The door was open.',
      '- **Resolution**:',
      '  - The door was shut.',
      '  - The fire was lit.',
      '- **Context**',
      '  - It was windy.',
      '- **Review actions**:',
      '  - Mend the latch',
    ].join('\n'),
  );
  expect(values).toMatchObject({
    contributingFactors: ['The door was open.'],
    mitigations: ['The door was shut.', 'The fire was lit.'],
  });
  expect(actions).toMatchObject([{ what: 'Mend the latch' }]);
  expect(story).toBe('- **Impact**: Bread was raw.\n\n- **Context**\n  - It was windy.');
  expect(notPlaced).toBe(0);
});

test('one paragraph of a cause, a trigger or a resolution becomes a field; more than one stays in the story', () => {
  const short = importText(
    '## Root cause\n\nThe door was open.\n\n## Trigger\n\nA gust.\n\n## Contributing factors\n\n- Nobody looked.\n\n## Resolution\n\nThe door was shut.\n',
  );
  expect(short.values).toMatchObject({
    trigger: 'A gust.',
    contributingFactors: ['The door was open.', 'Nobody looked.'],
    mitigations: ['The door was shut.'],
  });
  expect(short.story).toBe('');
  const long = importText('## Root cause\n\nThe door was open.\n\nIt had been so for days.\n');
  expect(long.values).not.toHaveProperty('contributingFactors');
  expect(long.story).toContain('## Root cause\n\nThe door was open.\n\nIt had been so for days.');
  expect(long.todo).toContain('contributingFactors: They stand in the story; say each in a sentence.');
});

test('who is named beside a cause or a resolution stays internal', () => {
  const { values, story } = importText(
    '## Timeline (UTC)\n\n- 2026-03-04 10:00 It was cold\n\n## Resolution\n\nReported by: Robin Canary\n\n- Reported by: Robin Canary at once\n- 2026-03-04 10:45 [on-call]: Robin Canary shut the door. On-call: Robin Canary\n\n## Root cause\n\nOn-call: Sam Canary\n\n- **Resolution**: Owner: Kim Canary\n',
  );
  const { internal, ...others } = values;
  expect(JSON.stringify(others) + story).not.toContain('Canary');
  expect(JSON.stringify(internal)).toContain('Robin Canary');
});
