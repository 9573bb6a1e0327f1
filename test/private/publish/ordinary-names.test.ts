/** Names that are words too warn once in a file, and are published. */
import { expect, test } from 'vitest';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';
import { peopleSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { policy, postmortem, publish, settings, storyOf } from '../../support/publish.ts';

const people = (changes = {}) =>
  peopleSchema.parse({ wmarch: { name: 'Will March', role: 'the engineer', ...changes } });
const contextOf = (changes = {}) => ({
  settings: siteSchema.parse({ ...settings, translations: { de: null } }),
  policy: { ...policy, people: people(changes) },
});
const text = postmortem('Will it be back?\n\nIt began on 14 March.\n\nMarch was **bad**. Will we tell?', {
  summary: 'On 14 March 2026 it failed.',
  trigger: 'A *deploy* in March.',
});

test('each word is told once in a file, at its first place, and the text is published', async () => {
  const published = await publish(text, { context: contextOf() });
  expect(published.problems.map(({ code, severity, location: { line } }) => [code, severity, line])).toEqual([
    ['redaction/ordinary-name', 'warning', 4],
    ['redaction/ordinary-name', 'warning', 17],
  ]);
  expect(JSON.stringify(published.problems)).not.toMatch(/will|march/i);
  expect(storyOf(published)).toContain('14 March');
});

test('the owner settles it at the person', async () => {
  const context = contextOf({ match: 'full', because: 'It is a month.' });
  expect((await publish(text, { context })).problems).toEqual([]);
  const named = await publish(postmortem('Then Will March came.'), { context });
  expect(named.problems.map(({ code }) => code)).toEqual(['redaction/private-text']);
});
