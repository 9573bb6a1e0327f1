/** Each sentence of the guide to redaction that promises something has a test that holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { held } from './redaction-promises.ts';

const root = join(import.meta.dirname, '..', '..');
const sections = ['How to mark', 'The policy', 'The locks', 'A public mirror of a private repository'];

/** Sentences and table rows of the sections, without code blocks and Markdown's marks. */
function sentences(): string[] {
  const guide = readFileSync(join(root, 'docs', 'redaction.md'), 'utf8');
  return guide
    .split(/^## /m)
    .filter((section) => sections.some((title) => section.startsWith(`${title}\n`)))
    .flatMap((section) => {
      const text = section.slice(section.indexOf('\n')).replace(/```[\s\S]*?```/g, '');
      const rows = text.match(/^\|.*\|$/gm) ?? [];
      const prose = text.replace(/^\|.*\|$/gm, '').split(/\n{2,}|\n(?=- |\d\. )/);
      return [
        ...rows.filter((row) => !/^\|(?:[\s|-]*|.*Write.*Published.*)\|$/.test(row)),
        ...prose.flatMap((part) =>
          part
            .replace(/\s+/g, ' ')
            .trim()
            .split(/(?<=\.)\s+(?=[A-Z`])/),
        ),
      ];
    })
    .map((sentence) => sentence.replace(/\*\*|^[-\d.]+ /g, '').trim())
    .filter((sentence) => sentence !== '');
}

test('each promise is held by a test that exists', () => {
  const unheld = sentences().filter((sentence) => !held.some(([begin]) => sentence.startsWith(begin)));
  expect(unheld).toEqual([]);
});

test('each entry names a sentence that the guide has, and a test', () => {
  const all = sentences();
  expect(held.map(([begin]) => begin).filter((begin) => !all.some((sentence) => sentence.startsWith(begin)))).toEqual(
    [],
  );
  const files = new Map(
    readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, 'test', file), 'utf8')]),
  );
  const missing = held.flatMap(([begin, file, name]) => {
    if (file === undefined) return [];
    return name !== undefined && name !== '' && files.get(file)?.includes(name) ? [] : [`${begin}: ${file}: ${name}`];
  });
  expect(missing).toEqual([]);
});
