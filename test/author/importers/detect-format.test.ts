import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectFormat } from '../../../src/author/importers/detect-format.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/importers', name), 'utf8');
const json = (value: unknown) => JSON.stringify(value);

test.each([
  ['statuspage', 'a.json', fixture('statuspage.json')],
  ['statuspage', 'a.json', json({ incident: { name: 'A', incident_updates: [] } })],
  ['github', 'a.json', fixture('issues.json')],
  ['github', 'a.txt', json({ title: 'A', number: 3, html_url: 'https://example.org' })],
  ['cachet', 'a.json', json({ data: [{ name: 'A', visible: 1, message: 'B' }] })],
  ['cachet', 'a.json', json({ data: { type: 'incidents', attributes: { name: 'A', visible: 1 } } })],
  ['pagerduty', 'a.json', json({ incident: { title: 'A', incident_number: 3 } })],
  ['incident.io', 'a.json', json({ incident: { name: 'A', incident_status: {} } })],
  ['slack', '2026-03-14.json', json([{ type: 'message', ts: '1773479520.0', text: 'Hello' }])],
  ['json', 'a.json', json({ incident: { name: 'A', updates: [] } })],
  ['json', 'a.json', json([1, 2])],
  ['json', 'a.json', 'not JSON'],
  ['json', 'a.txt', 'null'],
  ['cstate', 'a.md', fixture('2025-08-04-gangway.md')],
  ['document', 'a.md', '---\ntitle: A\nsection: blog\n---\nText.'],
  ['document', 'a.md', fixture('PM2031-004 - Queue stopped.md')],
  ['document', 'a.html', '<!doctype html><p>A</p>'],
  ['document', 'a', ''],
])('%s is found in %s %#', (format, fileName, text) => {
  expect(detectFormat({ fileName, text })).toBe(format);
});
