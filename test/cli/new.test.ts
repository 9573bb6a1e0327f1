/** `candor new`: from flags, from an export, never over anything. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';
import { hasTerminal, keys, onTerminal } from '../support/on-terminal.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeFiles, writeSite } from '../support/site.ts';

let site = '';
const read = (slug: string) => readFileSync(join(site, 'content/postmortems', slug, 'index.mdx'), 'utf8');
const frontmatter = (slug: string) => parse(read(slug).split('\n---\n')[0]?.slice(4) ?? '') as Record<string, unknown>;
const newDraft = (...flags: string[]) => candor('new', '--site', site, ...flags);

beforeEach(async () => {
  site = temporaryFolder();
  await writeSite(site, {
    older: { 'index.mdx': postmortem('Text.', { id: 'PM-2026-007' }) },
    broken: { 'index.mdx': '---\nid: PM-2026-011\ntitle: [\n---\n' },
  });
});

afterEach(() => removeFolder(site));

describe('from flags', () => {
  test('a draft has the facts, the next id and moments with the offset of their zone', async () => {
    const written = await newDraft(
      ...['--title', 'Payouts: "late" & lost', '--severity', 'sev1', '--service', 'checkout', '--service', 'lampwick'],
      ...['--zone', 'Europe/London', '--started', '2026-07-03 10:12', '--first-logged', 'about 2026-11-03T10:30'],
      ...['--resolved', '2026-11-03T12:00+01:00', '--detected-by', 'customer', '--team', 'Payments'],
    );
    expect(written).toMatchObject({ code: 0, error: '' });
    expect(written.out).toContain('content/postmortems/2026-07-03-payouts-late-lost/index.mdx as PM-2026-012');
    const file = join(site, 'content/postmortems/2026-07-03-payouts-late-lost/index.mdx');
    expect(readFileSync(file, 'utf8')).toContain('# TODO narrow each window');
    const window = { from: '2026-07-03T10:12+01:00', to: '2026-11-03T12:00+01:00', level: 'down' };
    expect(frontmatter('2026-07-03-payouts-late-lost')).toMatchObject({
      id: 'PM-2026-012',
      title: 'Payouts: "late" & lost',
      state: 'draft',
      times: {
        started: '2026-07-03T10:12+01:00',
        firstLogged: 'about 2026-11-03T10:30Z',
        resolved: '2026-11-03T12:00+01:00',
      },
      detection: { by: 'customer' },
      impact: {
        services: [
          { service: 'checkout', windows: [window] },
          { service: 'lampwick', windows: [window] },
        ],
      },
      responders: [{ team: 'Payments' }],
    });
  });

  test('the draft is a sound one: check finds nothing in it, and it is not public', async () => {
    removeFolder(join(site, 'content/postmortems/broken'));
    await newDraft('--title', 'Payouts were late', '--started', '2026-07-03T10:12Z', '--service', 'checkout');
    const checked = await candor('check', '--site', site, '--format', 'json');
    expect(JSON.parse(checked.out)).toMatchObject({ problems: [] });
    const counted = await candor('check', '--site', site);
    expect(counted.out).toContain('1 would be published, 1 withheld');
  });

  test('nothing that is there is written over', async () => {
    await newDraft('--title', 'Twice', '--slug', 'twice');
    writeFileSync(join(site, 'content/postmortems/twice/index.mdx'), 'mine');
    const again = await newDraft('--title', 'Twice', '--slug', 'twice');
    expect(again.code).toBe(1);
    expect(again.error).toContain('is there already');
    expect(read('twice')).toBe('mine');
  });

  test.each<[string, string[], string]>([
    ['no title where nobody can be asked', [], '--title'],
    ['an unknown severity', ['--title', 'x', '--severity', 'sev2'], 'there is no `sev2`. Did you mean `sev1`?'],
    ['an unknown service', ['--title', 'x', '--service', 'chekout'], 'Did you mean `checkout`?'],
    ['an unknown zone', ['--title', 'x', '--zone', 'Mars/Olympus'], 'is no time zone'],
    [
      'a moment that clocks skip',
      ['--title', 'x', '--zone', 'Europe/London', '--started', '2026-03-29 01:30'],
      'is no moment',
    ],
    [
      'a moment that is there twice',
      ['--title', 'x', '--zone', 'Europe/London', '--started', '2026-10-25 01:30'],
      'exists twice',
    ],
    ['a slug that leads elsewhere', ['--title', 'x', '--slug', '../x'], '--slug takes'],
    ['a template that leads elsewhere', ['--title', 'x', '--template', '../../site'], '--template takes'],
  ])('%s is refused and nothing is written', async (_, flags, words) => {
    const refused = await newDraft(...flags);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(words);
    expect(readdirSync(join(site, 'content/postmortems')).sort()).toEqual(['broken', 'older']);
  });
});

describe('templates', () => {
  test("the owner's template is used, its comments and keys kept", async () => {
    await writeFiles(site, {
      'content/templates/postmortem.mdx':
        '---\nid: x\n# Ask the support lead.\ntitle: x\nstate: draft\nseverity: x # one of ours\ntags: [ours]\n---\n\n## Our heading\n',
    });
    await newDraft('--title', 'Ours', '--slug', 'ours');
    expect(read('ours')).toBe(
      [
        '---\nid: PM-2026-012\n# Ask the support lead.\ntitle: Ours\nstate: draft\nseverity: sev1 # one of ours',
        'tags: [ ours ]\ndetection:\n  by: unknown\n---\n\n## Our heading\n',
      ].join('\n'),
    );
  });

  test('a template without frontmatter, and one that is not there, are named', async () => {
    mkdirSync(join(site, 'content/templates'), { recursive: true });
    writeFileSync(join(site, 'content/templates/short.mdx'), 'No frontmatter');
    expect((await newDraft('--title', 'x', '--template', 'short')).error).toContain('content/templates/short.mdx');
    expect((await newDraft('--title', 'x', '--template', 'gone')).error).toContain('content/templates/gone.mdx');
    expect(readdirSync(join(site, 'content/postmortems')).sort()).toEqual(['broken', 'older']);
  });
});

test('the comments that guide through a draft raise no warning', async () => {
  removeFolder(join(site, 'content/postmortems/broken'));
  await writeFiles(site, { 'content/site.yaml': siteYaml });
  await newDraft('--title', 'Payouts were late', '--slug', 'late');
  const codes = async () => {
    const { out } = await candor('check', '--site', site, '--format', 'json', join(site, 'content/postmortems/late'));
    const { problems } = JSON.parse(out) as { problems: { code: string; severity: string }[] };
    return problems.filter(({ severity }) => severity !== 'hint').map(({ code }) => code);
  };
  expect(await codes()).toEqual([]);
  writeFileSync(join(site, 'content/postmortems/late/index.mdx'), `${read('late')}\n## Nothing at all\n`);
  expect(await codes()).toEqual(['text/empty-section']);
});

describe('from an export', () => {
  test('the folder has the day of the incident, and every key is kept at every depth', async () => {
    const source = {
      incident: {
        reference: 'INC-7',
        name: 'Search slow',
        incident_timestamp_values: [
          { incident_timestamp: { name: 'Impact started at' }, value: { value: '2026-03-02T10:00:00Z' } },
        ],
        incident_role_assignments: [
          { role: { name: 'Lead', summary: 'Kept' }, assignee: { name: 'Jo', title: 'Chief' } },
        ],
      },
    };
    writeFileSync(join(site, 'io.json'), JSON.stringify(source));
    const written = await newDraft('--from', join(site, 'io.json'));
    expect(written.out).toContain('content/postmortems/2026-03-02-search-slow/index.mdx');
    const { internal } = frontmatter('2026-03-02-search-slow');
    expect(internal).toMatchObject({
      imported: { incident_role_assignments: source.incident.incident_role_assignments, reference: 'INC-7' },
    });
  });

  const incident = {
    incident: {
      name: 'API down {now} @bob',
      severity: { name: 'SEV-1' },
      impact_started_at: '2026-05-01T10:00:00+02:00',
      resolved_at: 1_777_630_000,
      components: ['Checkout', 'Something else'],
      updates: [
        { created_at: '2026-05-01T09:00:00Z', body: 'Second <Internal> {x}\u0007' },
        { created_at: '2026-05-01T08:00:00Z', body: 'First, told by @jane' },
      ],
    },
  };

  test('known names become fields, everything stays for staff, and the draft is sound', async () => {
    removeFolder(join(site, 'content/postmortems/broken'));
    writeFileSync(join(site, 'incident.json'), JSON.stringify(incident));
    const written = await newDraft('--from', join(site, 'incident.json'), '--slug', 'api');
    expect(written).toMatchObject({ code: 0, error: '' });
    expect(frontmatter('api')).toMatchObject({
      title: 'API down {now} @bob',
      severity: 'sev1',
      times: { started: '2026-05-01T08:00:00Z', resolved: '2026-05-01T10:06:40Z' },
      impact: { services: [{ service: 'checkout' }] },
      timeline: [{ at: '2026-05-01T08:00:00Z' }, { at: '2026-05-01T09:00:00Z' }],
      internal: { imported: { components: ['Checkout', 'Something else'] } },
    });
    const { out } = await candor('check', '--site', site, '--format', 'json', '--edition', 'internal');
    expect(
      (JSON.parse(out) as { problems: { severity: string }[] }).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  test.each(['[1, 2]', 'not JSON', '"text"', 'null'])('%s is no incident', async (text) => {
    writeFileSync(join(site, 'incident.json'), text);
    const refused = await newDraft('--from', join(site, 'incident.json'));
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.error).toContain('is not the JSON of one incident');
  });
});

describe.skipIf(!hasTerminal)('on a terminal', () => {
  const args = () => ['new', '--site', site, '--slug', 'typed'];
  /** Answers the question that waits, each with the first of its texts that was not typed yet. */
  const answers = (typed: [question: string, texts: string[]][]) => (shown: string) => {
    const waiting = /◆ {2}([^◆]*)$/.exec(shown)?.[1];
    return waiting && (typed.find(([question]) => waiting.startsWith(question))?.[1].shift() ?? keys.enter);
  };

  test('nothing is said of what is left empty, and a severity is chosen', async () => {
    const { code, shown } = await onTerminal(
      args(),
      answers([
        ['What happened', [`Payouts were late${keys.enter}`]],
        ['How grave', [keys.enter, keys.down + keys.enter]],
      ]),
    );
    expect(shown).toContain('typed/index.mdx as PM-2026-012');
    expect(code).toBe(0);
    expect(frontmatter('typed')).toMatchObject({
      title: 'Payouts were late',
      severity: 'sev1',
      times: { started: 'unknown' },
      detection: { by: 'unknown' },
    });
  });

  test('who gives up is asked nothing more, and nothing is written', async () => {
    const { code, shown } = await onTerminal(
      args(),
      answers([
        ['What happened', [`Payouts were late${keys.enter}`]],
        ['How grave', [keys.stop]],
      ]),
    );
    expect(code).toBe(1);
    expect(shown).toContain('Nothing was written.');
    expect(shown).not.toContain('When did it begin');
    expect(readdirSync(join(site, 'content/postmortems'))).not.toContain('typed');
  });
});
