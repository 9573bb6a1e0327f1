/** `candor report --since`: what reviewers see of a branch. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diffInWords } from '../../../src/private/report/diff-in-words.ts';
import { candor, removeFolder } from '../../support/build.ts';
import { commitSite, type GitSite } from '../../support/git-site.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeFiles } from '../../support/site.ts';

let repository: GitSite;
const written = postmortem('The deploy began at noon.\n\nA second paragraph.\n');
const added = postmortem(
  'Public words.\n\n<Internal>CANARY-block</Internal>\n\nMore.<Internal> CANARY-inline</Internal> {/* CANARY-comment */}\n\n```text\n``` closes?\n```\n',
  {
    id: 'PM-2026-002',
    title: '"Late | labels <script> @mchen"',
    responders: '[{ team: Payments, people: [mchen, CANARY-person] }]',
    timeline:
      '[{ at: 2026-03-14T09:12Z, kind: trigger, what: Began. }, { at: 2026-03-14T09:20Z, kind: note, what: CANARY-row, internal: true }]',
    internal: '{ note: CANARY-note }',
    tags: '[late, staff-only]',
    impact:
      '{ users: 5, accounts: unknown, supportRequests: unknown, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z, to: 2026-03-14T10:12Z, level: down }] }, { service: lampwick, windows: [] }] }',
  },
).replace('title: "Late | labels <script> @mchen"', "title: 'Late | labels <script>'");
const service =
  'name: Checkout\nagreements: [{ kind: availability, target: 99.95, window: calendar-month, from: 2025-01-01 }]\n';
const file = (slug: string) => `content/postmortems/${slug}/index.mdx`;

beforeAll(async () => {
  repository = await commitSite(
    { checkout: written, draft: postmortem('CANARY-draft TODO', { id: 'PM-2026-009', state: 'draft' }) },
    { 'content/services/checkout.yaml': service },
  );
});

beforeEach(() => repository.reset());
afterAll(() => removeFolder(repository.site));

async function report() {
  const { code, out, error } = await candor('report', '--site', repository.site, '--since', 'published');
  expect(out + error).not.toMatch(/CANARY|Mei Chen|mchen|[Ll]ampwick/);
  expect(code).toBe(0);
  return out;
}

describe('an added postmortem', () => {
  let text = '';
  beforeAll(async () => {
    await writeFiles(repository.site, { [file('labels')]: added });
    text = await report();
  });

  test('is told with its computed facts and verdicts', () => {
    expect(text).toContain('1 added, 0 changed, 0 gone');
    expect(text).toContain('## Added: Late &#124; labels &lt;script&gt; (PM-2026-002)');
    expect(text).toMatch(/\| Detected after \| 19 minutes \|/);
    expect(text).toMatch(/\| Checkout&#58; Available, March 2026 \| \*\*Breached\*\*/);
  });

  test('is shown as the public will see it', () => {
    expect(text).toContain('Public words.');
    expect(text).toContain('id:         tag:postmortems.example,2024-01-01:PM-2026-002');
    expect(text).toContain('categories: sev1, Checkout, late');
  });

  test('what is withheld is counted by kind and never shown', () => {
    expect(text).toContain(
      'Withheld: 2 internal parts, 1 comment, 1 internal timeline row, 2 names in lists of people, 1 internal service, 1 internal tag, and 1 field of internal notes.',
    );
    expect(text).toContain('Not public: 1 in draft or review, 0 embargoed.');
  });

  test('no line of its text closes the fence around it', () => {
    const fence = /^(`+)text$/m.exec(text)?.[1] ?? '';
    expect(fence.length).toBeGreaterThan(3);
  });
});

