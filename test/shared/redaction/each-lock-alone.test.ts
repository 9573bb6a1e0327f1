/**
 * Each lock by itself, with the other two taken out, over sentences made at random from a fixed seed. `CANDOR_LOCK_SENTENCES`
 * chooses how many; the figures in docs/redaction.md are of 3,000.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { checkLeaks } from '../../../src/build/gate/leak-gate.ts';
import { createPolicySearch } from '../../../src/build/gate/policy-search.ts';
import { splitSource } from '../../../src/build/gate/split-source.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { redactionSchema } from '../../../src/shared/redaction/policy-schema.ts';
import { fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { normalText } from '../../../src/shared/text/normalise.ts';
import { ordinarySentence, plantedSentence, scriptPolicy } from '../../support/private-words.ts';
import { bytesOf, postmortem, publish } from '../../support/publish.ts';

const sentences = Number(process.env['CANDOR_LOCK_SENTENCES'] ?? 400);
const timeout = 60_000 + sentences * 60;
const least = 0.95;
const none = { words: new Set<string>(), texts: [] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-locks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function share(name: string, holds: (seed: number) => Promise<boolean>): Promise<number> {
  let held = 0;
  for (let seed = 1; seed <= sentences; seed += 1) if (await holds(seed)) held += 1;
  console.log(`locks: ${name}: ${held} of ${sentences}`);
  return held / sentences;
}

/** Where a private sentence may be marked, and the words beside it that stay. */
const marked: readonly ((text: string) => string)[] = [
  (text) => postmortem(`Public words. <Internal>${text}</Internal> More of them.`),
  (text) => postmortem(`Public words.\n\n<Internal>\n\n- ${text}\n\n</Internal>`),
  (text) => postmortem(`Public words {/* ${text} */} here.`),
  (text) => postmortem('Public words.', { internal: `{ note: ${JSON.stringify(text)} }` }),
  (text) =>
    postmortem('Public words.', { responders: `[{ team: Payments, people: [${JSON.stringify(`Visitor ${text}`)}] }]` }),
  (text) =>
    postmortem('Public words.', {
      timeline: `[{ at: 2026-03-14T09:12Z, kind: note, what: ${JSON.stringify(text)}, internal: true }]`,
    }),
];

test(
  'the first lock alone removes what is marked, whatever its script',
  async () => {
    const policy = { people: {}, redaction: redactionSchema.parse({}) };
    let kept = 0;
    const found = await share('first', async (seed) => {
      const random = createRandom(seed);
      const { text } = random.next() < 0.5 ? plantedSentence(random) : ordinarySentence(random);
      const published = await publish(random.pick(marked)(text), { context: { policy } });
      if (published.postmortem) kept += 1;
      // Signs that hide something are refused whole.
      return !normalText(bytesOf(published)).includes(normalText(text));
    });
    expect(found).toBe(1);
    expect(kept / sentences).toBeGreaterThan(0.9);
  },
  timeout,
);

/** Where a sentence may stand in public text. */
const shown: readonly ((text: string) => string)[] = [
  (text) => postmortem(text),
  (text) => postmortem(`- one\n- ${text}`),
  (text) => postmortem(`## ${text}`),
  (text) => postmortem(`| a |\n|---|\n| ${text} |`),
  (text) => postmortem(`> ${text}`),
  (text) => postmortem(`\`\`\`\n${text}\n\`\`\``),
  (text) => postmortem('x', { summary: JSON.stringify(text) }),
  (text) => postmortem('x', { lessons: `{ wentWell: [${JSON.stringify(text)}] }` }),
  (text) => postmortem('x', { trigger: JSON.stringify(text) }),
];

test(
  'the second lock alone refuses what the policy names, whatever its script and place',
  async () => {
    const finder = createFinder(scriptPolicy);
    const found = await share('second', async (seed) => {
      const random = createRandom(seed);
      const { text } = plantedSentence(random);
      if (finder(text).length === 0) return false;
      const { postmortem: published } = await publish(random.pick(shown)(text), { context: { policy: scriptPolicy } });
      return published === undefined;
    });
    expect(found).toBeGreaterThanOrEqual(least);
  },
  timeout,
);

/** Finished files that hold a sentence. */
const finished: readonly (readonly [file: string, write: (text: string) => string])[] = [
  [
    'a.html',
    (text) => `<!doctype html><html lang="en"><body><main><p>Readers saw errors. ${text}</p></main></body></html>`,
  ],
  ['b.html', (text) => `<ul><li>One</li><li>${text}</li></ul>`],
  ['c.html', (text) => `<img src="x.png" alt="${text}">`],
  ['a.json', (text) => JSON.stringify({ summary: text })],
  [
    'b.json',
    (text) =>
      `{"summary":"${[...text].map((unit) => (unit.length > 1 ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')}"}`,
  ],
  ['rss.xml', (text) => `<rss><item><description>&lt;p&gt;${text}&lt;/p&gt;</description></item></rss>`],
  ['a.md', (text) => `# Title\n\n${text}\n`],
  ['a.csv', (text) => `id,summary\n1,"${text}"\n`],
];

test(
  'the third lock alone finds in finished files what was marked, and what the policy names',
  async () => {
    const policy = createPolicySearch(scriptPolicy, '2026-11-23');
    const found = await share('third', async (seed) => {
      const random = createRandom(seed);
      const isNamed = random.next() < 0.5;
      const { text } = isNamed ? plantedSentence(random) : ordinarySentence(random);
      const options = { file: 'index.mdx', isWithheld: false, privateWords: new Set<string>() };
      // A name of the policy is found without any mark.
      const { privateTexts, publicTexts } = splitSource(
        isNamed ? postmortem(text) : random.pick(marked)(text),
        options,
      );
      const [file, write] = random.pick(finished);
      await writeFile(join(folder, file), write(text));
      const fingerprints = fingerprint(privateTexts, publicTexts, none);
      return (await checkLeaks(folder, [file], { fingerprints, policy })).some(({ code }) => code === 'gate/leak');
    });
    expect(found).toBeGreaterThanOrEqual(least);
  },
  timeout,
);
