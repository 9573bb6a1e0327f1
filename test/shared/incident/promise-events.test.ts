/** What happened to promises: in what order, on what day, and what contradicts itself. */
import { expect, test } from 'vitest';
import { orderPromiseEvents, promiseEvents } from '../../../src/shared/incident/promise-events.ts';
import { placesOf, postmortem, publish } from '../../support/publish.ts';

const prose = (text: string) => ({ text, html: text });
const action = {
  id: 'A1',
  what: prose('Mend it'),
  kind: 'fix',
  owner: 'Team',
  due: '2026-06-30',
  doneWhen: prose('It is mended.'),
  state: 'open',
} as const;
const moved = [
  { at: '2026-04-01', from: '2026-04-15', because: prose('Late.') },
  { at: '2026-05-01', from: '2026-05-15', because: prose('Later.') },
];

test('a promise that is open and was never moved has no event', () => {
  expect(promiseEvents(action)).toEqual([]);
});

test('each move leads to the next due date, the last to the present one', () => {
  const events = promiseEvents({ ...action, moved, state: 'done', doneOn: '2026-06-02' });
  expect(events.map((event) => [event.kind, event.on, 'to' in event ? `${event.from} ${event.to}` : ''])).toEqual([
    ['moved', '2026-04-01', '2026-04-15 2026-05-15'],
    ['moved', '2026-05-01', '2026-05-15 2026-06-30'],
    ['done', '2026-06-02', ''],
  ]);
});

test('events are listed by when a reader could know, which is not before the publication', () => {
  const of = (id: string, publishedAt: string, doneOn: string) => ({
    id,
    slug: id.toLowerCase(),
    title: id,
    publishedAt,
    services: [],
    actions: [{ ...action, state: 'done' as const, doneOn }],
  });
  const rows = orderPromiseEvents([
    of('PM-1', '2026-03-20T10:00:00Z', '2026-03-02'),
    of('PM-2', '2026-03-01T10:00:00Z', '2026-03-15'),
  ]);
  expect(rows.map(({ id, at }) => `${id} ${at}`)).toEqual(['PM-1 2026-03-20T10:00:00Z', 'PM-2 2026-03-15T00:00:00Z']);
});

const withAction = (more: string) =>
  publish(
    postmortem('The story.', {
      actions: `\n  - { id: A1, what: Mend., kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., ${more} }`,
    }),
  );

test.each([
  ['a promise dropped on no day', 'state: dropped, droppedBecause: Too dear.', ['16:11 record/action-state']],
  ['a day of dropping for what is open', 'state: open, droppedOn: 2026-04-01', ['16:11 record/action-state']],
  [
    'moves out of order',
    'state: open, moved: [{ at: 2026-04-02, from: 2026-04-10, because: x }, { at: 2026-04-01, from: 2026-04-20, because: x }]',
    ['16:160 times/out-of-order'],
  ],
  [
    'two moves on a day',
    'state: open, moved: [{ at: 2026-04-02, from: 2026-04-10, because: x }, { at: 2026-04-02, from: 2026-04-20, because: x }]',
    ['16:160 record/duplicate'],
  ],
  [
    'a move after it was done',
    'state: done, doneOn: 2026-04-01, moved: [{ at: 2026-04-02, from: 2026-04-10, because: x }]',
    ['16:104 times/out-of-order'],
  ],
  [
    'a move to the same day',
    'state: open, moved: [{ at: 2026-04-02, from: 2026-05-01, because: x }]',
    ['16:128 record/not-moved'],
  ],
  ['a move without a reason', 'state: open, moved: [{ at: 2026-04-02, from: 2026-04-10 }]', ['16:104 schema/missing']],
  [
    'a day that does not exist',
    'state: open, moved: [{ at: 2026-02-30, from: 2026-04-10, because: x }]',
    ['16:110 schema/wrong-value'],
  ],
])('%s is refused where it stands', async (_, more, places) => {
  expect(placesOf(await withAction(more))).toEqual(places);
});

test('internal words in the reason of a move are gone', async () => {
  const published = await withAction(
    'state: open, moved: [{ at: 2026-04-02, from: 2026-04-10, because: "The part is late. <Internal>CANARY-vendor</Internal>" }]',
  );
  expect(published.problems).toEqual([]);
  expect(published.postmortem?.actions[0]?.moved?.[0]?.because.text.trim()).toBe('The part is late.');
  expect(JSON.stringify(published)).not.toContain('CANARY');
});

test('the address of an archived copy is an address', async () => {
  const references = '[{ title: A, url: "https://a.example/", archived: "javascript:alert(1)" }]';
  expect(placesOf(await publish(postmortem('The story.', { references })))).toEqual(['15:63 schema/wrong-value']);
});
