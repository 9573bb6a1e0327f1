/** What the policy names is found in finished files whatever the sources say; only what it allows passes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { createPolicySearch } from '../../../src/build/gate/policy-search.ts';
import { type Policy, peopleSchema, redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';

const said = 'We told Mei Chen and Blue Fox at db.corp.example.net about chg-41702.';
const people = peopleSchema.parse({
  mchen: { name: 'Mei Chen', role: 'the engineer' },
  search: { name: 'Sea Rchlight', role: 'the engineer' },
  april: { name: 'April Grant', role: 'the engineer' },
  chief: { name: 'Cleo Castellane', role: 'the chief', public: true },
  mcastell: { name: 'Marco Castellane', role: 'the engineer' },
});
const policyWith = (allow: string[]): Policy => ({
  people,
  redaction: redactionSchema.parse({
    terms: [
      { term: 'Blue Fox', because: 'x' },
      { term: 'Ember', because: 'x' },
    ],
    hosts: ['*.corp.example.net'],
    patterns: [{ name: 'x', pattern: 'chg-\\d+', because: 'x' }],
    allow: allow.map((text) => ({ text, because: 'x', until: '2026-12-31' })),
  }),
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-policy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kindsIn(body: string, { allow = [], day = '2026-11-23' }: { allow?: string[]; day?: string } = {}) {
  await writeFile(join(folder, 'a.html'), `<p>${body}</p>`);
  // All of it is public text as well, and the engine says some of it.
  const engine = { words: new Set(['search', 'april', 'september', 'fox']), texts: [] };
  const problems = await checkLeaks(folder, ['a.html'], {
    fingerprints: fingerprint([], [said], engine),
    policy: createPolicySearch(policyWith(allow), day),
    engineWords: async () => engine.words,
  });
  for (const { fact, remedy } of problems) expect(fact + remedy).not.toMatch(/chen|fox|corp|41702|castellane|ember/i);
  return problems.map(({ fact }) => / from (\S+): (.*)\.$/.exec(fact)?.slice(1).join(' '));
}

test('what public text says too is no less private', async () => {
  expect(await kindsIn(said)).toEqual([
    "content/people.yaml a person's name",
    "content/people.yaml part of a person's name",
    'content/redaction.yaml a term of the policy',
    'content/redaction.yaml an internal host name',
    'content/redaction.yaml a pattern of the policy',
  ]);
});

test('what is allowed passes until its last day, also in an address', async () => {
  const allow = ['Blue Fox'];
  expect(await kindsIn('<a href="/x/blue-fox/">Blue Fox</a>', { allow })).toEqual([]);
  expect(await kindsIn('Blue Fox', { allow, day: '2027-01-01' })).toEqual([
    'content/redaction.yaml a term of the policy',
  ]);
});

test('somebody who may be named may be named whole, and a namesake may not', async () => {
  expect(await kindsIn('Signed by Cleo Castellane.')).toEqual([]);
  expect(await kindsIn('It was Castellane.')).toEqual(["content/people.yaml part of a person's name"]);
});

test('a handle or a given name that is a word of the interface, and a term within one, is no find', async () => {
  expect(await kindsIn('Search in April or September')).toEqual([]);
  expect(await kindsIn('Ember in Decembers')).toEqual(['content/redaction.yaml a term of the policy']);
  expect(await kindsIn('mchen')).toEqual(["content/people.yaml a person's handle"]);
});

test('in words without their order, words of what is allowed may stand alone', () => {
  const search = createPolicySearch(policyWith(['Ember Days']), '2026-11-23');
  expect(search.inText('ember', 'ember')).toHaveLength(1);
  expect(search.inWords('ember', 'ember')).toEqual([]);
  expect(search.inWords('bluefox', 'bluefox')).toHaveLength(1);
});
