/** Every kind of authored text against every lock, each refused at its place: a kind that goes round the one door shows here. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maximumAttachmentBytes, readPlainFile } from '../../../src/disk/safe-file.ts';
import type { SiteLink } from '../../../src/private/lint/list-links.ts';
import { checkLinks } from '../../../src/private/publish/check-links.ts';
import { contextInLanguage } from '../../../src/private/publish/context-in-language.ts';
import type { PublicationContext } from '../../../src/private/publish/publication-context.ts';
import { publishPage } from '../../../src/private/publish/publish-page.ts';
import { publishPostmortem } from '../../../src/private/publish/publish-postmortem.ts';
import { publishSlot } from '../../../src/private/publish/publish-slot.ts';
import type { PostmortemSource } from '../../../src/private/publish/types.ts';
import { isLintCode } from '../../../src/shared/problem/catalogue.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { contextWith, policy, postmortem } from '../../support/publish.ts';
import { anyPng, writeFiles } from '../../support/site.ts';

const root = temporaryFolder();
const folder = join(root, 'beside');
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="9">Mei Chen CANARY</text></svg>';
beforeAll(async () => {
  await writeFiles(folder, { 'words.svg': drawing, 'good.png': await anyPng() });
  await writeFiles(root, { 'outside.png': await anyPng() });
});
afterAll(() => removeFolder(root));

interface Outcome {
  problems: Problem[];
  /** All that would be published. */
  shown: string;
}

const findPrivateText = createFinder(policy, contextWith());

function sourceOf(file: string, text: string): PostmortemSource {
  const attachment = async (name: string) =>
    readPlainFile(folder, name, { file: file.replace(/[^/]*$/, name), limit: maximumAttachmentBytes });
  return { slug: 'about', file, text, translations: [], attachment };
}

function outcomeOf({ problems, links = [], ...made }: { problems: Problem[]; links?: SiteLink[] }): Outcome {
  const dead = checkLinks(links, { page: '/about/', translations: ['de'], isAddress: (path) => path === '/about/' });
  // What is held against other texts stays in the sources' own memory.
  return { problems: [...problems, ...dead], shown: JSON.stringify({ ...made, internalValues: [], shown: [] }) };
}

interface Kind {
  file: string;
  /** A file of this kind with these words as its story. */
  textOf(words: string): string;
  publish(source: PostmortemSource, context: PublicationContext): Promise<Outcome>;
}

const original = 'content/postmortems/about/index.mdx';
const kinds: Record<string, Kind> = {
  'a postmortem': {
    file: original,
    textOf: (words) => postmortem(words),
    publish: async (source, context) => outcomeOf(await publishPostmortem(source, context, findPrivateText)),
  },
  'a translation': {
    file: 'content/postmortems/about/index.de.mdx',
    textOf: (words) => `---\n${translated}\n---\n${words}\n`,
    publish: async ({ file, text }, context) => {
      const translations = [{ language: 'de', file, text }];
      const source = { ...sourceOf(original, postmortem('The story.')), translations };
      return outcomeOf(await publishPostmortem(source, context, findPrivateText));
    },
  },
  'a page': {
    file: 'content/pages/about.mdx',
    textOf: (words) => `---\ntitle: About\n---\n${words}\n`,
    publish: async (source, context) => outcomeOf(await publishPage(source, context, findPrivateText)),
  },
  'a translated page': {
    file: 'content/pages/about.de.mdx',
    textOf: (words) => `---\ntitle: Über uns\n---\n${words}\n`,
    publish: async (source, context) =>
      outcomeOf(await publishPage(source, contextInLanguage(context, 'de'), findPrivateText)),
  },
  'a place of the theme': {
    file: 'content/theme/footer.mdx',
    textOf: (words) => `${words}\n`,
    publish: async (source, context) => outcomeOf(await publishSlot(source, context, findPrivateText)),
  },
};

const translated = `title: Die Kasse
summary: Die Kasse stand.
translatedAt: 2026-03-21T10:00Z
impact: {}
mitigations: [Zurückgerollt.]
contributingFactors: [Ein Index fehlte.]
timeline: [{ at: 2026-03-14T09:12Z, what: Begann. }]`;

const token = ['ghp', '0123456789abcdefghijABCDEFGHIJ456789'].join('_');

