/** The first law of importing, over every input there is: each word of a source stands in its draft, and few in "not placed". */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { isBinaryDocument, readDocument } from '../../../src/author/importers/read-document.ts';
import { importers } from '../../../src/cli/importers.ts';

const shared = process.env['CANDOR_SHARED'] ?? join(import.meta.dirname, '../../../../shared');
const options = { severity: 'sev1' };

/** By the part of a path that names the format. */
const formats: [RegExp, string][] = [
  [/\/(?:corpora|cases)\/statuspage|\/sp-|statuspage\.json$/, 'statuspage'],
  [/\/(?:corpora|cases)\/cstate|gangway/, 'cstate'],
  [/\/gh-html|\/slug-collision|issues\.json$/, 'github'],
  [/\/cachet/, 'cachet'],
  [/\.(?:md|mdx|erb|html|pdf|docx)$/, 'document'],
];

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return /^(?:attacks|locks-|mdx-words)/.test(name) ? [] : filesBelow(path);
    return /^(?:README|LICENSE|config)/.test(name) ? [] : [path];
  });
}

const inputs = [
  ...filesBelow(join(import.meta.dirname, '../../fixtures/importers')),
  ...filesBelow(join(shared, 'corpora')),
  ...filesBelow(join(shared, 'cases')),
].flatMap((path) => {
  const format = formats.find(([form]) => form.test(path))?.[1];
  return format === undefined ? [] : [{ path, format, name: path.split('/').slice(-2).join('/') }];
});

/** Letters and digits after NFKC. What writes a word in another way is undone: marks, references, ISO 8601. */
function wordsIn(text: string): Set<string> {
  const plain = text
    .replace(/data:[\w/+-]+;base64,[\w+/=]+/g, '')
    .replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, ' ')
    .replace(/\\[nrt"]|[*_~`\\\u00ad\u200b\ufeff]/g, (mark) => (/^\\[nrt]/.test(mark) ? ' ' : ''))
    .replace(/(?<=\d)T(?=\d)|(?<=\d)(?=Z\b)/g, ' ');
  const words =
    plain
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return new Set(words.filter((word) => !/^\d{1,2}$/.test(word)));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe.each(inputs)('$name', ({ path, format }) => {
  test('loses no word, and places nearly all', async () => {
    const bytes = readFileSync(path);
    const text = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n');
    const fileName = basename(path);
    const source =
      format === 'document'
        ? await readDocument(isBinaryDocument(fileName) ? { fileName, bytes } : { fileName, text })
        : { fileName, text };
    const drafts = importers[format]?.(source, options) ?? [];
    expect(drafts.length).toBeGreaterThan(0);
    const draft = wordsIn(drafts.map(({ mdx }) => mdx).join('\n'));
    const isJson = fileName.endsWith('.json');
    // Whole records that are no incident, and what surrounds the incidents, have no draft to stand in.
    const sources = isJson ? drafts.map(({ mdx }) => mdx) : [source.words ?? text];
    const words = wordsIn(
      sources.join('\n').replace(/<\/?(?:br|p|div|span|strong|details|summary|aside)\b[^<>]*>|\{\{[<%]\s*track/g, ' '),
    );
    expect([...words].filter((word) => !draft.has(word))).toEqual([]);
    const unplaced = drafts.reduce((sum, { understood }) => sum + understood.notPlaced, 0);
    expect(unplaced).toBeLessThanOrEqual(Math.max(2, words.size / 20));
  });
});

test('a rule that forgets words is found by the importer itself', () => {
  const [draft] = importMarkdown(
    { fileName: 'a.md', text: '# Kiln\n\nCold.\n', words: 'Kiln\nCold.\nA forgotten sentence.' },
    options,
  );
  expect(draft?.understood.notPlaced).toBe(2);
  expect(draft?.mdx).toContain('Not placed, 2 words of the source');
  expect(draft?.mdx).toContain('# A forgotten sentence.');
});

test('a sentence is lost although each of its words stands elsewhere, and one that was hard wrapped is not', () => {
  const text = '# Kiln\n\nThe kiln was cold.\n\nThe stoker was warm, and the oven was lit by hand.\n';
  const words = `Kiln\nThe kiln was cold. The stoker was warm, and\nthe oven was lit by hand.\nThe oven was cold and the stoker lit.\n`;
  const [draft] = importMarkdown({ fileName: 'a.md', text, words }, options);
  expect(draft?.mdx).toContain('# The oven was cold and the stoker lit.');
  expect(draft?.understood.notPlaced).toBeGreaterThanOrEqual(4);
  expect(importMarkdown({ fileName: 'a.md', text }, options)[0]?.understood.notPlaced).toBe(0);
});

test.each([
  [
    'statuspage',
    {
      id: 'a',
      name: 'Cold',
      page: { note: 'firebrick' },
      incident_updates: [{ body: 'We <b>look</b>.', user: { name: 'Jo' } }],
    },
  ],
  [
    'github',
    { number: 1, title: 'Cold', body: 'firebrick', comments: [{ body: '```\nlog\n```', user: { login: 'jo' } }] },
  ],
  ['cachet', { id: 1, name: 'Cold', message: 'firebrick', user: { name: 'Jo' } }],
  [
    'pagerduty',
    {
      incident: { title: 'Cold', urgency: 'high', notes: [{ content: 'firebrick' }] },
      log_entries: [{ type: 'notify_log_entry', summary: 'Told Jo' }],
    },
  ],
  [
    'incident.io',
    {
      incident: { name: 'Cold', incident_status: { category: 'live' }, custom: ['firebrick', { deep: 'Jo' }] },
      follow_ups: [{ title: 'Buy' }],
    },
  ],
])('every text of %s is in the draft at every depth', (format, source) => {
  const drafts = importers[format]?.({ fileName: 'a.json', text: JSON.stringify(source) }, options) ?? [];
  const draft = wordsIn(drafts[0]?.mdx ?? '');
  const words = wordsIn(
    stringsIn(source)
      .join('\n')
      .replace(/<[^<>]*>/g, ''),
  );
  expect([...words].filter((word) => !draft.has(word))).toEqual([]);
  expect(drafts[0]?.understood.notPlaced).toBe(0);
});
