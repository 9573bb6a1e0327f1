/** The gate has a list of internal keys of its own, on purpose; it names neither more nor fewer than the schema. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { internalKeys, splitSource } from '../../../src/build/gate/split-source.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { translationSchema } from '../../../src/shared/incident/translation-schema.ts';

/** Keys of a schema's objects, at any depth, that fit. */
function keysOf(schema: z.ZodType, fits: (field: z.ZodType) => boolean): string[] {
  const seen = new Set<z.ZodType>();
  const keys: string[] = [];
  const visit = (part: unknown) => {
    if (!(part instanceof z.ZodType) || seen.has(part)) return;
    seen.add(part);
    if (part instanceof z.ZodObject)
      for (const [key, field] of Object.entries(part.shape)) if (fits(field as z.ZodType)) keys.push(key);
    // Every kind of schema holds its inner ones in its definition.
    for (const inner of Object.values(part.def as object).flat()) {
      visit(inner);
      if (typeof inner === 'object' && inner !== null && !(inner instanceof z.ZodType))
        Object.values(inner).forEach(visit);
    }
  };
  visit(schema);
  return [...new Set(keys)];
}

const isInternal = (field: z.ZodType) => field.meta()?.['audience'] === 'internal';

test('the keys are those that the schema marks as internal', () => {
  expect([...internalKeys].sort()).toEqual(keysOf(postmortemSchema, isInternal).sort());
  expect(keysOf(postmortemSchema, () => true).length).toBeGreaterThan(50);
});

test('no key is internal in one place and public in another', () => {
  const publicKeys = keysOf(postmortemSchema, (field) => !isInternal(field));
  expect([...internalKeys].filter((key) => publicKeys.includes(key))).toEqual([]);
  expect(keysOf(translationSchema, () => true).filter((key) => internalKeys.has(key))).toEqual([]);
});

test.each([...internalKeys])('the value of `%s` is private text', (key) => {
  const source = `---\n${key}: { deep: [CANARY] }\n---\nx\n`;
  const split = splitSource(source, { file: 'index.mdx', isWithheld: false, privateWords: new Set() });
  expect(split.privateTexts.map(({ text }) => text)).toContain('CANARY');
  expect(split.publicTexts.join(' ')).not.toContain('CANARY');
});
