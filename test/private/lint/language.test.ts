import { expect, test } from 'vitest';
import { postmortem, publishAndLint as publish } from '../../support/publish.ts';

/** Codes of the language checks that a sentence of the story sets off. */
async function codesFor(sentence: string, changes: Record<string, string> = {}): Promise<string[]> {
  const { problems } = await publish(postmortem(`## What happened\n\n${sentence}`, changes));
  return problems.map(({ code }) => code).filter((code) => code.startsWith('language/'));
}

test.each([
  ['counterfactual', 'The alert should have fired at once.'],
  ['counterfactual', "We couldn't have known."],
  ['counterfactual', 'The drill would’ve shown it.'],
  ['counterfactual', 'If only we had looked at the graph.'],
  ['counterfactual', 'Had we noticed the graph, it was a matter of minutes.'],
  ['counterfactual', 'It could easily have been prevented.'],
  ['judging', 'The on-call engineer failed to check the graph.'],
  ['judging', 'It was a careless change.'],
  ['judging', 'The limit was obviously too low.'],
  ['judging', 'It was a bad decision at a late hour.'],
  ['judging', 'They simply forgot the second region.'],
  ['judging', 'There was a lack of attention to the dashboards.'],
  ['human-error', 'The outage came from human error.'],
  ['human-error', 'A manual mistake removed the zone.'],
  ['culprit', 'An engineer accidentally deleted the zone.'],
  ['culprit', 'The new developer misread the runbook.'],
  ['culprit', 'Somebody forgot the second region.'],
  ['root-cause', 'The root cause was a full disk.'],
])('language/%s is said of: %s', async (check, sentence) => {
  expect(await codesFor(sentence)).toEqual([`language/${check}`]);
});

test.each([
  'Each repository should have clear rules.',
  'Readers would have to ask for the file again.',
  'The pods failed to start because the image was gone.',
  'The request had been sent just before the switch.',
  'There was no obvious sign in the graphs.',
  'We asked what could have been seen at that moment.',
  'There was no single root cause.',
  'The root cause analysis took two days.',
  'The root causes of two incidents overlap.',
  'It was not a human error but a default.',
  'A customer wrote: "you should have told us, this is careless".',
  'The log says `should have been closed, human error`.',
  'The engineer on call took the change back.',
  'The team had just finished the upgrade.',
  'Nobody was watching the queue at night.',
])('nothing is said of: %s', async (sentence) => {
  expect(await codesFor(sentence)).toEqual([]);
});

test.each(['> It should have fired.', '<Quote by="A customer">\n\nYou should have told us.\n\n</Quote>'])(
  'words that are quoted from others are theirs: %j',
  async (story) => {
    expect(await codesFor(story)).toEqual([]);
  },
);

test('action items and lucky escapes may speak of what did not happen', async () => {
  const actions =
    '[{ id: A1, what: Alert on what should have been seen, kind: observability, owner: A, due: 2026-05-01, doneWhen: A drill shows it., state: open }]';
  expect(await codesFor('Well.', { actions, lessons: '{ gotLucky: [It could have been a Monday.] }' })).toEqual([]);
});

test('another language than English has no rules yet, and is not judged by those of English', async () => {
  const { settings } = await import('../../support/publish.ts');
  const context = { settings: { ...settings, language: 'de' } };
  const { problems } = await publish(postmortem('## What\n\nIt should have fired. The root cause was XYZ.'), {
    context,
  });
  expect(problems.map(({ code }) => code).filter((code) => /language|abbreviation/.test(code))).toEqual([]);
});

test('a find quotes the words, says why, and stands at its word in a wrapped line', async () => {
  const { problems } = await publish(postmortem('## What happened\n\n- One\n\n  The alert\n  should have fired.'));
  const [found] = problems.filter(({ code }) => code === 'language/counterfactual');
  expect(found?.fact).toBe('"should have fired" describes an incident that did not happen.');
  const text = postmortem('## What happened\n\n- One\n\n  The alert\n  should have fired.').split('\n');
  expect(text[(found?.location.line ?? 0) - 1]).toBe('  should have fired.');
  expect(found?.location.column).toBe(3);
  expect(found?.excerpt).toEqual({ line: 'should have fired.', column: 1 });
});
