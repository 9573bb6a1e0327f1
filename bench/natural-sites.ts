/**
 * Builds sites of natural text whose people, tickets and notes are drawn at random, and counts those in which anything is
 * taken for private: each is a false alarm, since no private text stands in public. `node bench/natural-sites.ts N [SEED]`.
 *
 * Sentences are those of the demonstration and of `sentences` below, where months, places, verbs and units are also names.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../src/cli/build-site.ts';
import { isLintCode, problemCodes } from '../src/shared/problem/catalogue.ts';
import type { Problem } from '../src/shared/problem/problem.ts';
import { createRandom, type Random } from './random.ts';

const given =
  'Will April Mark Jordan Max May June Grant Rose Grace Hope Faith Joy Dawn Summer Amber Ivy Olive Iris Daisy Ruby Pearl Violet Frank Earnest Victor Drew Chase Chance Miles Dean Guy Rob Bill Nick Pat Sue Carol Holly Robin Jay Art Gene Ray Rich Sandy Dale Glen Cliff Rusty Penny Bea Mei Ludwig Rosalind Ernst Pierre Luz Hana Tariq Ngozi Aoife Björn Søren Zofia'.split(
    ' ',
  );
const family =
  'March Field Doering Berg Pascal Morgen Blanc Cruz Page Cook Baker Stone Rivers Banks Price Church Brook Wood Hill Lake Street Bell Cross Day Knight King Young Long Short Black White Green Brown Gray Kelvin Newton Watt Hertz Joule Lane Park Poole Post Power Wells West North Snow Winter Frost Rain Storm Chen Okafor Lindqvist Novak Szymański Haddad'.split(
    ' ',
  );
const handles = 'api support max admin ops mark will may rose page post bell pat art'.split(' ');
const sentences = [
  'On 14 March 2026 the release went out, and in April 2026 we mark the date.',
  'Will this happen again? We hope not; the chance is small.',
  'Customers in Jordan, Chad and India were affected from May to June.',
  'Grant the role, then mark the field; the api returned 500.',
  'The support team asked ops, and the admin page was rich in errors.',
  'A cold winter day, snow and rain: the power in the lake region failed.',
  'The price page was slow, and the street address field was blank.',
  'Version 10.2.3.4 was released, at 50 hertz and 300 kelvin, with 40 watt left.',
  'We could see the west region, and the north one by dawn.',
  'The queue is long, the retry is short, and the bell rang at 09:12 UTC.',
  'Der Dienst fiel am Morgen aus, der Fehler lag in der Abfrage.',
  'La luz volvió a las 10:00, en la región de Santa Cruz.',
  'The king page (a demo) and the young cluster share a bank of disks.',
  'Art and rich text were lost; the free space was short.',
  'The cook read its cookbook run; the baker job baked the image.',
  'By summer the amber light stays on, and violet is for tests.',
];

/** What is asked is whether anything is taken for private, and nothing else. */
const withoutStyle = `checks: { ${problemCodes
  .filter(isLintCode)
  .map((code) => `${code}: off`)
  .join(', ')} }\n`;

