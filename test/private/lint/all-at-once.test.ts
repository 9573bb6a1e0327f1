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

test('a misspelt key is one problem, and what it means is not said to be missing too', async () => {
  const typed = {
    ...{ summary: undefined, sumary: 'The kiln was cold.', severity: undefined, severty: 'sev1' },
    ...{ mitigations: undefined, mitigation: '[It was lit again.]' },
    times: '{ startd: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, resolved: 2026-03-14T10:40Z }',
    responders: '[{ taem: Kilns }]',
  };
  const { problems } = await publishAndLint(postmortem('Text.', typed));
  const told = problems.filter(({ code }) => /^schema|required-when-final/.test(code));
  expect(told.map(({ code, remedy }) => `${code} ${remedy}`).toSorted()).toEqual([
    'schema/unknown-key Did you mean `mitigations`?',
    'schema/unknown-key Did you mean `severity`?',
    'schema/unknown-key Did you mean `started`?',
    'schema/unknown-key Did you mean `summary`?',
    'schema/unknown-key Did you mean `team`?',
  ]);
});

test('a key that is missing beside a foreign one is told', async () => {
  const found = await places({ summary: undefined, colour: 'red', mitigations: undefined });
  expect(found.map((place) => place.split(' ')[1])).toEqual(
    expect.arrayContaining(['schema/unknown-key', 'schema/missing', 'record/required-when-final']),
  );
});

test.each([
  ['SEV-1', 'Use one of: sev1, sev2. Did you mean `sev1`?'],
  ['Severity 1', 'Use one of: sev1, sev2. Did you mean `sev1`?'],
  ['1', 'Use one of: sev1, sev2. Did you mean `sev1`?'],
  ['sve1', 'Use one of: sev1, sev2. Did you mean `sev1`?'],
  ['SEV-9', 'Use one of: sev1, sev2.'],
  ['con', 'Use one of: sev1, sev2.'],
])('the severity %s is told with those that there are', async (severity, remedy) => {
  const { problems } = await publishAndLint(postmortem('Text.', { severity }));
  const told = problems.filter(({ location, severity: grade }) => location.line === 7 && grade === 'error');
  expect(told).toMatchObject([
    { code: 'record/unknown-severity', fact: `\`${severity}\` is not a severity of this site.`, remedy },
  ]);
});

test('a severity that is a whole text is not quoted', async () => {
  const { problems } = await publishAndLint(
    postmortem('Text.', { severity: '"As Mei said: CANARY, whatever that is!"' }),
  );
  expect(problems.map(({ code }) => code)).toContain('record/unknown-severity');
  expect(JSON.stringify(problems)).not.toMatch(/CANARY|Mei/);
});

test.each([
  ['Checkout', 'Did you mean `checkout`?'],
  ['Chekout', 'Did you mean `checkout`?'],
  ['Something else', 'Use the name of a file in `content/services/`, without its ending.'],
])('the service %s is told by those that there are', async (service, remedy) => {
  const impact = `{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: ${service}, windows: [] }] }`;
  const { problems } = await publishAndLint(postmortem('Text.', { impact }));
  expect(problems).toContainEqual(expect.objectContaining({ code: 'record/unknown-service', remedy }));
});
