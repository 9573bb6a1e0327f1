import { expect, test } from 'vitest';
import { placesOf, postmortem, publishAndLint as publish, settings } from '../../support/publish.ts';

async function codesOf(body: string, changes: Record<string, string> = {}, prefix = /./): Promise<string[]> {
  const publication = await publish(postmortem(body, changes));
  return placesOf(publication)
    .map((place) => place.split(' ')[1] ?? '')
    .filter((code) => prefix.test(code));
}

const action = (words: Record<string, string>) => {
  const all = {
    id: 'A1',
    what: 'Alert on errors',
    kind: 'fix',
    owner: 'A',
    due: '2026-05-01',
    doneWhen: 'A drill shows it.',
    state: 'open',
    ...words,
  };
  return {
    actions: `[{ ${Object.entries(all)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(', ')} }]`,
  };
};

test.each([
  [{ what: 'Alert when 2 % of checkouts fail for five minutes' }, []],
  [{ what: 'Improve the error rate to below 1 %' }, []],
  [{ what: 'Bring the standby up in under a minute' }, []],
  [{ what: 'The alerting for checkout' }, ['actions/no-verb']],
  [{ what: 'Monitoring of the queue' }, ['actions/no-verb']],
  [{ what: 'Added an alert' }, ['actions/no-verb']],
  [{ what: 'Review of all limits' }, ['actions/no-verb']],
  [{ what: 'Investigate slow queries' }, ['actions/weak-verb']],
  [{ what: 'Consider another vendor' }, ['actions/weak-verb']],
  [{ what: 'Improve monitoring' }, ['actions/weak-verb']],
  [{ what: 'Add an alert on the queue and document the runbook' }, ['actions/several-promises']],
  [{ what: 'Alert on the queue. Rehearse the switch.' }, ['actions/several-promises']],
  [{ what: 'Write and test the runbook' }, []],
  [{ doneWhen: 'It is done.' }, ['actions/vague-done']],
  [{ doneWhen: 'Implemented' }, ['actions/vague-done']],
  [{ doneWhen: 'Monitoring is better.' }, ['actions/vague-done']],
  [{ doneWhen: 'Searches are faster than 200 ms.' }, []],
  [{ due: '2026-03-20' }, ['actions/due-too-early']],
  [{ due: '2026-06-18' }, []],
  [{ due: '2026-06-19' }, ['actions/due-too-late']],
  [{ due: '2026-03-19', state: 'done', doneOn: '2026-03-19' }, []],
])('an action with %j: %j', async (words, codes) => {
  expect(await codesOf('Well.', action(words), /^actions\//)).toEqual(codes);
});

test.each([
  ['TODO: ask the team', 1],
  ['It began at HH:mm.', 1],
  ['The impact was ??', 1],
  ['Lorem ipsum dolor.', 1],
  ['By [insert name here] at noon.', 1],
  ['The list `TODO` had a YYYY-MM-DD in `YYYY-MM-DD`.', 1],
  ['What happened? We know.', 0],
  ['Really?! Yes.', 0],
  ['The todo list was long, and the mastodon too.', 0],
])('%j has %i leftovers', async (body, count) => {
  expect(await codesOf(body, {}, /leftover$/)).toHaveLength(count);
});

test('code blocks are no leftovers', async () => {
  expect(await codesOf('```\nTODO YYYY-MM-DD ??\n```', {}, /leftover$/)).toEqual([]);
});

test('an abbreviation is explained by the text, an element, the glossary, or by everybody knowing it', async () => {
  const body = (words: string) => codesOf(words, {}, /abbreviation/);
  expect(await body('The SLO and the SLO of two SLOs.')).toHaveLength(1);
  expect(await body('The service level objective (SLO), an SLO.')).toEqual([]);
  expect(await body('The SLO (service level objective) held.')).toEqual([]);
  expect(await body('The <abbr title="service level objective">SLO</abbr>, an SLO.')).toEqual([]);
  expect(await body('By DNS over HTTP at 09:00 UTC, the API answered NOT FOUND.')).toHaveLength(1);
  const context = { settings: { ...settings, glossary: { SLO: 'service level objective' } } };
  const { problems } = await publish(postmortem('The SLO held.'), { context });
  expect(problems.filter(({ code }) => code === 'text/abbreviation')).toEqual([]);
});

test('a story that is hard to read gets a hint, and an easy one none', async () => {
  const hard =
    'Infrastructural interdependencies notwithstanding, organisational considerations necessitated comprehensive architectural reconsideration. ';
  expect(await codesOf(hard.repeat(12), {}, /reading/)).toEqual(['text/reading-ease']);
  expect(await codesOf('The disk was full. We made room for it. '.repeat(20), {}, /reading/)).toEqual([]);
});

test('a sentence that YAML cut at its comma is noticed, and a list of short items is not', async () => {
  const split = { mitigations: '[We rolled back, which took a while, and checked.]' };
  expect(await codesOf('Well.', split, /split/)).toHaveLength(2);
  expect(
    await codesOf('Well.', { mitigations: '["We rolled back, and checked.", "Then we waited."]' }, /split/),
  ).toEqual([]);
  expect(await codesOf('Well.', { mitigations: '[rolled back, checked]' }, /split/)).toEqual([]);
});

test.each([
  ['[a](#nowhere)\n\n## What happened\n\nWell.', ['links/dead-anchor']],
  ['[a](#what-happened) [b](#timeline)\n\n## What happened\n\nWell.', []],
  ['[here](https://example.com/)', ['links/vague-text']],
  ['[](https://example.com/)', ['links/vague-text']],
  ['See [the report](https://example.com/).', []],
  ['A note[^x].', ['links/undefined-reference']],
  ['A note[^x].\n\n[^x]: It.', []],
  ['See [the report][nowhere].', ['links/undefined-reference']],
  ['The pattern [^a-z] matched.', []],
  ['## One\n\nWell.\n\n#### Three\n\nWell.', ['text/skipped-heading']],
  ['### Two\n\nWell.', ['text/skipped-heading']],
  ['## One\n\nWell.\n\n### Two\n\nWell.\n\n## Three\n\nWell.', []],
  ['## One\n\n## Two\n\nWell.', ['text/empty-section']],
  ['## One\n\n### Two\n\nWell.', []],
  ['Well.\n\n    kubectl get pods', ['text/indented']],
  ['Well.\n\n\tkubectl get pods', ['text/indented']],
  ['- One.\n\n      kubectl get pods', ['text/indented']],
  ['> One.\n>\n>     kubectl get pods', ['text/indented']],
  ['- One.\n\n  Two.\n\n   Three.', []],
  ['1. One.\n\n   - Two.\n\n     Three.', []],
  ['<Note>\n    Well.\n</Note>', []],
  ['```\n    kubectl get pods\n```', []],
])('%j: %j', async (body, codes) => {
  expect(await codesOf(body, {}, /^(?:links|text)\//)).toEqual(codes);
});

test('an alternative text that says nothing is noticed', async () => {
  const { anyPng } = await import('../../support/site.ts');
  const attachments = { 'a.png': await anyPng() };
  const codes = async (body: string) =>
    (await publish(postmortem(body), { attachments })).problems
      .map(({ code }) => code)
      .filter((code) => /^image/.test(code));
  expect(await codes('![Screenshot](a.png)')).toEqual(['image/poor-alt']);
  expect(await codes('<Figure src="a.png" alt="a.png" />')).toEqual(['image/poor-alt']);
  expect(await codes('![Errors climb at 09:12](a.png)')).toEqual([]);
});
