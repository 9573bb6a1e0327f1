/** `candor check --since`: what a change does to things that were published before. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { candor, removeFolder, temporaryFolder } from '../../support/build.ts';
import { commitSite, type GitSite } from '../../support/git-site.ts';
import { postmortem } from '../../support/publish.ts';
import { writeFiles, writeSite } from '../../support/site.ts';

const actions =
  '[{ id: A1, what: Add the index, kind: fix, state: open, owner: Payments, due: 2026-04-15, doneWhen: The plan shows it. }]';
const first = { actions, revisions: '[{ at: 2026-03-27T09:00Z, kind: correction, note: The count was wrong. }]' };
const story = '## What happened\n\nThe deploy began.<Internal> CANARY-one slept.</Internal>';
let repository: GitSite;
let site = '';
const file = (slug: string) => `content/postmortems/${slug}/index.mdx`;
const git = (...words: string[]) => repository.git(...words);

const written = {
  checkout: postmortem(story, first),
  labels: postmortem('Labels were late.', { id: 'PM-2026-002' }),
  draft: postmortem('CANARY-draft', { id: 'PM-2026-003', state: 'draft' }),
};

beforeAll(async () => {
  repository = await commitSite(written, { 'content/pages/about.mdx': '---\ntitle: About\n---\nUs.\n' });
  site = repository.site;
});

beforeEach(() => repository.reset());

afterAll(() => removeFolder(site));

async function checkSince(ref = 'published') {
  const { code, out, error } = await candor('check', '--site', site, `--since=${ref}`, '--format', 'json');
  const { problems } = JSON.parse(out) as {
    problems: { code: string; severity: string; fact: string; place: { file: string; line?: number } }[];
  };
  expect(out + error).not.toContain('CANARY');
  return { code, problems, codes: problems.map(({ code: name }) => name) };
}

const change = (slug: keyof typeof written, from: string, to: string) => {
  expect(written[slug]).toContain(from);
  return writeFile(join(site, file(slug)), written[slug].replace(from, to));
};

describe('a change to what is public', () => {
  test('nothing changed is no problem', async () => {
    expect(await checkSince()).toEqual({ code: 0, problems: [], codes: [] });
  });

  test('a changed story without a revision is a reminder at its first line', async () => {
    await change('checkout', 'The deploy began.<', 'The deploy ended.<');
    const { code, problems } = await checkSince();
    expect(code).toBe(0);
    expect(problems).toMatchObject([
      { code: 'history/text-without-revision', severity: 'warning', place: { file: file('checkout') } },
    ]);
    expect(problems[0]?.place.line).toBeGreaterThan(10);
    expect(problems[0]?.fact).toContain('`story`');
  });

  test('a file for download that comes or changes without a revision is a reminder', async () => {
    const offered = 'severity: sev1\nattachments: [{ title: The log, file: node.log }]';
    await change('checkout', 'severity: sev1', offered);
    await writeFile(join(site, 'content/postmortems/checkout/node.log'), 'x\n');
    const { code, problems } = await checkSince();
    expect(code).toBe(0);
    expect(problems).toMatchObject([{ code: 'history/text-without-revision', severity: 'warning' }]);
    expect(problems[0]?.fact).toContain('`attachments`');
  });

  test('a changed fact without a revision is an error that names the field', async () => {
    await change('checkout', 'about 12000', 'about 13000');
    const { code, problems } = await checkSince();
    expect(code).toBe(1);
    expect(problems).toMatchObject([{ code: 'history/fact-without-revision', severity: 'error' }]);
    expect(problems[0]?.fact).toContain('`impact.users`');
    expect(problems[0]?.place).toMatchObject({ file: file('checkout'), line: 10 });
  });

  test('with a revision either may change', async () => {
    const more = 'wrong. }, { at: 2026-04-02T09:00Z, kind: update, note: More were affected. }]';
    await writeFile(
      join(site, file('checkout')),
      written.checkout.replace('about 12000', 'about 13000').replace('began.<', 'ended.<').replace('wrong. }]', more),
    );
    expect(await checkSince()).toMatchObject({ code: 0, problems: [] });
  });

  test('other words in internal text change nothing that is public', async () => {
    await change('checkout', 'CANARY-one slept', 'CANARY-two woke');
    await change('draft', 'CANARY-draft', 'CANARY-other');
    expect(await checkSince()).toMatchObject({ code: 0, problems: [] });
  });

  test.each<[string, string, string, string]>([
    ['history/revision-gone', first.revisions, '[]', 'its time has changed'],
    ['history/published-moved', '2026-03-20T10:00Z', '2026-03-21T10:00Z', '2026-03-20T10:00:00Z'],
    ['history/promise-gone', 'id: A1', 'id: A2', 'A1'],
    ['history/anchor-gone', '## What happened', '## The story', '#what-happened'],
    [
      'history/anchor-gone',
      'at: 2026-03-14T09:12Z, kind: trigger',
      'at: 2026-03-14T09:13Z, kind: trigger',
      '#t-20260314T0912Z',
    ],
    ['history/id-changed', 'id: PM-2026-001', 'id: PM-2026-009', 'PM-2026-001'],
    ['history/postmortem-gone', 'state: final', 'state: draft', 'PM-2026-001'],
  ])('%s', async (code, from, to, words) => {
    await change('checkout', from, to);
    const { problems } = await checkSince();
    const found = problems.find((problem) => problem.code === code);
    expect(found?.fact).toContain(words);
    expect(found?.place.file).toBe(file('checkout'));
  });

  test('an anchor keeps links to a heading alive whose words changed', async () => {
    await change('checkout', '## What happened', '<Anchor id="what-happened" />\n\n## The story');
    expect((await checkSince()).codes).toEqual(['history/text-without-revision']);
  });

  test('a postmortem with another slug needs a redirection from the earlier one', async () => {
    git('mv', 'content/postmortems/labels', 'content/postmortems/late-labels');
    expect((await checkSince()).problems).toMatchObject([
      { code: 'history/address-gone', place: { file: file('labels') } },
    ]);
    const moved = written.labels.replace('severity:', 'redirectFrom: [labels]\nseverity:');
    await writeFile(join(site, file('late-labels')), moved);
    expect((await checkSince()).problems).toEqual([]);
  });

  test('pages, services and severities that are gone are named', async () => {
    await rm(join(site, 'content/pages/about.mdx'));
    await rm(join(site, 'content/services/checkout.yaml'));
    expect((await checkSince()).problems.map(({ fact }) => /`([^`]*)`/.exec(fact)?.[1])).toEqual([
      'about/',
      'services/checkout/',
    ]);
  });

  test('a language that the site no longer has is named, and a translation alone needs no revision', async () => {
    const settings = git('show', 'HEAD:content/site.yaml');
    const translation =
      '---\ntitle: Kasse\nsummary: Kurz.\ntranslatedAt: 2026-03-21T10:00Z\n---\nEs begann.<Internal> CANARY-de</Internal>\n';
    await writeFiles(site, {
      'content/site.yaml': `${settings}translations: { de: {} }\n`,
      'content/postmortems/checkout/index.de.mdx': translation,
    });
    expect((await checkSince()).problems).toEqual([]);
    git('checkout', '--quiet', '-b', 'translated');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'Translate');
    await rm(join(site, 'content/postmortems/checkout/index.de.mdx'));
    await writeFiles(site, { 'content/site.yaml': settings });
    const { problems } = await checkSince('translated');
    expect(problems).toMatchObject([{ code: 'history/address-gone', place: { file: 'content/site.yaml' } }]);
    expect(problems[0]?.fact).toContain('`de/`');
  });

  test('another host changes every id, unless the earlier one is kept for them', async () => {
    const settings = git('show', 'HEAD:content/site.yaml');
    const moved = settings.replace('postmortems.example/', 'status.example/');
    await writeFiles(site, { 'content/site.yaml': moved });
    expect((await checkSince()).codes).toEqual(['history/feed-ids-changed']);
    await writeFiles(site, { 'content/site.yaml': `${moved}idDomain: postmortems.example\n` });
    expect((await checkSince()).codes).toEqual([]);
  });

  test('what others published meanwhile is no change of this branch', async () => {
    git('checkout', '--quiet', '-b', 'others', 'published');
    await writeFiles(site, { [file('other')]: postmortem('Others.', { id: 'PM-2026-010' }) });
    git('add', '-A');
    git('commit', '--quiet', '-m', 'Others');
    git('checkout', '--quiet', 'main');
    expect((await checkSince('others')).problems).toEqual([]);
  });
});

describe('nothing to compare with', () => {
  const refused = async (ref: string, folder = site) => {
    const { code, error } = await candor('check', '--site', folder, `--since=${ref}`);
    expect(code).toBe(2);
    return error;
  };

  test('a name that is no commit, or looks like an option, is refused', async () => {
    expect(await refused('nowhere')).toContain('there is no commit `nowhere`');
    expect(await refused('--output=x')).toContain('there is no commit');
  });

  test('a site outside any repository is refused', async () => {
    const outside = temporaryFolder();
    await writeSite(outside, {});
    expect(await refused('HEAD', outside)).toContain('not in a git repository');
    removeFolder(outside);
  });

  test('postmortems that had errors at that commit are counted, not guessed at', async () => {
    git('checkout', '--quiet', '-b', 'broken', 'published');
    await writeFile(join(site, file('labels')), written.labels.replace('severity: sev1', 'severity: sev7'));
    git('commit', '--quiet', '-am', 'Break');
    await writeFile(join(site, file('labels')), written.labels.replace('late', 'very late'));
    expect(await checkSince('broken')).toMatchObject({ code: 0, codes: ['history/base-unreadable'] });
  });
});
