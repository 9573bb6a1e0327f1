/** Anchors of a page's own parts and those of a story live together by one list. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishPage } from '../../../src/private/publish/publish-page.ts';
import { en } from '../../../src/shared/i18n/en.ts';
import { anchorsOfPostmortem, partAnchors, postmortemParts } from '../../../src/shared/incident/postmortem-parts.ts';
import { createProblem } from '../../../src/shared/problem/problem.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { contextWith, placesOf, policy, postmortem, publish, publishAndLint } from '../../support/publish.ts';

const headingsOf = async (body: string) =>
  (await publish(postmortem(body))).postmortem?.story.headings.map(({ slug }) => slug);

async function publishOwnPage(body: string) {
  const file = 'content/pages/about.mdx';
  const source = {
    slug: 'about',
    file,
    text: `---\ntitle: About\n---\n${body}\n`,
    translations: [],
    attachment: async (path: string) => ({ problem: createProblem('file/not-found', { file }, { path }) }),
  };
  return publishPage(source, contextWith(), createFinder(policy, contextWith()));
}

test.each(partAnchors)(
  'a part owns the anchor %s: a heading of that name gets a number, an <Anchor> is refused',
  async (name) => {
    expect(await headingsOf(`## ${name}\n\nA.\n\n## ${name}\n\nB.`)).toEqual([`${name}-1`, `${name}-2`]);
    expect(placesOf(await publish(postmortem(`<Anchor id="${name}" />\n`)))).toEqual(['16:1 story/anchor-taken']);
  },
);

test('an <Anchor> that an action item or a row of the timeline has is refused; one of another time keeps a link alive', async () => {
  const actions =
    '[{ id: A1, what: Add the index, kind: fix, state: open, owner: Payments, due: 2026-04-15, doneWhen: The plan shows it. }]';
  const body =
    '<Anchor id="action-A1" />One.\n\n<Anchor id="t-20260314T0912Z" />Two.\n\n<Anchor id="t-20260314T0913Z" />Three.';
  const found = (await publishAndLint(postmortem(body, { actions }))).problems;
  expect(placesOf({ problems: found.filter(({ code }) => code === 'story/anchor-taken') })).toEqual([
    '17:1 story/anchor-taken',
    '19:1 story/anchor-taken',
  ]);
});

test('names of nothing on the page are free', async () => {
  const names = ['summary', 'story', 'main', 'contributing-factors', 'what-happened'];
  expect(await headingsOf(names.map((name) => `## ${name}\n\nText.`).join('\n\n'))).toEqual(names);
  const { problems } = await publish(postmortem('<Anchor id="summary" />Text.'));
  expect(problems).toEqual([]);
});

test('links lead to parts and to headings of their names', async () => {
  const body = '[a](#timeline) [b](#timeline-1) [c](#facts) [d](#part:timeline) [e](#internal)\n\n## Timeline\n\nText.';
  const dead = (await publishAndLint(postmortem(body))).problems.filter(({ code }) => code === 'links/dead-anchor');
  expect(dead.map(({ location }) => location.column)).toEqual([45, 65]);
});

test('a page of the owner has no parts, and its headings have their own names', async () => {
  const made = await publishOwnPage(
    '<Anchor id="impact" />[a](#timeline) [b](#content-1)\n\n## Timeline\n\nA.\n\n## Content\n\nB.',
  );
  expect(made.problems).toEqual([]);
  expect(made.page?.headings.map(({ slug }) => slug)).toEqual(['timeline', 'content-1']);
});

test('each id that the page writes itself is in the list, and each part has words', () => {
  const src = join(import.meta.dirname, '../../../src');
  const components = readdirSync(join(src, 'site/components/postmortem')).map(
    (name) => `site/components/postmortem/${name}`,
  );
  const files = [...components, 'site/layouts/PostmortemLayout.astro', 'site/layouts/BaseLayout.astro'];
  const ids = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id),
  );
  expect(ids).toContain('content');
  expect(anchorsOfPostmortem).toEqual(expect.arrayContaining(ids));
  expect(Object.keys(en.part)).toEqual(postmortemParts);
});

test.each(['Timeline', 'Impact', 'Agreements', 'Actions'])(
  '<%s> on a page of the owner is refused, and does not vanish',
  async (name) => {
    const { problems, page } = await publishOwnPage(`Text.\n\n<${name} />`);
    expect(problems.map(({ code, location }) => `${location.line}:${location.column} ${code}`)).toEqual([
      '6:1 story/not-here',
    ]);
    expect(page).toBeUndefined();
  },
);
