/**
 * Random postmortems through the whole publication. `CANDOR_FUZZ_RUNS` and `CANDOR_FUZZ_SEED` choose how many and which;
 * a failure prints the seed and the smallest source that fails.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { splitSource } from '../../../src/build/gate/split-source.ts';
import { publicFile } from '../../../src/private/export/public-file.ts';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { decodedForms } from '../../../src/shared/text/decoded-forms.ts';
import { normalise, normalText } from '../../../src/shared/text/normalise.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { canaryForms, type RandomPostmortem, randomPostmortem } from '../../support/grammar.ts';
import { plantedSentence, scriptPolicy } from '../../support/private-words.ts';
import { bytesOf, people, postmortem, publish, publishAndLint, settings } from '../../support/publish.ts';

const runs = fuzzRuns(2000);
const seed = Number(
  process.env['CANDOR_FUZZ_SEED'] ?? Math.trunc(performance.timeOrigin + performance.now()) % 2 ** 31,
);
const options = (share: number) => ({ numRuns: Math.ceil(runs * share), seed });
const timeout = 60_000 + runs * 60;

const tally = { postmortems: 0, published: 0 };

afterAll(() => {
  console.log(`fuzz: seed ${seed}, ${tally.postmortems} postmortems, ${tally.published} of them published`);
});

const sourceOf = ({ body, fields }: RandomPostmortem) => postmortem(body, fields);

async function publishRandom(source: string) {
  const published = await publish(source);
  tally.postmortems += 1;
  if (published.postmortem) tally.published += 1;
  return published;
}

/** With the letters behind it. */
const canaryWord = new RegExp(`(?:${canaryForms.source})[a-z]{3,6}[0-9]`, 'g');

function expectNoCanary(text: string) {
  expect(normalText(text)).not.toMatch(canaryForms);
}

function expectLocations({ problems }: Awaited<ReturnType<typeof publish>>) {
  for (const { location, fact, remedy } of problems) {
    expect(location.line).toBeGreaterThan(0);
    expectNoCanary(fact + remedy);
  }
}

test(
  'no private word comes out, every public word does, and other private words give the same bytes',
  async () => {
    const before = { ...tally };
    await fc.assert(
      fc.asyncProperty(randomPostmortem, async (random) => {
        const source = sourceOf(random.a);
        const published = await publishRandom(source);
        const bytes = bytesOf(published);
        expectNoCanary(bytes);
        expectLocations(published);
        const other = await publishRandom(sourceOf(random.b));
        expectNoCanary(bytesOf(other));
        expectLocations(other);
        // Marks of emphasis inside and outside a region can pair across its border, which is refused.
        if (!published.postmortem || !other.postmortem) return;
        expect(bytesOf(other)).toBe(bytes);
        for (const word of source.match(/(?<!\p{L})pub[a-z]{3,6}[0-9]/gu) ?? []) expect(bytes).toContain(word);
      }),
      options(1),
    );
    // Not by refusing everything.
    expect((tally.published - before.published) / (tally.postmortems - before.postmortems)).toBeGreaterThan(0.7);
  },
  timeout,
);

test(
  'of a translation no private word comes out either, and other private words give the same bytes',
  async () => {
    const original = postmortem('The story.', { trigger: 'A deploy.', lessons: '{ wentWell: [Quick.] }' });
    const context = { settings: siteSchema.parse({ ...settings, translations: { de: null } }) };
    const translate = ({ body, fields }: RandomPostmortem) => {
      const { summary, trigger, contributingFactors, lessons } = fields;
      const texts = {
        title: 'Titel',
        summary,
        translatedAt: '2026-03-21T10:00Z',
        trigger,
        contributingFactors,
        lessons,
      };
      const yaml = Object.entries(texts).map(([key, value]) => `${key}: ${value}`);
      return publish(original, { context, translations: { de: `---\n${yaml.join('\n')}\n---\n${body}\n` } });
    };
    const whole = { random: 0, published: 0 };
    await fc.assert(
      fc.asyncProperty(randomPostmortem, async (random) => {
        const [published, other] = [await translate(random.a), await translate(random.b)];
        for (const each of [published, other]) {
          expectNoCanary(bytesOf(each));
          expectLocations(each);
        }
        whole.random += 1;
        if (!published.translations?.['de'] || !other.translations?.['de']) return;
        whole.published += 1;
        expect(bytesOf(other)).toBe(bytesOf(published));
        for (const word of random.a.body.match(/(?<!\p{L})pub[a-z]{3,6}[0-9]/gu) ?? [])
          expect(bytesOf(published)).toContain(word);
      }),
      options(0.2),
    );
    expect(whole.published / whole.random).toBeGreaterThan(0.6);
  },
  timeout,
);

test(
  'a public copy of the file holds no private word, publishes the same bytes, and is the same for other private words',
  async () => {
    let copied = 0;
    await fc.assert(
      fc.asyncProperty(randomPostmortem, async (random) => {
        const published = await publish(sourceOf(random.a));
        const other = await publish(sourceOf(random.b));
        if (!published.postmortem || !other.postmortem) return;
        const options = { people, renamed: new Map() };
        const copy = publicFile(sourceOf(random.a), published.postmortem, options);
        expectNoCanary(copy);
        expect(publicFile(sourceOf(random.b), other.postmortem, options)).toBe(copy);
        expect(bytesOf(await publish(copy))).toBe(bytesOf(published));
        copied += 1;
      }),
      options(0.2),
    );
    expect(copied).toBeGreaterThan(runs * 0.2 * 0.7);
  },
  timeout,
);

