/** Data of tools in the shapes in which they really come: levels of components, HTML in Markdown, TOML, times without a zone. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importCachet } from '../../../src/author/importers/cachet.ts';
import { importCstate } from '../../../src/author/importers/cstate.ts';
import { importGithubIssues } from '../../../src/author/importers/github-issues.ts';
import type { Importer, ImportOptions } from '../../../src/author/importers/importer.ts';
import { importIncidentIo } from '../../../src/author/importers/incident-io.ts';
import { importPagerduty } from '../../../src/author/importers/pagerduty.ts';
import { importStatuspage } from '../../../src/author/importers/statuspage.ts';
import { postmortemSchema } from '../../../src/shared/incident/postmortem-schema.ts';
import { publish } from '../../support/publish.ts';

const options: ImportOptions = {
  severity: 'sev3',
  severities: [
    { id: 'sev1', name: 'Severity 1' },
    { id: 'sev3', name: 'Severity 3' },
  ],
  services: [{ id: 'kilns', name: 'Kilns & ovens' }],
};

function read(importer: Importer, source: unknown, more: Partial<ImportOptions> = {}, fileName = 'a.json') {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  return importer({ fileName, text }, { ...options, ...more }).map(({ mdx, slug, todo }) => {
    const [, yaml = '', story = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(mdx) ?? [];
    postmortemSchema.parse(parse(yaml));
    return { ...parse(yaml), slug, story, todos: todo.join('\n'), mdx };
  });
}

describe('Statuspage', () => {
  const change = (name: string, before: string, after: string) => ({ name, old_status: before, new_status: after });
  const incident = {
    id: 'f1',
    name: 'Kilns cold',
    status: 'resolved',
    created_at: '2026-04-01T08:00:00Z',
    resolved_at: '2026-04-01T10:00:00Z',
    components: [{ name: 'Kilns & Ovens' }, { name: 'Glaze shop' }],
    incident_updates: [
      {
        status: 'resolved',
        body: 'Warm again.<br /><br />We:<br />- swapped a valve<br />- added an alarm',
        display_at: '2026-04-01T10:00:00Z',
        affected_components: [change('Glaze shop', 'partial_outage', 'operational')],
      },
      {
        status: 'identified',
        body: 'A valve.',
        display_at: '2026-04-01T09:00:00Z',
        affected_components: [
          change('Kilns & Ovens', 'major_outage', 'degraded_performance'),
          change('Glaze shop', 'operational', 'partial_outage'),
        ],
      },
      {
        status: 'investigating',
        body: 'We look.',
        display_at: '2026-04-01T08:00:00Z',
        affected_components: [change('Kilns & Ovens', 'operational', 'major_outage')],
      },
    ],
  };
  const [draft] = read(importStatuspage, { incidents: [incident] });

  test('levels of components become windows, and those of unknown ones are asked about', () => {
    const [first, second, end] = ['08', '09', '10'].map((hour) => `about 2026-04-01T${hour}:00:00Z`);
    expect(draft.impact.services).toEqual([
      {
        service: 'kilns',
        windows: [
          { from: first, to: second, level: 'down' },
          { from: second, to: end, level: 'degraded' },
        ],
      },
    ]);
    expect(draft.todos).toContain('Glaze shop (partial 2026-04-01T09:00:00Z to 2026-04-01T10:00:00Z)');
    expect(JSON.stringify(draft.internal)).toContain('Glaze shop');
  });

  test('breaks of HTML are breaks, and the lists below them lists', () => {
    expect(draft.timeline[2].what).toBe('Resolved: Warm again. We:<br /> – swapped a valve<br /> – added an alarm');
  });

  test('what was entered when all was over has no exact row and no end', () => {
    const noon = '2026-04-02T12:00:00+02:00';
    const late = { ...incident, id: 'f2', created_at: noon, started_at: noon, resolved_at: null, components: [] };
    const [entered] = read(importStatuspage, {
      incident: {
        ...late,
        incident_updates: [{ status: 'resolved', body: 'Was cold from 9 to 10.', display_at: noon }],
      },
    });
    expect(entered.timeline[0].at).toBe('about 2026-04-02T10:00:00Z');
    expect(entered.times.resolved).toBeUndefined();
    expect(entered.todos).toContain('resolved, and not when');
  });

  test.each(['scheduled_maintenances', 'scheduled_maintenance', 'incidents'])(
    'a maintenance under %s lasts as planned',
    (key) => {
      const planned = {
        id: 'm2',
        name: 'Bricks renewed',
        status: 'scheduled',
        created_at: '2026-05-01T09:00:00Z',
        scheduled_for: '2026-05-08T01:00:00Z',
        scheduled_until: '2026-05-08T02:00:00Z',
        incident_updates: [{ status: 'scheduled', body: 'We will.', display_at: '2026-05-01T09:00:00Z' }],
      };
      const [maintenance] = read(importStatuspage, { [key]: key.endsWith('maintenance') ? planned : [planned] });
      expect(maintenance).toMatchObject({
        slug: '2026-05-08-bricks-renewed',
        times: { started: 'about 2026-05-08T01:00:00Z', resolved: 'about 2026-05-08T02:00:00Z' },
      });
    },
  );
});

describe('cState', () => {
  const toml = `+++
title = "Kilns: slow"
date = 2026-04-20 15:35:23
resolved = true
severity = "disrupted"
affectedsystems = ["Kilns & ovens"]
+++
We look.

**Resolved**: Warm. {{< track "2026-04-20 18:20:00" >}}

<Update date="2026-04-20T17:00:00Z">
Still <b>cold</b>.
</Update>

::: update Identified | 2026-04-20T16:00:00.000Z
A valve.
:::
`;

  test('TOML is read, and updates in all their forms; times without a zone are about', () => {
    const [draft] = read(importCstate, toml, {}, '2026-04-20-kilns.md');
    expect(draft).toMatchObject({
      title: 'Kilns: slow',
      story: '\nWe look.\n',
      times: { started: 'about 2026-04-20T15:35:00Z', resolved: 'about 2026-04-20T18:20:00Z' },
      impact: { services: [{ service: 'kilns', windows: [{ level: 'partial' }] }] },
      timeline: [
        { at: '2026-04-20T16:00:00Z', what: '**Identified**: A valve.' },
        { at: '2026-04-20T17:00:00Z', what: 'Still **cold**.' },
        { at: 'about 2026-04-20T18:20:00Z', what: '**Resolved**: Warm.' },
      ],
    });
    expect(draft.todos).toContain('--zone ZONE');
  });

  test('--zone says which zone they are in', () => {
    const [draft] = read(importCstate, toml, { zone: 'Europe/Berlin' }, '2026-04-20-kilns.md');
    expect(draft.timeline.map(({ at }: { at: string }) => at)).toContain('2026-04-20T16:20:00Z');
    expect(draft.todos).not.toContain('--zone');
  });

  test('updates that never end are text', () => {
    const [draft] = read(
      importCstate,
      '---\ntitle: Kilns\n---\n::: update A | 2026-04-20T16:00Z\nOne.\n\n<Update date="2026-04-20">Two.\n',
      {},
      'k.md',
    );
    expect(draft.timeline).toBeUndefined();
    expect(draft.story).toMatch(/One\.[\s\S]*Two\./);
  });
});

describe('GitHub issues', () => {
  const issue = {
    number: 8,
    title: '🛑 [Kilns] cold',
    created_at: '2026-03-06T10:00:00Z',
    closed_at: '2026-03-06T11:00:00Z',
    labels: [{ name: 'sev1' }],
    body: '## What\n\nFull.<br>\n\n- one\n\n```sh\necho "<b>x</b>"\n```\n\n| a | b |\n|---|---|\n| 1<br>2 | 3 |\n',
    comments: [
      {
        created_at: '2026-03-06T10:20:00Z',
        body: 'See <a href="https://example.org">it</a>.\n\n1. a\n2. b\n\n```\nlog\n```\n\n> said',
      },
    ],
  };
  const [draft] = read(importGithubIssues, [issue]);

  test('Markdown stays Markdown where it holds tags of HTML', () => {
    for (const part of ['## What', '- one', '```sh\necho "<b>x</b>"\n```', '| 1<br />2 | 3 |'])
      expect(draft.story).toContain(part);
    expect(draft).toMatchObject({ title: '[Kilns] cold', severity: 'sev1' });
    expect(draft.todos).not.toContain('stand-in');
  });

  test('code and quotes of a comment follow in the story under its moment', () => {
    expect(draft.timeline[1].what).toBe('See [it](https://example.org).<br /> 1. a<br /> 2. b');
    expect(draft.story).toContain('### 2026-03-06T10:20:00Z\n\n```\nlog\n```\n\n> said');
  });

  test("Upptime's maintenance begins and ends as its comment says", () => {
    const body =
      '<!--\nstart: 2026-03-10T01:00:00Z\nend: 2026-03-10T02:00:00Z\nexpectedDown: kilns, shop\n-->\nBricks.';
    const [planned] = read(importGithubIssues, [{ ...issue, labels: [{ name: 'maintenance' }], body, comments: 1 }]);
    expect(planned).toMatchObject({
      slug: '2026-03-10-kilns-cold',
      times: { started: 'about 2026-03-10T01:00:00Z', resolved: 'about 2026-03-10T02:00:00Z' },
      impact: { services: [{ service: 'kilns' }] },
    });
    expect(planned.story).toContain('expectedDown: kilns, shop');
  });
});

describe('Cachet', () => {
  test('its second edition has times without a zone', () => {
    const incident = {
      id: 4,
      name: 'Cold',
      status: 4,
      visible: 1,
      message: 'We saw.<br>Cold.',
      occurred_at: '2026-02-01 09:00:00',
    };
    const update = { status: 4, message: 'Warm.', created_at: '2026-02-01 11:00:00' };
    const hidden = { ...incident, id: 5, visible: 0, name: 'CANARY' };
    const source = { data: [{ ...incident, updates: [update] }, hidden] };
    const [draft, ...others] = read(importCachet, source, { zone: 'Europe/Berlin' });
    expect(others).toEqual([]);
    expect(draft.times).toMatchObject({
      started: 'about 2026-02-01T08:00:00Z',
      resolved: 'about 2026-02-01T10:00:00Z',
    });
    expect(draft.timeline.map(({ at }: { at: string }) => at)).toEqual([
      '2026-02-01T08:00:00Z',
      '2026-02-01T10:00:00Z',
    ]);
    expect(read(importCachet, source)[0].timeline[0].at).toBe('about 2026-02-01T09:00:00Z');
  });

  test('its third has attributes, and updates beside', () => {
    const source = {
      data: [
        {
          id: '9',
          type: 'incidents',
          attributes: {
            name: 'Cold',
            message: 'Seen.',
            visible: 1,
            status: { human: 'Fixed', value: 4 },
            occurred: { string: '2026-02-01 09:00:00' },
          },
          relationships: { updates: { data: [{ id: '2', type: 'incidentUpdates' }] } },
        },
      ],
      included: [
        {
          id: '2',
          type: 'incidentUpdates',
          attributes: { message: 'Warm.', status: { human: 'Fixed' }, created: { string: '2026-02-01 10:00:00' } },
        },
      ],
    };
    const [draft] = read(importCachet, source);
    expect(draft.timeline).toMatchObject([{ what: 'Seen.' }, { what: 'Fixed: Warm.' }]);
    expect(draft.mdx.match(/Warm\./g)).toHaveLength(1);
  });
});

describe('what people wrote for each other stays internal', () => {
  const pagerduty = {
    incident: {
      incident_number: 42,
      title: 'Kilns cold',
      created_at: '2026-03-01T10:00:00Z',
      urgency: 'high',
      priority: { summary: 'P1' },
      service: { summary: 'Kilns & ovens' },
    },
    log_entries: [
      { type: 'acknowledge_log_entry', created_at: '2026-03-01T10:04:00Z', summary: 'Acknowledged by Jo CANARYPERSON' },
      { type: 'resolve_log_entry', created_at: '2026-03-01T11:00:00Z', summary: 'Resolved by Jo CANARYPERSON' },
    ],
    notes: [
      { content: 'CANARYNOTE told me', created_at: '2026-03-01T10:10:00Z', user: { summary: 'Jo CANARYPERSON' } },
    ],
  };
  const io = {
    incident: {
      reference: 'INC-7',
      name: 'Kilns cold',
      mode: 'standard',
      summary: 'They were cold.',
      severity: { name: 'Critical' },
      incident_timestamp_values: [
        { incident_timestamp: { name: 'Impact started at' }, value: { value: '2026-03-02T10:00:00.000Z' } },
        { incident_timestamp: { name: 'Resolved at' }, value: null },
      ],
      incident_updates: [
        { message: 'CANARYNOTE', created_at: '2026-03-02T10:20:00Z', updater: { user: { name: 'CANARYPERSON' } } },
      ],
      follow_ups: [
        { title: 'Buy a valve', status: 'outstanding' },
        { title: 'CANARYDELETED', status: 'deleted' },
      ],
      created_at: '2026-03-02T10:05:00Z',
    },
  };

  test.each<[string, Importer, unknown]>([
    ['PagerDuty', importPagerduty, pagerduty],
    ['incident.io', importIncidentIo, io],
  ])('of %s', async (_, importer, source) => {
    const [draft] = read(importer, source);
    const published = await publish(
      draft.mdx
        .replace('state: draft', 'state: preliminary\npublishedAt: 2026-08-01T00:00Z')
        .replace('severity: sev3', 'severity: sev1')
        .replace(/services:\n {4}- service: kilns\n {6}windows: \[\]/, 'services: []')
        .replace(/^#.*\n/gm, ''),
    );
    expect(published.problems).toEqual([]);
    expect(JSON.stringify(published.postmortem)).not.toContain('CANARY');
    expect(JSON.stringify(published.postmortem)).toContain('Kilns cold');
    expect(JSON.stringify(draft.internal) + JSON.stringify(draft.timeline)).toContain('CANARYNOTE');
  });

  test('their moments are facts of the incident, and tests of the tool are left out', () => {
    expect(read(importPagerduty, pagerduty)[0]).toMatchObject({
      id: 'PD-42',
      severity: 'sev1',
      times: {
        started: 'unknown',
        firstLogged: '2026-03-01T10:00:00Z',
        acknowledged: '2026-03-01T10:04:00Z',
        resolved: '2026-03-01T11:00:00Z',
      },
    });
    const [draft] = read(importIncidentIo, io);
    expect(draft).toMatchObject({
      id: 'INC-7',
      summary: 'They were cold.',
      times: { started: '2026-03-02T10:00:00Z', firstLogged: '2026-03-02T10:05:00Z' },
    });
    expect(draft.todos).toContain('says `Critical`; `sev3` is a stand-in. `sev1` may be meant');
    expect(draft.mdx).toContain('Buy a valve');
    expect(read(importIncidentIo, { incident: { ...io.incident, mode: 'tutorial' } })).toEqual([]);
  });
});
