/** Every row of the table of elements, in use: nothing of it vanishes, is forgotten by a check, or is missing in the guide. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { components, htmlElements } from '../../../src/private/markdown/elements.ts';
import { listResources } from '../../../src/private/markdown/list-resources.ts';
import { parseStory } from '../../../src/private/markdown/parse-story.ts';
import { proseRuns } from '../../../src/private/markdown/prose-runs.ts';
import { postmortem, publish, storyOf } from '../../support/publish.ts';
import { anyPng } from '../../support/site.ts';

/** One use of each component, as short as it may be. */
const uses: Record<string, string> = {
  Internal: '<Internal>Secret</Internal>',
  Redacted: '<Redacted because="security">Secret</Redacted>',
  Figure: '<Figure src="a.png" alt="A field" caption="Caption of it" />',
  Chart: '<Chart data="a.csv" x="time" y="errors" title="Title of it" alt="A line" />',
  Note: '<Note>\nWords\n</Note>',
  Warning: '<Warning>\nWords\n</Warning>',
  Quote: '<Quote>\nWords\n</Quote>',
  Anchor: '<Anchor id="earlier" />',
  Timeline: '<Timeline />',
  Impact: '<Impact />',
  Agreements: '<Agreements />',
  Actions: '<Actions />',
};
const htmlUses: Record<string, string> = {
  abbr: '<abbr title="Service">Words</abbr>',
  br: 'One<br />two',
  details: '<details>\nWords\n</details>',
};
const every = { ...components, ...htmlElements };
const useOf = (name: string) => uses[name] ?? htmlUses[name] ?? `<${name}>Words</${name}>`;

let attachments: Record<string, string | Uint8Array> = {};
beforeAll(async () => {
  attachments = {
    'a.png': await anyPng(),
    'a.csv': 'time,errors\n2026-03-14T09:12Z,1\n2026-03-14T09:20Z,2\n',
  };
});

test('each component has a use here', () => {
  expect(Object.keys(uses)).toEqual(Object.keys(components));
});

test.each(Object.keys(every))('<%s> is shown, beside internal words that go', async (name) => {
  const without = await publish(postmortem('Before.\n\nAfter.'));
  const story = `Before.\n\n<Internal>\nCANARY\n</Internal>\n\n${useOf(name)}\n\nAfter.`;
  const made = await publish(postmortem(story), { attachments });
  expect(made.problems).toEqual([]);
  const shown = storyOf(made);
  expect(shown).not.toMatch(/CANARY|Secret/);
  if (name === 'Internal') return expect(shown).toBe(storyOf(without));
  expect(shown.length).toBeGreaterThan(storyOf(without).length);
  const { part } = every[name] ?? {};
  if (part) expect(shown).toContain(`[${part}]`);
  if (Object.hasOwn(htmlElements, name)) expect(shown).toContain(`<${name}`);
});

test.each(Object.entries(every).filter(([, { children }]) => children === 'none'))(
  '<%s>, empty as it is, holds what is around it',
  async (name, { stands }) => {
    if (stands === 'top') return;
    const around = stands === 'block' ? `<Note>\n${useOf(name)}\n</Note>` : `*${useOf(name)}*`;
    const made = await publish(postmortem(`Before.\n\n${around}\n\nAfter.`), { attachments });
    expect(made.problems).toEqual([]);
    expect(storyOf(made)).toMatch(stands === 'block' ? /<aside[\s\S]*<figure/ : /<em>[\s\S]*<(?:span|br)/);
  },
);

test.each(Object.entries(every))('what the row of <%s> says of it is an attribute that it has', (name, row) => {
  const known = Object.keys(row.attributes.shape);
  const named = [row.file?.attribute, row.anchor, ...(row.captions ?? [])].filter(
    (attribute) => attribute !== undefined,
  );
  expect(known).toEqual(expect.arrayContaining(named));
  const { tree } = parseStory(useOf(name), () => ({ file: '' }));
  if (!tree) throw new Error('The use cannot be read.');
  const { images, charts } = listResources(tree);
  expect([images.length, charts.length]).toEqual([
    row.file?.kind === 'picture' ? 1 : 0,
    row.file?.kind === 'table' ? 1 : 0,
  ]);
  const captions = proseRuns(tree, useOf(name)).filter(({ kind }) => kind === 'caption');
  expect(captions.map(({ shown }) => shown.split(' ')[0]?.toLowerCase())).toEqual(row.captions ?? []);
});

test.each(Object.keys(every))('the guide tells of <%s>', (name) => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/writing.md'), 'utf8');
  expect(guide).toMatch(Object.hasOwn(components, name) ? `\`<${name}` : `\`${name}\``);
});

test('pictures and charts of minutes are told by their words', async () => {
  const minutes = `Words.\n\n${uses['Figure']}\n\n${uses['Chart']}\n`;
  const made = await publish(postmortem('x', { review: '{ held: 2026-03-18, minutes: minutes.mdx }' }), {
    attachments: { ...attachments, 'minutes.mdx': minutes },
    context: { edition: 'internal' },
  });
  expect(made.problems).toEqual([]);
  expect(JSON.stringify(made.postmortem)).toMatch(/<em>A field<\/em>[\s\S]*<em>A line<\/em>/);
});
