import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixYaml } from '../../../src/author/fixes/fix-yaml.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';

const fix = (yaml: string) => fixYaml(yaml, postmortemSchema);

test('rows of a timeline are sorted, with their comments, and nothing else moves', () => {
  const yaml = `title: A # kept
timeline:
  # about the second
  - { at: 2026-03-14T10:00Z, kind: note, what: B }
  - at: 2026-03-14T09:00Z   # spaced  so
    kind: note
    what: >
      A folded
      text
  - { at: unknown, kind: note, what: C }
# after
tags: [a]
`;
  const { text, fixes } = fix(yaml);
  expect(text).toBe(`title: A # kept
timeline:
  - at: 2026-03-14T09:00Z   # spaced  so
    kind: note
    what: >
      A folded
      text
  - { at: unknown, kind: note, what: C }
  # about the second
  - { at: 2026-03-14T10:00Z, kind: note, what: B }
# after
tags: [a]
`);
  expect(fixes).toEqual([{ line: 4, what: 'sorted the rows of `timeline` by time' }]);
  expect(fix(text)).toEqual({ text, fixes: [] });
});

test('windows in brackets are sorted in their places', () => {
  const windows = (a: string, b: string) =>
    `impact:\n  services:\n    - service: x\n      windows: [${a},  ${b}] # two\n`;
  const [early, late] = ['{ from: 2026-03-14T09:00Z, level: down }', '{ from: about 2026-03-14T10:00Z,  level: down }'];
  expect(fix(windows(late, early)).text).toBe(windows(early, late));
  expect(fix(windows(early, late)).fixes).toEqual([]);
});

test('a list with a time that cannot be read is left alone', () => {
  const yaml = 'timeline:\n  - { at: 2026-03-14T10:00Z }\n  - { at: yesterday }\n  - { at: 2026-03-14T09:00Z }\n';
  expect(fix(yaml)).toEqual({ text: yaml, fixes: [] });
});

test('offsets of nothing are spelled Z where a moment stands, and nowhere else', () => {
  const yaml = `title: At 2026-03-14T09:00+00:00
publishedAt: "2026-03-20T10:00:00+00:00"
times: { started: about 2026-03-14T09:12+00:00, firstLogged: 2026-03-14T09:31-00:00, resolved: 2026-03-14T10:40+01:00 }
internal: { at: 2026-03-14T09:00+00:00 }
`;
  expect(fix(yaml).text).toBe(`title: At 2026-03-14T09:00+00:00
publishedAt: "2026-03-20T10:00:00Z"
times: { started: about 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, resolved: 2026-03-14T10:40+01:00 }
internal: { at: 2026-03-14T09:00+00:00 }
`);
  expect(fix(yaml).fixes).toHaveLength(3);
});

test.each([
  ['sumary: x\n', 'summary: x\n'],
  ['titel: x\n', 'titel: x\n'],
  ['sumary: x\nsummary: y\n', 'sumary: x\nsummary: y\n'],
  ['sumary: x\nsummry: y\n', 'sumary: x\nsummry: y\n'],
  ['impact: { user: 1, regons: [a] }\n', 'impact: { users: 1, regions: [a] }\n'],
  ['actions:\n  - { id: A1, wht: Do it, owner: A }\n', 'actions:\n  - { id: A1, what: Do it, owner: A }\n'],
  ['timeline: [{ at: unknown, internl: true }]\n', 'timeline: [{ at: unknown, internal: true }]\n'],
  ['internal: { sumary: x }\n', 'internal: { sumary: x }\n'],
])('of keys with a slip, %j becomes %j', (yaml, fixed) => {
  expect(fix(yaml).text).toBe(fixed);
});

test.each(['title: "x\nsumary: y\n', 'a: &x 1\nb: [\n', '', '# only\n', '- a\n', 'x\n'])(
  'what is no YAML block stays as it is: %j',
  (yaml) => {
    expect(fix(yaml)).toEqual({ text: yaml, fixes: [] });
  },
);

test('line ends of Windows stay', () => {
  const yaml =
    'sumary: x\r\ntimeline:\r\n  - { at: 2026-03-14T10:00Z }\r\n  - { at: 2026-03-14T09:00+00:00 }\r\ntags: [a]\r\n';
  const { text } = fix(yaml);
  expect(text).toBe(
    'summary: x\r\ntimeline:\r\n  - { at: 2026-03-14T09:00Z }\r\n  - { at: 2026-03-14T10:00Z }\r\ntags: [a]\r\n',
  );
  expect(parse(text)).toMatchObject({ summary: 'x', tags: ['a'] });
});