describe('a changed postmortem', () => {
  test('has its public words that came and went, and whether subscribers are told', async () => {
    await writeFile(
      join(repository.site, file('checkout')),
      written.replace('at noon', 'at <b>eleven</b>').replace('<b>', '').replace('</b>', ''),
    );
    const text = await report();
    expect(text).toContain('0 added, 1 changed, 0 gone');
    expect(text).toContain('The deploy began at <del>noon</del><ins>eleven</ins>.');
    expect(text).not.toContain('<del>A second');
    expect(text).toContain('Subscribers are not told: no new revision.');
    expect(text).toContain('`history/text-without-revision`');
  });

  test('one that is not public any more is named', async () => {
    await writeFile(join(repository.site, file('checkout')), written.replace('state: final', 'state: draft'));
    expect(await report()).toContain('## Gone: Checkout failed for some customers');
  });

  test('nothing changed is said in one sentence', async () => {
    expect(await report()).toBe(
      '# What this branch makes public\n\nOf 1 public postmortems: 0 added, 0 changed, 0 gone. Not public: 1 in draft or review, 0 embargoed.\n\nNo problems.',
    );
  });
});

describe('a translation', () => {
  const translation = (body: string) =>
    `---\ntitle: Die Kasse fiel aus\nsummary: Kurz.\ntranslatedAt: 2026-03-21T10:00Z\n---\n${body}\n\n<Internal>CANARY-german</Internal>\n`;
  const translated = file('checkout').replace('index', 'index.de');

  test('that is added, changed or gone is told with its public words', async () => {
    const { site, git } = repository;
    const settings = git('show', 'HEAD:content/site.yaml');
    await writeFiles(site, {
      'content/site.yaml': `${settings}translations: { de: {} }\n`,
      [translated]: translation('Es begann am Mittag.'),
    });
    const added = await report();
    expect(added).toContain('0 added, 1 changed, 0 gone');
    expect(added).toContain('<details><summary>The page as text, in `de`</summary>');
    expect(added).toContain('Es begann am Mittag.');
    expect(added).toMatch(/Withheld: 1 internal part\./);
    git('checkout', '--quiet', '-B', 'translated');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'Translate');
    git('branch', '--force', 'published');
    await writeFile(join(site, translated), translation('Es begann am Abend.'));
    expect(await report()).toContain('Es begann am <del>Mittag</del><ins>Abend</ins>.');
    await rm(join(site, translated));
    expect(await report()).toContain('The translation into `de` is gone; readers will see the original.');
    git('branch', '--force', 'published', 'main');
  });
});

