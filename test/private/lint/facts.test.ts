import { expect, test } from 'vitest';
import { beforeService } from '../../../src/private/lint/facts-in-record.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { placesOf, postmortem, publishAndLint as publish, settings } from '../../support/publish.ts';

const times =
  '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, mitigated: 2026-03-14T10:05Z, resolved: 2026-03-14T10:40Z }';

async function factsOf(body: string, changes: Record<string, string> = {}): Promise<string[]> {
  const { problems } = await publish(postmortem(`## What happened\n\n${body}`, { times, ...changes }));
  return problems.filter(({ code }) => code.startsWith('facts/')).map(({ code, fact }) => `${code} ${fact}`);
}
const only = (code: string, facts: string[]) => facts.filter((fact) => fact.startsWith(`${code} `));

test.each([
  'The outage lasted 47 minutes.',
  'It lasted for two hours and five minutes.',
  'The 47-minute outage reached everybody.',
  'The outage lasted about two and a half hours.',
  'It lasted for twenty-five minutes.',
  'An outage of 3½ hours followed.',
  'The outage lasted three quarters of a day.',
  'The outage lasted half a day.',
  'Checkout was unavailable for three and a half hours.',
  'An outage of 3 hours followed.',
  'Checkout was unavailable for 25 minutes.',
  'It took us 45 minutes to notice.',
  'It was first logged 40 minutes after it began.',
])('a duration that no recorded times give is a contradiction: %s', async (sentence) => {
  expect(only('facts/duration', await factsOf(sentence))).toHaveLength(1);
});

test.each([
  'The outage lasted 88 minutes.',
  'The outage lasted an hour and a half.',
  'The outage lasted one and a half hours.',
  'Checkout was unavailable for three quarters of an hour.',
  'It took us half an hour to notice.',
  'The outage lasted 1½ hours.',
  'The outage lasted eighty-eight minutes.',
  'Nearly a quarter of an hour of each batch is spent on labels.',
  'The outage lasted about 90 minutes.',
  'It lasted 1 hour and 28 minutes.',
  'Checkout was unavailable for 53 minutes.',
  'It took us 19 minutes to notice.',
  'The queue is emptied every 47 minutes.',
  'The job runs for 47 minutes each night.',
  'Payments failed for up to 47 minutes.',
  'We had run that version for 3 days.',
  'It took 47 minutes to copy the table for the test.',
  'A customer wrote: "the outage lasted 3 hours".',
  'The log says `outage lasted 47 minutes`.',
])('a duration that agrees, or is of something else, is none: %s', async (sentence) => {
  expect(only('facts/duration', await factsOf(sentence))).toEqual([]);
});

test('a summary that opens with a duration speaks of the incident', async () => {
  const facts = await factsOf('Well.', { summary: 'For 47 minutes, some payments failed.' });
  expect(facts.join()).toContain(
    'The text says "47 minutes"; the recorded times give to first log 19 min, to mitigate 53 min, to resolve 1 h 28 min.',
  );
  expect(await factsOf('Well.', { summary: 'For 53 minutes, some payments failed.' })).not.toContain('facts/duration');
});

test('durations made of estimated or unknown times contradict little or nothing', async () => {
  const about = times.replace('resolved: ', 'resolved: about ');
  expect(only('facts/duration', await factsOf('The outage lasted 80 minutes.', { times: about }))).toEqual([]);
  const unknown = '{ started: unknown, firstLogged: unknown, resolved: unknown }';
  expect(only('facts/duration', await factsOf('The outage lasted 80 minutes.', { times: unknown }))).toEqual([]);
});

test.each([
  ['Some 24,000 customers were affected.', 1],
  ['12,000 customers could not pay.', 0],
  ['310 accounts were affected.', 0],
  ['We received 91 support requests.', 1],
  ['We received 87 support requests.', 0],
  ['Of these, 40 customers saw it twice.', 0],
  ['We have 24,000 customers.', 0],
])('%s contradicts the counts %i times', async (sentence, times) => {
  expect(only('facts/count', await factsOf(sentence))).toHaveLength(times);
});

test('a count in the summary that is smaller than every recorded one is a contradiction too', async () => {
  expect(only('facts/count', await factsOf('Well.', { summary: '9,000 customers could not pay.' }))).toHaveLength(1);
});

test('a row that explains a recorded time cannot be on its other side', async () => {
  const row = (at: string, kind: string, more = '') =>
    `{ at: 2026-03-14T${at}Z, kind: ${kind}, what: Something.${more} }`;
  const timeline = (...rows: string[]) => ({ timeline: `[${rows.join(', ')}]` });
  const wrong = timeline(row('09:20', 'trigger'), row('09:25', 'detection'), row('10:50', 'mitigation'));
  expect(only('facts/timeline', await factsOf('Well.', wrong))).toHaveLength(3);
  const right = timeline(row('09:12', 'trigger'), row('09:31', 'detection'), row('10:40', 'mitigation'));
  expect(only('facts/timeline', await factsOf('Well.', right))).toEqual([]);
  const hidden = timeline(row('09:20', 'trigger', ', internal: true'));
  expect(only('facts/timeline', await factsOf('Well.', hidden))).toEqual([]);
});

