/** Imports of every kind, promoted and built: names that went to internal fields stand in no byte of the site. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candor, everyByte, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { makePdf } from '../support/make-pdf.ts';

const markdown = `---
title: Firebricks cracked
reviewer: CANARYFRONT
---

Date: 2026-04-07. Author: Jane CANARYLINE

### Authors

- CANARYAUTHOR, Bob CANARYSECOND

## Summary

Firebricks of the large kiln cracked.

## Timeline (UTC)

- 10:45 Alert fired
- 11:20 Firebricks were exchanged

## Attendees

CANARYATTENDEE
`;

const html = `<title>Glaze dried too early</title><h1>Glaze dried too early</h1><p>The glaze<sup><a href="#cmnt1">[a]</a></sup> was left open.</p>
<div class="page-metadata">Created by CANARYMETA</div><div><p><a href="#cmnt_ref1">[a]</a> CANARYCOMMENT asked why</p></div>`;

const pdf = makePdf([
  [
    { x: 80, y: 1100, size: 20, text: 'Chimney was blocked' },
    { x: 520, y: 1000, size: 16, text: 'OWNER OF REVIEW PROCESS' },
    { x: 520, y: 980, text: 'Ann CANARYOWNER' },
    { x: 80, y: 960, text: 'A nest blocked the chimney.' },
    { x: 520, y: 900, text: '*All times listed in this report are in Berlin.' },
    { x: 80, y: 760, size: 16, text: 'Timeline' },
    { x: 80, y: 730, text: 'Apr 8, 2026' },
    { x: 80, y: 700, text: '10:45 AM' },
    { x: 232, y: 690, text: 'Resolved by Ann CANARYRESOLVER through Slack.' },
    { x: 232, y: 671, text: 'INCIDENT #15' },
  ],
]);

const pagerduty = {
  incident: {
    incident_number: 9,
    title: 'Bellows torn',
    urgency: 'high',
    created_at: '2026-04-09T10:00:00Z',
    assignments: [{ assignee: { summary: 'CANARYASSIGNEE' } }],
  },
  notes: [{ content: 'CANARYNOTE of CANARYWRITER', created_at: '2026-04-09T10:05:00Z' }],
};
const slack = [{ ts: '1775559000.000200', user: 'CANARYUSER', text: 'CANARYMESSAGE to <@U2|CANARYMENTION>' }];

describe('a site of imports', () => {
  let site = '';
  let said = '';
  let bytes = new Map<string, string>();

  beforeAll(async () => {
    site = temporaryFolder();
    mkdirSync(join(site, 'inc-chat'));
    const sources: [string, string, string | Uint8Array][] = [
      ['document', 'firebricks.md', markdown],
      ['document', 'glaze.html', html],
      ['document', 'chimney.pdf', pdf],
      ['pagerduty', 'bellows.json', JSON.stringify(pagerduty)],
      ['slack', 'inc-chat/2026-04-07.json', JSON.stringify(slack)],
    ];
    for (const [format, name, content] of sources) {
      writeFileSync(join(site, name), content);
      const imported = await candor('import', format, join(site, name), '--into', site);
      expect(imported.code, imported.out).toBe(0);
      said += imported.out + imported.error;
    }
    for (const slug of readdirSync(join(site, 'content/postmortems'))) {
      const promoted = await candor(
        'promote',
        slug,
        '--site',
        site,
        '--done',
        'all',
        '--state',
        'preliminary',
        '--published-at',
        '2026-05-01T00:00Z',
      );
      expect(promoted.code, promoted.error).toBe(0);
      said += promoted.out + promoted.error;
    }
    const built = await candor('build', '--site', site);
    expect(built.code, built.error).toBe(0);
    bytes = everyByte(join(site, 'dist'));
  });

  afterAll(() => removeFolder(site));

  test.each(['Firebricks of the large kiln cracked', 'was left open', 'nest blocked the chimney', 'Bellows torn'])(
    '%s is public',
    (words) => {
      expect(filesWith(bytes, words).length).toBeGreaterThan(0);
    },
  );

  test('no name or word that is internal is in any byte, nor in what the commands said', () => {
    expect(filesWith(bytes, 'CANARY')).toEqual([]);
    expect([...bytes.keys()].filter((file) => /canary/i.test(file))).toEqual([]);
    expect(said).not.toMatch(/canary/i);
  });
});
