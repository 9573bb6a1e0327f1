/** A pull request with ten planted faults: ten finds, each where it was planted, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, copyDemo, removeFolder } from '../../support/build.ts';
import { writeFiles } from '../../support/site.ts';

const slug = '2026-10-05-receipts-twice';
/** The faults stand between `«` and `»`; each is found where it begins. */
const planted = `---
id: PM-2026-041
title: Receipts were sent twice
summary: For «65 minutes» on 5 October 2026, some shops sent each receipt twice.
state: final
publishedAt: 2026-10-12T10:00:00Z
severity: sev3
times:
  started: 2026-10-05T09:00:00Z
  firstLogged: 2026-10-05T09:20:00Z
  acknowledged: 2026-10-05T09:25:00Z
  resolved: «2026-10-05T09:24:00Z»
detection: { by: «customer», team: Support }
impact:
  users: 400
  accounts: 31
  supportRequests: 5
  services:
    - service: «chekout»
      windows: [{ from: 2026-10-05T09:00:00Z, to: 2026-10-05T09:24:00Z, level: degraded }]
responders: [{ team: Payments }]
review: { held: 2026-10-07 }
contributingFactors:
  - The queue delivers a message again when its first delivery takes long.
  - The new developer «should have known» that.
mitigations: [The queue was paused.]
timeline:
  - { at: 2026-10-05T09:00Z, kind: trigger, what: The queue slowed down. }
  - { at: 2026-10-05T09:20Z, kind: detection, what: A shop wrote to Support. }
actions:
  - id: A1
    what: «Investigate» slow deliveries
    kind: fix
    owner: Payments
    due: 2026-11-30
    doneWhen: A receipt that is delivered twice is sent once.
    state: open
---

## What happened

A receipt is sent when its message leaves the queue. Mail went to «billing@tallybridge.example» as well.

## Why

The outage came from «human error», says the ticket. More stands «[here](https://status.tallybridge.example/)».

The number of shops is «TODO».
`;

let site = '';
let report: {
  code: number;
  problems: { code: string; fact: string; place: { file: string; line: number; column: number } }[];
};

beforeAll(async () => {
  site = copyDemo();
  const text = planted.replace(/[«»]/g, '');
  await writeFiles(site, { [`content/postmortems/${slug}/index.mdx`]: text });
  const checked = await candor('check', '--site', site, '--format', 'json');
  report = { code: checked.code, ...(JSON.parse(checked.out) as { problems: typeof report.problems }) };
});
afterAll(() => removeFolder(site));

test('each of the ten is found at its line and column, and nothing else is', () => {
  const places = planted
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/«/g)].map((mark, before) => `${index + 1}:${mark.index + 1 - before * 2}`),
    );
  expect(places).toHaveLength(10);
  expect(report.code).toBe(1);
  expect(report.problems.map(({ place }) => `${place.line}:${place.column}`)).toEqual(places);
});

test('each has the code of its fault', () => {
  expect(report.problems.map(({ code }) => code)).toEqual([
    'facts/duration',
    'times/out-of-order',
    'detection/no-observability',
    'record/unknown-service',
    'language/counterfactual',
    'actions/weak-verb',
    'redaction/private-text',
    'language/human-error',
    'links/vague-text',
    'text/leftover',
  ]);
});

test('the private address is not printed, in no format', async () => {
  for (const format of ['text', 'json', 'github', 'sarif', 'junit']) {
    const { out, error } = await candor('check', '--site', site, '--format', format);
    expect(out + error).toContain('redaction/private-text');
    expect(out + error).not.toContain('billing@');
  }
});