test.each([
  ['`resolved` and a window without an end', 'resolved: 2026-03-14T10:40Z', ', level: down', 'times/still-open'],
  ['`resolved: unknown` and such a window', 'resolved: unknown', ', level: degraded', 'times/still-open'],
  [
    'down beyond `mitigated`',
    'mitigated: 2026-03-14T10:00Z',
    ', to: 2026-03-14T10:01Z, level: down',
    'times/down-after-mitigated',
  ],
  ['down without an end', 'mitigated: 2026-03-14T10:00Z', ', level: down', 'times/down-after-mitigated'],
  [
    'partial beyond it',
    'mitigated: 2026-03-14T10:00Z',
    ', to: 2026-03-14T10:01Z, level: partial',
    'facts/partial-after-mitigated',
  ],
  ['partial without an end', 'mitigated: 2026-03-14T10:00Z', ', level: partial', 'facts/partial-after-mitigated'],
  ['down until it', 'mitigated: 2026-03-14T10:00Z', ', to: 2026-03-14T10:00Z, level: down', undefined],
  ['down until nobody knows when', 'mitigated: 2026-03-14T10:00Z', ', to: unknown, level: down', undefined],
  ['degraded beyond it', 'mitigated: 2026-03-14T10:00Z', ', to: 2026-03-14T11:00Z, level: degraded', undefined],
  ['an end that nobody knows', 'resolved: unknown', ', to: unknown, level: down', undefined],
])('%s', async (_, time, end, code) => {
  const { problems } = await publish(
    postmortem('Well.', {
      state: 'draft',
      times: `{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, ${time} }`,
      impact: `{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z${end} }] }] }`,
    }),
  );
  const found = problems.filter((problem) => /^times\/|partial/.test(problem.code));
  expect(found.map((problem) => [problem.code, problem.related?.line ?? 0])).toEqual(
    code ? [[code, expect.any(Number)]] : [],
  );
});

test('rows out of the order of time are a hint', async () => {
  const timeline =
    '[{ at: 2026-03-14T10:00Z, kind: note, what: B. }, { at: unknown, kind: note, what: C. }, { at: 2026-03-14T09:50Z, kind: note, what: A. }]';
  const { problems } = await publish(postmortem('Well.', { times, timeline }));
  expect(problems.filter(({ severity }) => severity === 'hint').map(({ code }) => code)).toEqual(['facts/unsorted']);
});

test('what a state lacks is named', async () => {
  expect(only('facts/incomplete', await factsOf('Well.'))).toHaveLength(2);
  expect(only('facts/incomplete', await factsOf('Well.', { state: 'preliminary' }))).toHaveLength(1);
  expect(only('facts/incomplete', await factsOf('Well.', { state: 'draft' }))).toEqual([]);
  const update = { nextUpdateBy: '2026-03-21T10:00Z' };
  expect(only('facts/leftover-update', await factsOf('Well.', update))).toHaveLength(1);
});

test('a contradiction in a draft is a warning, for nothing is published', async () => {
  const of = async (state: string) => {
    const { problems } = await publish(postmortem('The outage lasted 47 minutes.', { times, state }));
    return problems.find(({ code }) => code === 'facts/duration')?.severity;
  };
  expect([await of('final'), await of('preliminary'), await of('review'), await of('draft')]).toEqual([
    'error',
    'error',
    'warning',
    'warning',
  ]);
});

const action = (id: string, kind: string, due: string, more = '') =>
  `{ id: ${id}, what: Alert on errors, kind: ${kind}, owner: A, due: ${due}, doneWhen: A drill shows it., state: open${more} }`;

test('an incident that a customer or a partner saw first asks for observability', async () => {
  const codes = async (changes: Record<string, string>) =>
    placesOf(await publish(postmortem('Well.', { times, ...changes }))).filter((place) => place.includes('detection/'));
  const fix = { actions: `[${action('A1', 'fix', '2026-04-10')}]` };
  expect(await codes(fix)).toEqual([expect.stringContaining('detection/no-observability')]);
  expect(await codes({ ...fix, detection: '{ by: partner }' })).toHaveLength(1);
  // 19 minutes are more than the usual 15 for the gravest severity, and nothing for another.
  expect(await codes({ ...fix, detection: '{ by: monitoring }' })).toHaveLength(1);
  expect(await codes({ ...fix, detection: '{ by: monitoring }', severity: 'sev2' })).toEqual([]);
  const both = (due: string) => ({
    actions: `[${action('A1', 'fix', '2026-04-10')}, ${action('A2', 'observability', due)}]`,
  });
  expect(await codes(both('2026-04-10'))).toEqual([]);
  expect(await codes(both('2026-04-11'))).toEqual([expect.stringContaining('detection/observability-late')]);
});

test('what final will ask for is one hint in a draft, and none elsewhere', async () => {
  const draft = await publish(postmortem('Well.', { state: 'draft' }));
  const hints = draft.problems.filter(({ code }) => code === 'facts/before-final');
  expect(hints).toHaveLength(1);
  expect(hints[0]).toMatchObject({ severity: 'hint', fact: expect.stringContaining('`review`') });
  expect(only('facts/before-final', await factsOf('Well.'))).toEqual([]);
});

