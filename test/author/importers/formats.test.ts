/** Importers of status pages and issue trackers: drafts that are sound, with nothing lost and nothing guessed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importCstate } from '../../../src/author/importers/cstate.ts';
import { importGithubIssues } from '../../../src/author/importers/github-issues.ts';
import type { Importer } from '../../../src/author/importers/importer.ts';
import { importStatuspage } from '../../../src/author/importers/statuspage.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { candor, filesIn, removeFolder, temporaryFolder } from '../../support/build.ts';
import { publish } from '../../support/publish.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/importers');
const options = { severity: 'sev2', services: [{ id: 'checkout', name: 'Checkout' }] };
const read = (importer: Importer, fileName: string) =>
  importer({ fileName, text: readFileSync(join(fixtures, fileName), 'utf8') }, options);
const fields = (mdx = '') => postmortemSchema.parse(parse(mdx.split('\n---\n')[0]?.slice(4) ?? ''));
const story = (mdx = '') => mdx.split('\n---\n').slice(1).join('\n---\n');

describe('Statuspage', () => {
  const [first, second, ...rest] = read(importStatuspage, 'statuspage.json');

  test('an incident becomes a draft with its announced times, all of them about', () => {
    expect(rest).toEqual([]);
    expect(first?.slug).toBe('2025-05-02-tickets-could-not-be-bought');
    expect(fields(first?.mdx)).toMatchObject({
      id: 'SP-k4ntbq9wz7rd',
      title: 'Tickets <could> {not} be bought',
      state: 'draft',
      severity: 'sev2',
      times: {
        started: { certainty: 'about', at: '2025-05-02T07:05:00Z' },
        firstLogged: { certainty: 'about', at: '2025-05-02T07:10:00Z' },
        mitigated: { certainty: 'about', at: '2025-05-02T08:00:00Z' },
        resolved: { certainty: 'about', at: '2025-05-02T08:30:00Z' },
      },
      impact: { users: { kind: 'unknown' }, services: [{ service: 'checkout' }] },
    });
  });

  test('updates become rows in order, at the moment they were announced for', () => {
    const rows = fields(first?.mdx).timeline?.map(({ at, what }) => [at, what]);
    expect(rows).toEqual([
      [
        { certainty: 'exact', at: '2025-05-02T07:06:00Z' },
        'Investigating: We look into it. Ask `@jo`, or see [https://saltmarsh.example/a](https://saltmarsh.example/a).',
      ],
      [{ certainty: 'exact', at: '2025-05-02T08:30:00Z' }, 'Resolved: All **well** again.'],
    ]);
  });

  test('its postmortem becomes the story', () => {
    expect(story(first?.mdx)).toContain('## What happened\n\nA *tide table* was \\{empty}.\n\n| a | b |');
  });

  test('what cannot be known is unknown, and said', () => {
    expect(fields(second?.mdx).times).toEqual({
      started: { certainty: 'about', at: '2025-06-10T00:00:00Z' },
      firstLogged: { certainty: 'unknown' },
    });
    expect(second?.todo.join('\n')).toMatch(/hearsay[\s\S]*planned maintenance[\s\S]*does not say/);
    expect(first?.todo.join('\n')).toContain('Which services are these of the source: Piers?');
  });

  test('everything else of the source stays for staff, and no text twice', () => {
    expect(fields(first?.mdx).internal).toMatchObject({ imported: { impact: 'major', status: 'postmortem' } });
    expect(first?.mdx.match(/tide table/g)).toHaveLength(1);
    expect(first?.mdx.match(/We look into it/g)).toHaveLength(1);
  });
});

describe('GitHub issues', () => {
  const drafts = read(importGithubIssues, 'issues.json');

  test("Upptime's are detected by monitoring, with service, begin and end", () => {
    expect(fields(drafts[0]?.mdx)).toMatchObject({
      id: 'GH-812',
      title: 'Ticket shop is down',
      detection: { by: 'monitoring' },
      times: { started: { at: '2025-07-01T10:00:00Z' }, resolved: { at: '2025-07-01T10:14:00Z' } },
      impact: { services: [{ service: 'checkout' }] },
    });
    expect(fields(drafts[0]?.mdx).timeline).toHaveLength(3);
    expect(story(drafts[0]?.mdx)).toContain('- HTTP code: 503');
  });

  test('other issues are, too, and pull requests are not', () => {
    expect(drafts.map(({ slug }) => slug)).toEqual([
      '2025-07-01-ticket-shop-is-down',
      '2025-07-02-piers-report-the-wrong-tide',
    ]);
    expect(fields(drafts[1]?.mdx)).toMatchObject({ detection: { by: 'unknown' } });
    expect(drafts[1]?.todo.join('\n')).toContain('says `sev2`');
  });

  test('who wrote them is internal', async () => {
    const published = await publish(
      (drafts[1]?.mdx ?? '')
        .replace('state: draft', 'state: preliminary\npublishedAt: 2025-08-01T00:00Z')
        .replace(/^# TODO.*\n/gm, ''),
    );
    expect(published.problems).toEqual([]);
    expect(JSON.stringify(published.postmortem)).not.toContain('mwindrow');
    expect(fields(drafts[1]?.mdx).internal).toMatchObject({ imported: { user: { login: 'mwindrow' } } });
  });
});

describe('cState', () => {
  const [draft] = read(importCstate, '2025-08-04-gangway.md');

  test('frontmatter and tracked updates become fields; the rest is the story', () => {
    expect(fields(draft?.mdx)).toMatchObject({
      id: '2025-08-04-gangway',
      title: 'Gangway sensors: stuck',
      impact: { services: [{ service: 'checkout' }] },
      timeline: [
        { at: { at: '2025-08-04T05:30:00Z' }, what: '*Resolved* - Sensors \\{read} \\<again>.' },
        { at: { certainty: 'unknown' }, what: '*Investigating* - We look.' },
      ],
    });
    expect(story(draft?.mdx)).toContain('Why it happened: salt. See \\{\\{\\< ref "other" >}}.');
  });

  test('an end before the begin is not taken over, and said', () => {
    expect(fields(draft?.mdx).times.resolved).toBeUndefined();
    expect(draft?.todo.join('\n')).toContain('2025-08-04T05:30:00Z as its end, which is before its begin');
  });
});

test('updates of cState that are commented out are no rows, and stay for staff', () => {
  const text =
    '---\ntitle: Kiln\ndate: 2026-05-14 10:00:00\n---\n\n<!-- **Resolved:** CANARY {{< track "2022-08-30 21:38:00" >}} -->\n\nWe look. {{< track "2026-05-14 10:00:00" >}}\n';
  const [draft] = importCstate({ fileName: 'kiln.md', text }, options);
  expect(fields(draft?.mdx).timeline).toHaveLength(1);
  expect(story(draft?.mdx)).not.toContain('CANARY');
  expect(JSON.stringify(fields(draft?.mdx).internal)).toContain('CANARY');
});

test('planned maintenances of Statuspage begin when they were planned for', () => {
  const text = JSON.stringify({
    scheduled_maintenances: [
      {
        id: 'm1',
        name: 'Kiln service',
        created_at: '2026-02-01T09:00:00Z',
        scheduled_for: '2026-02-08T01:00:00Z',
        resolved_at: '2026-02-08T02:05:00Z',
        incident_updates: [{ status: 'scheduled', body: 'We will.', display_at: '2026-02-01T09:00:00Z' }],
      },
    ],
  });
  const [draft] = importStatuspage({ fileName: 'm.json', text }, options);
  expect(fields(draft?.mdx).times).toMatchObject({
    started: { at: '2026-02-08T01:00:00Z' },
    firstLogged: { certainty: 'unknown' },
    resolved: { at: '2026-02-08T02:05:00Z' },
  });
});

describe('bad input', () => {
  const importers: [string, Importer][] = [
    ['statuspage', importStatuspage],
    ['github', importGithubIssues],
    ['cstate', importCstate],
  ];

  test.each(importers)('%s finds nothing in what is no incident', (_, importer) => {
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      'null',
      '[[[]]]',
      '"x"',
      '---\n---\n',
      '---\n: : :\n---\n',
      '{"incidents":{"a":1}}',
    ])
      expect(importer({ fileName: 'x', text }, options)).toEqual([]);
  });

  test.each<[string, Importer, string]>([
    [
      'statuspage',
      importStatuspage,
      '{"name":"\\u0000\\u202e<Internal>","id":["x"],"incident_updates":[{"body":{"a":1},"display_at":5},{"body":"</Internal>{}"}],"__proto__":{"x":1}}',
    ],
    [
      'github',
      importGithubIssues,
      '{"title":"<Redacted>","number":{},"labels":[null,5,{}],"comments":[{"body":"</Internal>"}],"created_at":"never"}',
    ],
    [
      'cstate',
      importCstate,
      '---\ntitle: "{/* x */}"\ndate: [1]\naffected: x\n---\n<Internal>\n\n{{< track "2025-13-45" >}}\n',
    ],
  ])('%s makes a sound draft of a strange one', async (_, importer, text) => {
    const [draft] = importer({ fileName: 'strange.md', text }, options);
    expect(fields(draft?.mdx).state).toBe('draft');
    expect((await publish(draft?.mdx ?? '')).problems).toEqual([]);
  });
});

