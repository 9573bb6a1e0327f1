/** The checks of facts and style read what is public only, and say nothing of a text in which it is unclear what that is. */
import { expect, test } from 'vitest';
import { postmortem, publishAndLint } from '../../support/publish.ts';

const told = async (body: string, changes: Record<string, string | undefined> = {}) => {
  const { problems } = await publishAndLint(postmortem(body, changes));
  return JSON.stringify(problems);
};

test('internal text, comments and rows are not judged and not quoted', async () => {
  const body =
    'It should have fired.\n\n<Internal>CANARY should have been told. SECRT ABCDE TODO</Internal>\n\n{/* CANARY should have been TODO */}';
  const timeline =
    '[{ at: 2026-03-14T09:50Z, kind: trigger, what: CANARY should have fired., internal: true }, { at: 2026-03-14T09:12Z, kind: note, what: Well. }]';
  const words = await told(body, { timeline, internal: 'CANARY should have been TODO' });
  expect(words).toContain('should have fired');
  expect(words).not.toMatch(/CANARY|SECRT|ABCDE|TODO|have been/);
});

test.each([
  'It should have fired.\n\n`<Internal>CANARY should have been`',
  'It should have fired, CANARY <Secret>CANARY should have been</Secret>',
  'It should have fired. ![<Internal>CANARY</Internal>](a.png)',
  'It should have fired. *a <Internal>CANARY* should have been</Internal>',
])('where a mark marks nothing, the whole text is left unjudged: %j', async (body) => {
  expect(await told(body)).not.toMatch(/CANARY|should have/);
});

test('a title with a mark is not quoted', async () => {
  expect(await told('Well.', { title: '"TODO <Internal>CANARY</Internal>"' })).not.toMatch(/CANARY|TODO/);
});

test('a passage with private text is not quoted, and the others are judged', async () => {
  const words = await told('Project Basilisk should have fired ABCDE.\n\nThis should have been seen.');
  expect(words).toContain('should have been seen');
  expect(words).not.toMatch(/Basilisk|should have fired|ABCDE/i);
});

test('a passage with a secret is not quoted', async () => {
  const token = ['ghp', 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'].join('_');
  const words = await told(`It should have fired, see [${token}][nowhere].`);
  expect(words).toContain('redaction/private-text');
  expect(words).not.toMatch(/aBcDeFgHi|should have/);
});

test('an excerpt in which private text would be found is not shown', async () => {
  const { problems } = await publishAndLint(postmortem('It should have fired.'));
  expect(problems.some(({ excerpt }) => excerpt?.line === 'It should have fired.')).toBe(true);
});

test.each([
  ['timeline', '[{ at: 2026-03-14T09:12Z, kind: note, what: CANARY should have fired, internl: true }]'],
  ['timeline', '[{ at: 2026-03-14T09:12Z, kind: note, what: CANARY should have fired, internal: "yes" }]'],
  ['interna', '"CANARY should have fired TODO"'],
  ['review', '{ held: 2026-03-16, atendees: [CANARY should have] }'],
])('a slip in a key makes nothing of it public: %s %s', async (key, value) => {
  const words = await told('It could have fired.', { [key]: value });
  expect(words).toContain('could have fired');
  expect(words).toMatch(/schema\/(?:unknown-key|wrong-type)/);
  expect(words).not.toMatch(/CANARY|should have|TODO/);
});
