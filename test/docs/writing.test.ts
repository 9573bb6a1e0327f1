import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { components, htmlElements, redactionReasons } from '../../src/private/markdown/elements.ts';
import { readStory } from '../../src/private/markdown/read-story.ts';
import { checkRecord } from '../../src/shared/incident/check-record.ts';
import { postmortemSchema } from '../../src/shared/incident/postmortem-schema.ts';
import { translationSchema } from '../../src/shared/incident/translation-schema.ts';

const guide = readFileSync(new URL('../../docs/writing.md', import.meta.url), 'utf8');
const [, yaml = '', story = ''] = /```mdx\n---\n([\s\S]*?)\n---\n([\s\S]*?)```/.exec(guide) ?? [];

test('the example of the guide is a final postmortem without contradictions', () => {
  const postmortem = postmortemSchema.parse(parse(yaml));
  expect(postmortem.state).toBe('final');
  expect(checkRecord(postmortem, () => ({ file: 'writing.md' }))).toEqual([]);
});

test('the story of the example is in the subset', () => {
  const { problems } = readStory(story, {
    edition: 'public',
    people: {},
    findPrivateText: () => [],
    locationAt: ({ line, column }) => ({ file: 'writing.md', line, column }),
    inline: false,
  });
  expect(problems).toEqual([]);
});

test('the example of a translation fits, and the guide names every key of one', () => {
  const [, , translated = ''] = guide.split('```mdx\n---\n');
  expect(translationSchema.parse(parse(translated.split('\n---\n')[0] ?? '')).timeline).toHaveLength(1);
  const section = guide.split('\n## Translations\n')[1]?.split('\n## Voice')[0] ?? '';
  expect(Object.keys(translationSchema.shape).filter((key) => !section.includes(key))).toEqual([]);
});

test.each(Object.keys(postmortemSchema.shape))('the guide explains the key `%s`', (key) => {
  expect(guide).toContain(`| \`${key}\` |`);
});

test.each(Object.keys(components))('the guide explains the component <%s>', (name) => {
  expect(guide).toContain(`<${name}`);
});

test('the guide names every allowed HTML element and every reason of <Redacted>', () => {
  const all = [...Object.keys(htmlElements), ...redactionReasons];
  expect(all.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
