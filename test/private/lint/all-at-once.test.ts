import { expect, test } from 'vitest';
import { placesOf, postmortem, publishAndLint } from '../../support/publish.ts';

const places = async (changes: Record<string, string | undefined>) =>
  placesOf(await publishAndLint(postmortem('It should have fired, says Mei Chen.\n\nTODO', changes)));

test('a slip in the frontmatter does not hide what else is wrong', async () => {
  const found = await places({
    titel: 'x',
    summary: 'It could have been worse.',
    severity: 'sev9',
    contributingFactors: '[The root cause was a lock.]',
    actions: '[{ id: A1, what: Alert, kind: fix, owner: A, doneWhen: A drill shows it., state: open }]',
    review: '{ held: 2026-03-16 }',
  });
  expect(found.map((place) => place.split(' ')[1]).toSorted()).toEqual([
    'language/counterfactual',
    'language/root-cause',
    'record/unknown-severity',
    'redaction/private-text',
    'schema/missing',
    'schema/unknown-key',
    'text/leftover',
  ]);
});

test('what was taken out because it does not fit is not said to be missing too', async () => {
  const found = await places({ timeline: '[{ at: yesterday, kind: note, what: Well. }]', responders: 'nobody' });
  expect(found.filter((place) => place.includes('required-when-final'))).toEqual([]);
});

test('frontmatter that is no block of keys is one problem', async () => {
  const { problems, postmortem: published } = await publishAndLint('---\n- a\n---\nText\n');
  expect(problems.map(({ code }) => code)).toEqual(['schema/wrong-type']);
  expect(published).toBeUndefined();
});
