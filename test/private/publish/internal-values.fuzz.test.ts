/** Values that are internal by their kind, typed again at random into public text and translations: each is found, and no other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createValueSearch, isCertain } from '../../../src/private/publish/value-search.ts';
import { siteSchema } from '../../../src/shared/incident/site-schema.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';
import { postmortem, publishWhole, settings } from '../../support/publish.ts';
import { type RetypedPostmortem, retypedPostmortem } from '../../support/retyped-grammar.ts';

const runs = Math.ceil(fuzzRuns(2000) / 10);
const seed = Number(
  process.env['CANDOR_FUZZ_SEED'] ?? Math.trunc(performance.timeOrigin + performance.now()) % 2 ** 31,
);
const context = { settings: siteSchema.parse({ ...settings, translations: { de: null } }) };

async function findsIn({ fields, body, translation }: RetypedPostmortem) {
  const german = `---\ntitle: Titel\nsummary: ${translation.summary}\ntranslatedAt: 2026-03-21T10:00Z\n---\n${translation.body}\n`;
  const { internalValues = [], shown = [] } = await publishWhole(postmortem(body, fields), {
    context,
    translations: { de: german },
  });
  const search = createValueSearch(internalValues);
  const certain = new Map(internalValues.map((value) => [value.text, isCertain(value)]));
  return shown.flatMap(({ text, file }) =>
    search(text).map(({ value }) => ({ value, file: file.replace(/.*\//, ''), isCertain: certain.get(value) })),
  );
}

test(
  'a value typed again is found in its file, for certain, and nothing else is',
  async () => {
    await fc.assert(
      fc.asyncProperty(retypedPostmortem, async (random) => {
        const finds = await findsIn(random);
        expect(finds.length).toBeGreaterThan(0);
        for (const find of finds) expect(find).toEqual({ value: random.value, file: random.file, isCertain: true });
      }),
      { numRuns: runs, seed },
    );
  },
  60_000 + runs * 100,
);
