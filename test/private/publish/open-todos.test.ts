import { expect, test } from 'vitest';
import { publishAndLint as publish } from '../../support/publish.ts';

const postmortem = (state: string, comment: string) => `---
id: PM-1
title: Shop down
summary: Orders failed.
state: ${state}
publishedAt: 2026-04-01T00:00Z
# ${comment}
severity: sev2
times: { started: 2026-03-01T10:00Z, firstLogged: 2026-03-01T10:05Z, resolved: unknown }
detection: { by: monitoring }
impact: { users: unknown, accounts: unknown, supportRequests: unknown, services: [] }
---

Text.
`;
const todosOf = async (state: string, comment: string) =>
  (await publish(postmortem(state, comment))).problems.filter(({ code }) => code === 'facts/open-todo');

test.each(['preliminary', 'final'])(
  'a to-do that is left forbids publishing as %s, and is not quoted',
  async (state) => {
    const [problem] = await todosOf(state, 'TODO: severity: CANARY-todo');
    expect(problem).toMatchObject({ severity: 'error', location: { line: 7, column: 1 } });
    expect(JSON.stringify(problem)).not.toContain('CANARY');
  },
);

test('in a draft it is a warning', async () => {
  expect(await todosOf('draft', 'TODO: which?')).toMatchObject([{ severity: 'warning' }]);
});

test('any other comment stays free', async () => {
  expect(await todosOf('final', 'Todos were many; TODOs none.')).toEqual([]);
});