describe('on the command line', () => {
  const into = temporaryFolder();
  let said = '';

  beforeAll(async () => {
    for (const [format, file] of [
      ['statuspage', 'statuspage.json'],
      ['github', 'issues.json'],
      ['cstate', '2025-08-04-gangway.md'],
    ] as const) {
      const imported = await candor('import', format, join(fixtures, file), '--into', into);
      expect(imported.code).toBe(0);
      said += imported.out;
    }
  });

  afterAll(() => removeFolder(into));

  test('a line is said for each, and the site they make up is sound', async () => {
    expect(said.match(/wrote content\/postmortems/g)).toHaveLength(5);
    const checked = await candor('check', '--site', into, '--format', 'json');
    const { problems } = JSON.parse(checked.out) as { problems: { severity: string }[] };
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a second run changes nothing', async () => {
    const before = filesIn(into).map((file) => readFileSync(join(into, file), 'utf8'));
    const again = await candor('import', 'statuspage', join(fixtures, 'statuspage.json'), '--into', into);
    expect(again.out).toMatch(/is there already, unchanged/);
    expect(filesIn(into).map((file) => readFileSync(join(into, file), 'utf8'))).toEqual(before);
  });

  test('a file of another format is named', async () => {
    const wrong = await candor('import', 'statuspage', join(fixtures, '2025-08-04-gangway.md'), '--into', into);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('import/nothing-found');
  });
});

const corpora = process.env['CANDOR_CORPORA'] ?? join(import.meta.dirname, '../../../../shared/corpora');

describe.each<[string, Importer, RegExp]>([
  ['statuspage', importStatuspage, /\.json$/],
  ['cstate', importCstate, /^\d.*\.md$/],
])('real incidents of %s', (name, importer, form) => {
  const folder = join(corpora, name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => form.test(file)) : [];
  if (files.length === 0) test.skip('import (none at hand: set CANDOR_CORPORA to their folder)', () => {});
  test.each(files)('%s becomes a sound draft', async (fileName) => {
    const [draft] = importer({ fileName, text: readFileSync(join(folder, fileName), 'utf8') }, options);
    expect(fields(draft?.mdx).times.started).toMatchObject({ certainty: 'about' });
    expect((await publish(draft?.mdx ?? '')).problems).toEqual([]);
  });
});