test('a heading that the site asks for is missing in a final postmortem, and part of the hint in a draft', async () => {
  const context = { settings: { ...settings, requiredSections: ['What happened', 'Why it did'] } };
  const body = '## WHAT happened\n\n<Internal>\n## Why **it** did\n</Internal>\n\nWell.';
  const said = async (state: string) => {
    const { problems } = await publish(postmortem(body, { times, state }), { context });
    return problems
      .filter(({ code }) => code === 'record/missing-section' || code === 'facts/before-final')
      .map(({ code, fact }) => `${code} ${fact}`);
  };
  expect(await said('final')).toEqual([expect.stringMatching(/^record\/missing-section .*"Why it did"/)]);
  expect(await said('draft')).toEqual([expect.stringMatching(/^facts\/before-final .*`## Why it did`\.$/)]);
});

test.each([
  ['2026-03-20', 1],
  ['2026-03-15', 0],
  ['2020-01-01', 0],
])('an incident of 14 March 2026 and a service since %s', (since, times) => {
  const postmortem = postmortemSchema.parse({
    id: 'a',
    title: 'T',
    summary: 'S',
    state: 'draft',
    severity: 'sev1',
    times: { started: '2026-03-14T09:12Z', firstLogged: '2026-03-14T09:12Z' },
    detection: { by: 'unknown' },
    impact: {
      users: 'unknown',
      accounts: 'unknown',
      supportRequests: 'unknown',
      services: [{ service: 'shop', windows: [] }],
    },
  });
  const found = [
    ...beforeService.run({
      postmortem,
      publicServices: new Set(['shop']),
      serviceBegins: new Map([['shop', since]]),
      locationOf: () => ({ file: 'a' }),
    } as never),
  ];
  expect(found).toHaveLength(times);
});

const down = (to: string, more = '') =>
  `{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z${to}, level: down }] }${more}] }`;
const rowAt = (what: string, at = '2026-03-14T09:50Z', more = '') =>
  `[{ at: ${at}, kind: recovery, what: "${what}"${more} }]`;

test.each([
  'The service was fully restored.',
  'Everything was back to normal.',
  'After the rollback, all services were working again.',
  'The API is available again.',
  'Checkout works again.',
  'All systems operational.',
  'Service restored.',
  'All customers were back online.',
])('a row after which it worked, while the service is said to be down: %s', async (what) => {
  for (const to of [', to: 2026-03-14T10:05Z', '']) {
    const { problems } = await publish(
      postmortem('Well.', {
        state: 'draft',
        times: times.replace(/resolved: [^ ]*Z/, 'acknowledged: unknown'),
        timeline: rowAt(what),
        impact: down(to),
      }),
    );
    const [found, ...more] = problems.filter(({ code }) => code === 'facts/works-while-down');
    expect([found?.severity, more]).toEqual(['hint', []]);
    expect(found?.related?.line).toBeGreaterThan(0);
    expect(found?.related?.line).not.toBe(found?.location.line);
  }
});

test.each([
  'The service was restored in Dublin.',
  'Some customers reported that it worked again.',
  'The service was partially restored.',
  'Service was not restored.',
  'We began to bring it back online.',
  'Everything was expected to be back to normal within the hour.',
  'It worked again for a minute.',
  'The backup of the service was restored.',
  'The release was taken back.',
  'The service was restored, but logins still failed.',
])('a row that leaves a doubt says nothing: %s', async (what) => {
  const facts = await factsOf('Well.', { timeline: rowAt(what), impact: down(', to: 2026-03-14T10:05Z') });
  expect(only('facts/works-while-down', facts)).toEqual([]);
});

test('a window that ends there, one that is only degraded, another service and an internal row agree with it', async () => {
  const restored = 'The service was restored.';
  const until = (to: string) => ({ timeline: rowAt(restored), impact: down(to) });
  const other = ', { service: payouts, windows: [] }';
  const cases = [
    until(', to: 2026-03-14T09:50Z'),
    until(', to: about 2026-03-14T10:05Z'),
    { timeline: rowAt(restored), impact: down(', to: 2026-03-14T10:05Z').replace('level: down', 'level: degraded') },
    { timeline: rowAt(restored), impact: down(', to: 2026-03-14T10:05Z', other) },
    { timeline: rowAt(restored, 'about 2026-03-14T09:50Z'), impact: down(', to: 2026-03-14T10:05Z') },
    { timeline: rowAt(restored, '2026-03-14T09:50Z', ', internal: true'), impact: down(', to: 2026-03-14T10:05Z') },
  ];
  for (const changes of cases) expect(only('facts/works-while-down', await factsOf('Well.', changes))).toEqual([]);
  const named = { timeline: rowAt('Checkout works again.'), impact: down(', to: 2026-03-14T10:05Z', other) };
  expect(only('facts/works-while-down', await factsOf('Well.', named))).toHaveLength(1);
});