test(
  'a name of the policy, in any script and in any public place, is never published',
  async () => {
    const context = { policy: scriptPolicy };
    const find = createFinder(scriptPolicy);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(randomPostmortem, fc.nat(), fc.nat(), async (random, choice, position) => {
        const { text } = plantedSentence(createRandom(choice));
        const source = sourceOf(random.a);
        const words = [...source.matchAll(/(?<!\p{L})pub[a-z]{3,6}[0-9]/gu)];
        const word = words[position % Math.max(1, words.length)];
        if (!word) return;
        const planted = source.slice(0, word.index) + text + source.slice(word.index + word[0].length);
        const published = await publish(planted, { context });
        tally.postmortems += 1;
        if (published.postmortem) tally.published += 1;
        else refused += 1;
        expectLocations(published);
        // Where no reader sees it, as behind the language of a code block, it is dropped.
        if (published.postmortem) expect(find(bytesOf(published))).toEqual([]);
      }),
      options(0.5),
    );
    expect(refused).toBeGreaterThan(runs * 0.5 * 0.8);
  },
  timeout,
);

const strayMarks = [
  '<Internal>',
  '</Internal>',
  '<internal>x</internal>',
  '\\<Internal>x\\</Internal>',
  '`<Internal>`',
  '&lt;Internal&gt;',
  '&#60;Internal',
  '＜Internal＞',
  '![<Internal>x</Internal>](a.png)',
  '![x](a.png "<Internal>x</Internal>")',
  '[x](/a "<Redacted>")',
  '[x](/<Internal>)',
  '<abbr title="<Internal>">x</abbr>',
  '< Internal>x</ Internal>',
  '<Redacted because="legal" />',
  '<Internal/>',
];

test(
  'a mark that marks nothing is refused wherever it stands',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomPostmortem, fc.constantFrom(...strayMarks), fc.nat(), async (random, mark, position) => {
        const { body, fields } = random.a;
        // Within an address, `![` would be a part of the address.
        const words = [...body.matchAll(/(?<=\s)pub[a-z]{3,6}[0-9]/g)];
        const word = words[position % Math.max(1, words.length)];
        if (!word) return;
        const published = await publishRandom(
          postmortem(`${body.slice(0, word.index)}${mark} ${body.slice(word.index)}`, fields),
        );
        expect(published.postmortem).toBeUndefined();
        expect(published.problems).not.toEqual([]);
        expectLocations(published);
      }),
      options(0.1),
    );
  },
  timeout,
);

const pieces = fc.oneof(
  fc.constantFrom(
    ...'<>/{}[]()*_`~#|-+>\\&;:"\'!^@\n \t$%=',
    '<Internal>',
    '</Internal>',
    '{/*',
    '*/}',
    '---\n',
    '\n\n',
    '    ',
    '```',
    '<!--',
    '&#',
    '\u00ad',
    '\u200b',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

test(
  'damaged sources neither crash it nor publish a private word that the gate does not know',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        randomPostmortem,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), pieces), { minLength: 1, maxLength: 4 }),
        async (random, damages) => {
          const source = damages.reduce((text, [position, length, piece]) => {
            const at = position % text.length;
            return text.slice(0, at) + piece + text.slice(at + length);
          }, sourceOf(random.a));
          // A slip can make private words public, as a definition that is none any more: these may be quoted, no others.
          const published = await publishAndLint(source);
          tally.postmortems += 1;
          if (published.postmortem) {
            tally.published += 1;
            const shown = normalText(bytesOf(published));
            const quoted = normalText(JSON.stringify(published.problems)).match(canaryWord) ?? [];
            for (const word of quoted) expect(shown).toContain(word);
          }
          for (const { location, severity } of published.problems)
            if (severity === 'error' && location.line === undefined)
              expect(published.problems[0]?.code).toMatch(/^file\//);
          const split = splitSource(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
            file: 'index.mdx',
            isWithheld: false,
            privateWords: new Set(['staff-only']),
          });
          const known = normalText([...split.publicTexts, ...split.privateTexts.map(({ text }) => text)].join('\n'));
          for (const word of normalText(bytesOf(published)).match(canaryWord) ?? []) expect(known).toContain(word);
        },
      ),
      options(0.1),
    );
  },
  timeout,
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-composite' }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x20, max: 0x2ff }),
        fc.integer({ min: 0x300, max: 0x36f }),
        fc.integer({ min: 0x1100, max: 0x11ff }),
        fc.integer({ min: 0x2000, max: 0x206f }),
        fc.integer({ min: 0x3131, max: 0x318e }),
        fc.integer({ min: 0xff00, max: 0xffef }),
      ),
    )
    .map((points) => String.fromCodePoint(...points)),
);

test(
  'normal text is the same with and without offsets, and offsets lead back into the text in order',
  () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: normal, cased, offsets } = normalise(text);
        expect(normal).toBe(normalText(text));
        expect(cased).toHaveLength(normal.length);
        expect(offsets).toHaveLength(normal.length + 1);
        offsets.forEach((offset, index) => {
          expect(offset).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        });
        expect(offsets.at(-1)).toBe(text.length);
        for (const form of decodedForms(text)) expect(form.offsets).toHaveLength(form.text.length + 1);
      }),
      options(1),
    );
  },
  timeout,
);