test('as a page it says the same, with words that changed marked, and holds no script and nothing private', async () => {
  await writeFiles(repository.site, {
    [file('labels')]: added,
    [file('checkout')]: written.replace('began at noon', 'ended at noon'),
  });
  const { code, out } = await candor('report', '--site', repository.site, '--since', 'published', '--format', 'html');
  expect(code).toBe(0);
  expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(out).toContain('<h1>What this branch makes public</h1>');
  expect(out).toMatch(/<del>began<\/del> ?<ins>ended<\/ins>|<del>began<\/del><ins>ended<\/ins>/);
  expect(out).toContain('<details><summary>The page as text</summary>');
  // Words of the text that look like markup are words.
  expect(out).toContain('Late | labels &#x3C;script>');
  expect(out).not.toMatch(/<script|CANARY|Mei Chen|mchen|[Ll]ampwick|https?:\/\/(?!postmortems\.example)[^"]*"/);
});

test('warnings are told of what the branch touched alone', async () => {
  // With the checks of style on, both have some.
  await writeFiles(repository.site, { 'content/site.yaml': siteYaml });
  const checked = await candor('check', '--site', repository.site);
  expect(checked.out + checked.error).toMatch(/content\/postmortems\/draft\/\S+ (?:warning|hint)/);
  expect(await report()).not.toContain('| warning |');
  const leftover = postmortem('TODO: ask them.', { id: 'PM-2026-012' });
  await writeFiles(repository.site, { [file('leftover')]: leftover });
  expect(await report()).toMatch(/\| (?:warning|error) \| content\/postmortems\/leftover\//);
});

test('an unknown format is refused', async () => {
  const { code, error } = await candor(
    'report',
    '--site',
    repository.site,
    '--since',
    'published',
    '--format',
    'junit',
  );
  expect([code, error]).toEqual([2, '--format takes one of: markdown, html, comment.']);
});

describe('a draft that the branch touched', () => {
  const draft = added.replace('state: final', 'state: draft').replace('PM-2026-002', 'PM-2026-010');

  test('is shown as if it were published now, and what is withheld is counted', async () => {
    await writeFiles(repository.site, { [file('labels')]: draft });
    const text = await report();
    expect(text).toContain('0 added, 0 changed, 0 gone');
    expect(text).toContain(
      'Not public: 2 in draft or review, of which 1 changed here and is shown below as if published now',
    );
    expect(text).toContain('## Draft, as if it were published now: Late &#124; labels &lt;script&gt; (PM-2026-010)');
    expect(text).toContain('Public words.');
    expect(text).toMatch(/\| Detected after \| 19 minutes \|/);
    expect(text).toMatch(/Withheld: .*internal parts/);
  });

  test('is named where it has errors, and the others are shown', async () => {
    await writeFiles(repository.site, {
      [file('labels')]: draft,
      [file('broken')]: postmortem('An <Internal>unclosed part.', { id: 'PM-2026-011', state: 'draft' }),
      [file('named')]: postmortem('Said by Mei Chen.', { id: 'PM-2026-012', state: 'draft' }),
    });
    const text = await report();
    expect(text).toContain('## Draft: broken\n\nIt cannot be shown before its error is mended.');
    expect(text).toContain('## Draft: named\n\nIt is not shown: there is private text in it.');
    expect(text).toContain('## Draft, as if it were published now: Late');
  });

  test('is not shown where it says what is internal elsewhere, nor is one that is final', async () => {
    const source = added.replace('CANARY-person', 'Canary Attendee');
    await writeFiles(repository.site, {
      [file('labels')]: source,
      [file('telling')]: postmortem('Then Canary Attendee came.', { id: 'PM-2026-013', state: 'draft' }),
      [file('final')]: postmortem('Then Canary Attendee left.', { id: 'PM-2026-014' }),
    });
    const text = await report();
    expect(text).not.toContain('Canary Attendee');
    expect(text).toContain('## Draft: telling\n\nIt is not shown: there is private text in it.');
    expect(text).toContain('## Added: final\n\nIt is not shown');
    expect(text).toContain('## Added: Late');
    const page = await candor('report', '--site', repository.site, '--since', 'published', '--format', 'html');
    expect(page.out).not.toMatch(/Canary|CANARY/);
  });

  test('so is what is embargoed, and what has errors is named whatever its state', async () => {
    await writeFiles(repository.site, {
      [file('labels')]: added.replace(/^publishedAt: .*$/m, 'publishedAt: 2099-01-01T00:00Z'),
      [file('wrong')]: draft.replace('severity: sev1', 'severity: [sev1, CANARY-severity]').replace('-010', '-011'),
      [file('checkout')]: written.replace('severity: sev1', 'severity: sev9'),
    });
    const text = await report();
    expect(text).toContain(
      'Not public: 2 in draft or review, of which 1 changed here and is shown below as if published now, 1 embargoed, of which 1 changed here and is shown below as if published now.',
    );
    expect(text).toContain(
      '## Embargoed, as if it were published now: Late &#124; labels &lt;script&gt; (PM-2026-002)',
    );
    expect(text).toMatch(/\npublished: {2}2099-01-01T00:00:00Z\n/);
    expect(text).toContain('## Draft: wrong\n\nIt cannot be shown before its error is mended.');
    expect(text).toContain('## With errors: checkout\n\nIt cannot be shown before its error is mended.');
  });

  test('one that was not touched is none of it', async () => {
    expect(await report()).not.toContain('## Draft');
  });
});

test('a corrected fact is told with what was computed before and what is now', async () => {
  const times = '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, resolved: 2026-03-14T11:12Z }';
  await writeFiles(repository.site, { [file('checkout')]: written.replace(/^times: .*$/m, `times: ${times}`) });
  expect(await report()).toMatch(/\| Resolved after \| .+ → .+ \|/);
});

test('without a commit to compare with, the usage is said', async () => {
  expect(await candor('report', '--site', repository.site)).toMatchObject({
    code: 2,
    error: 'Usage: candor report --since REF',
  });
});

describe('the difference in words', () => {
  test.each<[string, string, string, string]>([
    ['equal texts', 'a\n\nb', 'a\n\nb', ''],
    ['a changed word', 'one two three', 'one four three', 'one <del>two</del><ins>four</ins> three'],
    ['a new paragraph', 'a', 'a\n\nb', '<ins>b</ins>'],
    ['a lost paragraph', 'a\n\nb', 'b', '<del>a</del>'],
    [
      'a changed row, below the head of its table',
      '## Times\n\n| At | What |\n| --- | --- |\n| 9 | cold |\n| 10 | warm |',
      '## Times\n\n| At | What |\n| --- | --- |\n| 9 | cold |\n| 10 | hot |\n| 11 | out |',
      '**Times**\n\n| At | What |\n| --- | --- |\n| 10 | <del>warm</del><ins>hot</ins> |\n| <ins>11</ins> | <ins>out</ins> |',
    ],
    [
      'changed items, below their heading',
      '## Lessons\n\n- one\n- two\n\nText.',
      '## Lessons\n\n- one\n- three\n- **A1** four\n\nText.',
      '**Lessons**\n\n- <del>two</del><ins>three</ins>\n- <ins>A1 four</ins>',
    ],
    [
      'markup in cells',
      '| a\\|b | <i> |\n| - | - |\n| 1 | 2 |',
      '| a\\|b | <i> |\n| - | - |\n| 1 | x\\|y |',
      '| a&#92;&#124;b | &lt;i&gt; |\n| --- | --- |\n| 1 | <del>2</del><ins>x&#92;&#124;y</ins> |',
    ],
    [
      'another head of a table, and another column',
      '| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |',
      '| A | C | D |\n| - | - | - |\n| 1 | 2 | 5 |\n| 3 | 4 |',
      '| A | <del>B</del><ins>C</ins> | <ins>D</ins> |\n| --- | --- | --- |\n| 1 | 2 | <ins>5</ins> |',
    ],
    [
      'a cell that is gone',
      '| A | B |\n| - | - |\n| 1 | 2 |',
      '| A | B |\n| - | - |\n| 1 |',
      '| A | B |\n| --- | --- |\n| 1 | <del>2</del> |',
    ],
    [
      'an item within an item, a paragraph within another, and one that a number moved',
      '1. one\n   - red\n   - blue\n2. two\n\n   more of old',
      '1. new\n2. one\n   - red\n   - green\n3. two\n\n   more of late',
      '- <ins>new</ins>\n- <del>blue</del><ins>green</ins>\n- more of <del>old</del><ins>late</ins>',
    ],
    [
      'code that looks like rows, items and headings, by its lines',
      '```text\n| a | b |\n- item\n\n# end ```\n```',
      '```text\n| a | c |\n- item\n\n# end ```\n```',
      '````diff\n- | a | b |\n+ | a | c |\n  - item\n  \n  # end ```\n````',
    ],
    ['a table between marks of HTML', '<b>\n\n- x\n\n</b>', '<b>\n\n- y\n\n</b>', '- <del>x</del><ins>y</ins>'],
    ['a paragraph of a quotation', '> one\n> two', '> one\n> three', 'one <del>two</del><ins>three</ins>'],
    [
      'markup in the text',
      'x',
      '<script> [a](b) **c**',
      '<del>x</del><ins>&lt;script&gt; &#91;a&#93;&#40;b&#41; &#42;&#42;c&#42;&#42;</ins>',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(diffInWords(before, after)).toBe(expected);
  });

  test('of very long texts whole rows and paragraphs come and go', () => {
    const words = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    expect(diffInWords(words('a'), words('b'))).toBe(`<del>${words('a')}</del><ins>${words('b')}</ins>`);
    const table = (word: string) =>
      `| A |\n| - |\n| same |\n${Array.from({ length: 1500 }, (_, index) => `| ${word}${index} |`).join('\n')}`;
    const rows = diffInWords(table('a'), table('b')).split('\n');
    expect(rows.slice(0, 3)).toEqual(['| A |', '| --- |', '| <del>a0</del><ins>b0</ins> |']);
    expect(rows).toHaveLength(1502);
  });
});
