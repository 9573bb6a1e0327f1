import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kindOf, mapFields, pathsOf, valueAt } from '../../../src/shared/incident/map-fields.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { type Prose, publicPostmortemSchema } from '../../../src/shared/incident/public-postmortem.ts';
import { translationSchema } from '../../../src/shared/incident/translation-schema.ts';

const src = join(import.meta.dirname, '..', '..', '..', 'src');
const fields = publicPostmortemSchema.omit({ story: true });

/** Prose and words that each language says in its own way. */
const translatable = [
  ...pathsOf(fields, 'prose'),
  ...pathsOf(fields, 'words').filter((path) => /^title$|dataLoss|regions|did|references\.title/.test(path.join('.'))),
].map((path) => path.join('.'));

describe('mapFields', () => {
  test('visits prose and words with their paths and copies facts', () => {
    const seen: string[] = [];
    const value = {
      id: 'a',
      summary: { text: 'S', html: '<b>S</b>' },
      timeline: [{ at: { certainty: 'unknown' }, kind: 'note', what: { text: 'W', html: 'W' } }],
      unknown: 'stays behind',
    };
    const mapped = mapFields<Prose>(fields, value, {
      prose: ({ text }, path) => seen.push(`${path.join('.')}: ${text}`) && text,
      words: (words, path) => seen.push(`${path.join('.')}= ${words}`) && words.toUpperCase(),
    });
    expect(mapped).toEqual({
      id: 'A',
      summary: 'S',
      timeline: [{ at: { certainty: 'unknown' }, kind: 'note', what: 'W' }],
    });
    expect(seen).toEqual(['id= a', 'summary: S', 'timeline.0.what: W']);
  });

  test('items that are left out keep the places of those behind them', () => {
    const seen: string[] = [];
    const mapped = mapFields<Prose>(
      fields.shape.tags,
      ['a', 'b', 'c'],
      {
        prose: () => undefined,
        words: (words, path) => seen.push(path.join('.')) && words,
        isLeftOut: (value) => value === 'b',
      },
      ['tags'],
    );
    expect(mapped).toEqual(['a', 'c']);
    expect(seen).toEqual(['tags.0', 'tags.2']);
  });
});

describe('each field is known wherever fields are told', () => {
  const proses = pathsOf(fields, 'prose').map((path) => path.join('.'));

  test('there is prose, also within records and lists', () => {
    expect(proses).toEqual(
      expect.arrayContaining(['summary', 'advice', 'lessons.gotLucky', 'actions.moved.because', 'revisions.note']),
    );
  });

  test.each(translatable)('%s can be written and translated', (path) => {
    for (const schema of [postmortemSchema, translationSchema]) {
      let inner: unknown = schema;
      for (const key of path.split('.')) inner = (unwrapped(inner) as { shape: Record<string, unknown> }).shape[key];
      expect(inner, path).toBeDefined();
    }
  });

  // What tells a postmortem whole. The summary is an element of its own in a feed.
  const tops = [...new Set(proses.map((path) => path.split('.')[0] ?? ''))];
  test.each([
    ['shared/documents/postmortem-markdown.ts', tops],
    ['site/feeds/entry-html.ts', tops.filter((field) => field !== 'summary')],
  ])('%s names each field of prose', (file, expected) => {
    const source = readFileSync(join(src, file), 'utf8');
    expect(expected.filter((field) => !new RegExp(`\\b${field}\\b`).test(source))).toEqual([]);
  });
});

test('a string is words, which are searched, unless the schema says that it is none', () => {
  expect(kindOf(z.string())).toBe('words');
  expect(kindOf(z.string().optional())).toBe('words');
  expect(
    pathsOf(fields, 'fact')
      .map((path) => path.join('.'))
      .filter((path) => /note|because|what|title|team/.test(path)),
  ).toEqual([]);
});

test('a path leads nowhere where something on it is absent', () => {
  expect(valueAt({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
  expect(valueAt({}, ['a', 'b'])).toBeUndefined();
  expect(kindOf(fields.shape.publishedAt)).toBe('fact');
});

function unwrapped(schema: unknown): unknown {
  const { unwrap, element } = schema as { unwrap?: () => unknown; element?: unknown };
  if (element !== undefined) return unwrapped(element);
  return typeof unwrap === 'function' ? unwrapped(unwrap.call(schema)) : schema;
}