/** Words that a lock stops, where in their line it does, and what it says. */
const locks: [lock: string, words: string, column: number, code: string][] = [
  ['a character that nobody sees', 'Lone \u200bwords.', 6, 'story/bad-character'],
  ['a stray marker', 'Lone `<Internal>` words.', 7, 'redaction/unaccounted'],
  ['a marker left open', 'Lone <Internal>CANARY words.', 6, 'story/not-mdx'],
  ['a mark of another tool', 'Lone [internal]words[/internal] here.', 21, 'redaction/private-text'],
  ['a comment for a mark', 'Lone {/* internal */} words.', 6, 'redaction/other-mark'],
  ['a mark above code', '```internal\nLone words.\n```', 1, 'redaction/other-mark'],
  ['a mark behind the language of code', '```sql internal\nLone words.\n```', 1, 'redaction/other-mark'],
  ['a private name', 'Lone words by Mei Chen.', 15, 'redaction/private-text'],
  ['a secret', `Lone words with ${token} in it.`, 17, 'redaction/private-text'],
  ['an image outside of the folder', 'Lone ![a field](../outside.png) words.', 6, 'file/outside'],
  ['an image outside, in escapes', 'Lone ![a field](..%2Foutside.png) words.', 6, 'file/outside'],
  [
    'internal words that decide on public ones',
    'Lone [words <Internal>[a](/b)</Internal>](/about/).',
    13,
    'redaction/interferes',
  ],
  ['an image of another host', 'Lone ![a field](https://example.com/a.png) words.', 6, 'image/remote'],
  ['words in a drawing', 'Lone ![a field](words.svg) words.', 6, 'redaction/private-text'],
  ['code', 'Lone {process.env.HOME} words.', 6, 'story/code'],
  ['a dead link', 'Lone [dead words](/none/) here.', 6, 'links/dead-path'],
  ['a dead anchor', 'Lone [dead words](#none) here.', 6, 'links/dead-anchor'],
];
const isLink = (code: string) => code.startsWith('links/');

describe.each(Object.entries(kinds))('%s', (_, { file, textOf, publish }) => {
  const firstLine = textOf('HERE').split('\n').indexOf('HERE') + 1;

  test.each(locks)('%s is refused at its place', async (_lock, words, column, code) => {
    for (const checksOnly of [false, true]) {
      const context = contextWith({ checksOnly });
      const { problems, shown } = await publish(sourceOf(file, textOf(`Well.\n\n${words}`)), context);
      const found = problems.filter((problem) => !isLintCode(problem.code) || isLink(problem.code));
      expect(found.map((problem) => ({ code: problem.code, ...problem.location }))).toEqual([
        { code, file, line: firstLine + 2, column },
      ]);
      expect(JSON.stringify(problems)).not.toMatch(/canary|mei chen|ghp_/i);
      if (!isLink(code)) expect(shown).not.toMatch(/Lone |canary|ghp_/i);
    }
  });

  test('what no lock stops is published', async () => {
    const words = 'Lone [words](/about/) and ![a field](good.png).<Internal>CANARY</Internal>';
    const { problems, shown } = await publish(sourceOf(file, textOf(words)), contextWith());
    expect(problems.filter(({ code }) => !isLintCode(code))).toEqual([]);
    expect(shown).toMatch(/Lone <a href.*<img src/);
    expect(shown).not.toContain('CANARY');
  });
});

/** Minutes are internal as a whole: no edition that others read has a word of them, and what staff read of them is not searched. */
const notOfMinutes: Record<string, string> = {
  'a character that nobody sees': 'whatever took the minutes wrote it, and staff alone read them',
  'a private name': 'staff know each other by name',
  'a mark of another tool': 'staff read what it marks',
  'a secret': 'the internal edition is not searched',
  'an image outside of the folder': 'no picture of minutes is read: its words stand in its place',
  'an image outside, in escapes': 'no picture of minutes is read: its words stand in its place',
  'internal words that decide on public ones': 'nothing of them is public',
  'an image of another host': 'no picture of minutes is loaded: its words stand in its place',
  'words in a drawing': 'no picture of minutes is read: its words stand in its place',
  'a dead link': 'minutes link to what is there for staff',
  'a dead anchor': 'minutes link to what is there for staff',
};

describe('minutes', () => {
  const publish = (words: string, edition: 'public' | 'internal') => {
    const { attachment, ...source } = sourceOf(
      original,
      postmortem('The story.', { review: '{ held: 2026-03-18, minutes: minutes.md }' }),
    );
    const minutes = async (name: string) =>
      name === 'minutes.md' ? { value: Buffer.from(`Well.\n\n${words}\n`) } : attachment(name);
    return publishPostmortem({ ...source, attachment: minutes }, contextWith({ edition }), findPrivateText);
  };

  test.each(locks)(
    '%s never becomes public, and is refused for staff where it can be',
    async (lock, words, column, code) => {
      const shown = await publish(words, 'public');
      expect(shown.problems.filter((problem) => !isLintCode(problem.code))).toEqual([]);
      expect(JSON.stringify(shown)).toContain('The story.');
      expect(JSON.stringify(shown)).not.toMatch(/Lone |CANARY/);
      const internal = await publish(words, 'internal');
      const location = { file: 'content/postmortems/about/minutes.md', line: 3, column };
      const reason = notOfMinutes[lock];
      expect(internal.problems.map((problem) => ({ code: problem.code, ...problem.location }))).toEqual(
        reason === undefined ? [{ code, ...location }] : [],
      );
      expect(JSON.stringify(internal)).not.toMatch(/<img|CANARY/);
    },
  );
});