const demonstration = join(import.meta.dirname, '..', 'content', 'postmortems');
const paragraphs = readdirSync(demonstration).flatMap((slug) =>
  readFileSync(join(demonstration, slug, 'index.mdx'), 'utf8')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/<Internal[\s\S]*?<\/Internal>/g, '')
    .split(/\n{2,}/)
    .filter((text) => /^[A-Z][^<{}[\]@|`]{60,600}$/.test(text)),
);

interface Count {
  sites: number;
  alarms: number;
  warnings: number;
  codes: Map<string, number>;
}

const count: Count = { sites: 0, alarms: 0, warnings: 0, codes: new Map() };
const sites = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'candor-natural-'));
try {
  for (let index = 0; index < sites; index += 1) {
    const site = join(folder, 'site');
    rmSync(folder, { recursive: true, force: true });
    writeSite(site, createRandom(seed * 100_003 + index));
    const out = join(folder, 'dist');
    const { problems } = await buildSite({ site, out, edition: 'public', now: '2026-11-23T12:00:00Z' });
    tell(index, problems);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const codes = [...count.codes].map(([code, times]) => `${code} ${times}`).join(', ');
console.log(`${count.sites} sites, ${count.alarms} with a false alarm, ${count.warnings} with a warning; ${codes}`);
if (count.alarms > 0) process.exitCode = 1;

function tell(index: number, problems: readonly Problem[]): void {
  count.sites += 1;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity, code }) => severity !== 'error' && /^(?:redaction|gate)\//.test(code));
  if (errors.length > 0) count.alarms += 1;
  if (warnings.length > 0) count.warnings += 1;
  for (const { code } of [...errors, ...warnings]) count.codes.set(code, (count.codes.get(code) ?? 0) + 1);
  for (const { code, location, fact } of errors)
    console.log(`site ${index}: ${code} ${location.file}:${location.line}:${location.column} ${fact}`);
}

function writeSite(site: string, random: Random): void {
  const content = join(site, 'content');
  for (const part of ['services', 'postmortems']) mkdirSync(join(content, part), { recursive: true });
  mkdirSync(join(site, 'public'));
  const people = Array.from({ length: 6 }, (_, index) => ({
    handle: index < 2 ? random.pick(handles) : `user${index}`,
    name: `${random.pick(given)} ${random.pick(family)}`,
  }));
  const distinct = new Map(people.map(({ handle, name }) => [handle, name]));
  writeFileSync(
    join(content, 'people.yaml'),
    [...distinct].map(([handle, name]) => `${handle}: { name: ${name}, role: the engineer on call }\n`).join(''),
  );
  writeFileSync(join(content, 'redaction.yaml'), 'terms: []\n');
  writeFileSync(join(content, 'services', 'checkout.yaml'), 'name: Checkout\n');
  writeFileSync(
    join(content, 'site.yaml'),
    'name: Natural\norganisation: Example\ndescription: Natural text.\nurl: https://postmortems.example/\nestablished: 2024-01-01\ncards: false\nseverities: [{ id: sev1, name: Severity 1, meaning: Everybody. }]\n' +
      withoutStyle,
  );
  for (let index = 0; index < 2; index += 1) {
    const path = join(content, 'postmortems', `incident-${index}`);
    mkdirSync(path);
    writeFileSync(join(path, 'index.mdx'), postmortem(index, random, [...distinct]));
  }
}

function postmortem(index: number, random: Random, people: readonly (readonly [string, string])[]): string {
  const [handle = ''] = random.pick(people);
  const [, name = ''] = random.pick(people);
  const day = `2026-0${random.between(1, 9)}-1${random.between(0, 9)}`;
  const body = Array.from({ length: 6 }, () => random.pick(random.between(0, 1) === 0 ? paragraphs : sentences));
  return `---
id: PM-${index}
title: Orders failed in the morning
summary: ${random.pick(sentences.filter((text) => !/[:#]/.test(text)))}
state: preliminary
publishedAt: ${day}T18:00Z
severity: sev1
times: { started: ${day}T09:00Z, firstLogged: ${day}T09:05Z, resolved: ${day}T10:00Z }
detection: { by: customer, team: Support }
impact: { users: 120, accounts: unknown, supportRequests: 3, services: [{ service: checkout, windows: [{ from: ${day}T09:00Z, to: ${day}T10:00Z, level: degraded }] }] }
responders: [{ team: Platform, people: [${handle}] }]
review: { held: ${day}, attendees: [${handle}, ${JSON.stringify(name)}] }
internal: { ticket: "INC00${random.between(10000, 99999)}", host: "db-${random.between(0, 899)}.corp.internal", note: "Talked to ${name}." }
---

${body.join('\n\n')}

<Internal>Then ${name} restarted db-${random.between(0, 899)} by hand.</Internal>
`;
}
