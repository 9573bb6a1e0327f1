/** One pull request with a draft, a corrected fact, a contradiction, an attachment and a passed update day, as its author and reviewers meet it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { candor, now, removeFolder } from '../../support/build.ts';
import { commitSite, type GitSite } from '../../support/git-site.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeFiles } from '../../support/site.ts';

let repository: GitSite;
const file = (slug: string) => `content/postmortems/${slug}/index.mdx`;
const story = (text: string) => `## What happened\n\n${text}`;
const window = (to: string, level: string) =>
  `{ users: about 12000, accounts: 310, supportRequests: 87, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z, to: ${to}, level: ${level} }] }] }`;
const rest = {
  actions:
    '[{ id: A1, what: Alert on refusals, kind: observability, owner: Payments, due: 2026-04-10, doneWhen: A drill shows it., state: done, doneOn: 2026-04-08 }]',
  review: '{ held: 2026-03-16 }',
};
const corrected = {
  ...rest,
  id: 'PM-2026-001',
  title: 'Payments were refused',
  impact: window('2026-03-14T10:40Z', 'down'),
};
const late = {
  ...rest,
  id: 'PM-2026-002',
  title: 'Exports took hours',
  state: 'preliminary',
  nextUpdateBy: '2026-11-22T12:00Z',
  times: '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z }',
};

beforeAll(async () => {
  repository = await commitSite(
    {
      payments: postmortem(story('Payments were refused.'), corrected),
      exports: postmortem(story('Exports waited.'), { ...late, nextUpdateBy: '2026-12-22T12:00Z' }),
    },
    {
      'content/site.yaml': siteYaml,
      'content/services/checkout.yaml':
        'name: Checkout\nsince: 2024-01-01\nagreements: [{ kind: availability, target: 99.95, window: calendar-month, from: 2025-01-01 }]\n',
    },
  );
  await writeFiles(repository.site, {
    // A fact is corrected, and no revision says so.
    [file('payments')]: postmortem(story('Payments were refused.'), {
      ...corrected,
      impact: window('2026-03-14T10:00Z', 'down'),
    }),
    // The day of the promised update has passed.
    [file('exports')]: postmortem(story('Exports waited.'), {
      ...late,
      attachments: '[{ title: The jobs, file: jobs.csv }]',
    }),
    // Facts that contradict each other.
    [file('labels')]: postmortem(story('Labels were missing.'), {
      ...rest,
      id: 'PM-2026-003',
      title: 'Labels were missing',
      times:
        '{ started: 2026-03-14T09:12Z, firstLogged: 2026-03-14T09:31Z, mitigated: 2026-03-14T10:00Z, resolved: 2026-03-14T10:40Z }',
      impact: window('2026-03-14T10:30Z', 'down'),
      timeline: '[{ at: 2026-03-14T10:00Z, kind: recovery, what: "All services were working again." }]',
    }),
    // What is offered for download names a person.
    [file('exports').replace('index.mdx', 'jobs.csv')]: 'job,who\n17,Mei Chen\n',
    // A draft with what a template leaves, a person's name and a sentence of blame.
    [file('search')]: postmortem(
      story('They should have known better. TODO\n\nMei Chen saw it.\n\n<Internal>CANARY-draft</Internal>'),
      {
        ...rest,
        id: 'PM-2026-004',
        title: 'Searches were slow',
        state: 'draft',
        publishedAt: undefined,
      },
    ),
    // Ready for its reader, and not public yet.
    [file('webhooks')]: postmortem(story('Webhooks came late.\n\n<Internal>CANARY-internal</Internal>'), {
      ...rest,
      id: 'PM-2026-005',
      title: 'Webhooks came late',
      state: 'review',
      publishedAt: undefined,
    }),
  });
});
afterAll(() => removeFolder(repository.site));

test('one round of the check finds each once, at its place, with both places of a contradiction', async () => {
  const { code, out } = await candor('check', '--site', repository.site, '--since', 'published', '--format', 'json');
  expect(code).toBe(1);
  expect(out).not.toMatch(/CANARY|Mei Chen/);
  const { problems } = JSON.parse(out) as { problems: (Omit<Problem, 'location'> & { place: Problem['location'] })[] };
  const told = problems.map(({ code: found, severity, place, related }) =>
    [
      place.file.split('/').slice(2).join('/').replace('/index.mdx', ''),
      place.line,
      severity,
      found,
      ...(related ? [related.line] : []),
    ].join(' '),
  );
  expect(new Set(told).size).toBe(told.length);
  expect(told).toMatchInlineSnapshot(`
    [
      "exports 17 warning facts/passed-update",
      "exports/jobs.csv 2 error redaction/private-text",
      "labels 10 error times/down-after-mitigated 8",
      "labels 14 hint facts/works-while-down 10",
      "payments 10 error history/fact-without-revision",
      "search 19 warning language/counterfactual",
      "search 19 warning text/leftover",
      "search 21 error redaction/private-text",
    ]
  `);
});

test('the report has all of it for reviewers, as Markdown and as a page', async () => {
  const words = ['report', '--site', repository.site, '--since', 'published', '--now', now];
  const [markdown, page] = [await candor(...words), await candor(...words, '--format', 'html')];
  for (const { code, out, error } of [markdown, page]) {
    expect(code).toBe(0);
    expect(out + error).not.toMatch(/CANARY|Mei Chen/);
    expect(out).toContain('Payments were refused');
    // It cannot be shown before its facts agree; what is wrong with it is told.
    expect(out).toContain('times/down-after-mitigated');
    expect(out).toContain('Webhooks came late');
  }
  expect(markdown.out).toContain('## Draft, as if it were published now: Webhooks came late');
  expect(markdown.out).toContain('It is not shown: there is private text in it.');
  expect(markdown.out).toMatch(/→/);
  // A severity and a code stay on one line, and a wide table scrolls by itself.
  expect(page.out).toMatch(/table \{ display: block; overflow-x: auto;[\s\S]*td code \{ white-space: nowrap; \}/);
});
