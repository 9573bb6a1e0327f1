/** Imports a folder of real Markdown postmortems when one is at hand; it is not part of the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';
import { kindOfHeading } from '../../../src/author/importers/section-headings.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { promote } from './promote.ts';

const folder = process.env['CANDOR_MARKDOWN_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpora/dfds');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];

if (files.length === 0) {
  test.skip('real postmortems import (none at hand: set CANDOR_MARKDOWN_CORPUS to a folder of Markdown files)', () => {});
}

describe.each(files)('%s', (fileName) => {
  const text = readFileSync(join(folder, fileName), 'utf8');
  const [draft] = importMarkdown({ fileName, text }, { severity: 'unclassified' });
  const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(draft?.mdx ?? '') ?? [];

  test('imports as a valid draft with its timeline', () => {
    expect(postmortemSchema.safeParse(parse(yaml)).error).toBeUndefined();
    expect(draft?.understood.timelineRows).toBeGreaterThan(0);
  });

  test('becomes final when promoted', () => {
    const final = /^---\n([\s\S]*?)\n---\n/.exec(promote(draft?.mdx ?? '', '2026-01-01T00:00Z'))?.[1] ?? '';
    expect(postmortemSchema.safeParse(parse(final)).error).toBeUndefined();
  });

  test('has a story without code', () => {
    const tree = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(story);
    expect(JSON.stringify(tree)).not.toMatch(/"type":"mdx/);
  });

  test('loses no words', () => {
    const output = letters(
      `${plainText(unified().use(remarkParse).use(remarkGfm).parse(story))} ${JSON.stringify(parse(yaml))} ${todosIn(yaml)}`,
    );
    for (const words of publicWords(text)) expect(output).toContain(letters(words));
  });
});

/** Comments, in which action items stand until somebody has completed them. */
function todosIn(yaml: string): string {
  const comments = yaml.split('\n').filter((line) => line.startsWith('#'));
  return plainText(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(comments.map((line) => line.replace(/^#\s*(?:what: )?"?|"$/g, '')).join('\n\n')),
  );
}

/** Texts that must be found again: not headings, the table's header and times, or the sentence about the zone. */
function publicWords(text: string): string[] {
  const words: string[] = [];
  let kind = 'other';
  const collect = (node: Nodes): void => {
    if (node.type === 'heading') kind = kindOfHeading(plainText(node));
    else if (node.type === 'text' && kind !== 'people' && !/^All times in/.test(node.value)) words.push(node.value);
    else if (node.type === 'table') for (const row of node.children.slice(1)) row.children.slice(1).forEach(collect);
    else if ('children' in node) node.children.forEach(collect);
  };
  collect(unified().use(remarkParse).use(remarkGfm).parse(text));
  return words;
}

function letters(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
