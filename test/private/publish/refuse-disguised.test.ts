/** Private words in disguise are found, and ordinary public text is not. */
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { PolicyError } from '../../../src/shared/redaction/policy-matchers.ts';
import { policyOn } from '../../../src/shared/redaction/policy-schema.ts';
import { placesOf, policy, postmortem, publish } from '../../support/publish.ts';

const find = createFinder(policy, { ticketPrefixes: ['pay-', 'pm-'], internalNames: ['Ledger of clay', 'Search'] });

test.each([
  ['emphasis', 'Project Bas**il**isk'],
  ['emphasis within a name', '*M*ei __Chen__'],
  ['strikethrough', 'Mei ~~Ch~~en'],
  ['code', 'Project `Basilisk`'],
  ['a link', 'Project [Basi](/a)lisk'],
  ['a note between', 'Project[^a] Basilisk\n\n[^a]: b'],
  ['internal text between', 'Project Bas<Internal>x</Internal>ilisk'],
  ['a comment between', 'Project Bas{/* x */}ilisk'],
  ['an element', 'Project <kbd>Basi</kbd>lisk'],
  ['a line break', 'Project\nBasilisk'],
  ['a hard line break', 'Project  \nBasilisk'],
  ['a break element', 'Project<br />Basilisk'],
  ['entities', '&#77;ei&nbsp;Chen'],
  ['a soft hyphen', 'Basi&shy;lisk'.replace('Basi', 'Project Basi')],
  ['a soft hyphen itself', 'Project Basi\u00adlisk'],
  ['a zero-width space', 'Me&#8203;i Ch&#x200b;en'],
  ['a word joiner', 'Project&#8288; Basi&NoBreak;lisk'],
  ['a variation selector', 'Mei Che&#xfe0f;n'],
  ['full-width letters', 'Ｍｅｉ　Ｃｈｅｎ'],
  ['mathematical letters', '𝐌𝐞𝐢 𝐂𝐡𝐞𝐧'],
  ['small capitals of a ligature', 'Project Basilisk'.replace('k', 'ᵏ')],
  ['capitals', 'MEI CHEN'],
  ['capitals of one part', 'CHEN was told'.replace('was', 'soon')],
  ['other white space', 'Project\u2003Basilisk'],
  ['hyphens', 'project-basilisk-db-1'],
  ['underscores', 'the_project_basilisk_table'],
  ['dots', 'project.basilisk'],
  ['humps', 'newProjectBasiliskPlan'],
  ['nothing', 'projectbasilisk'],
  ['digits behind', 'project-basilisk2'],
  ['a host in full width', 'ｂｕｉｌｄ．ｃｏｒｐ．ｅｘａｍｐｌｅ．ｎｅｔ'],
  ['a host with a soft hyphen', 'build.corp.exa\u00admple.net'],
  ['an address in full-width digits', '１０.２０.３０.４０'],
  ['a token with a zero-width space', `ghp_${'a1B2c3&#8203;D4e5F6'.repeat(3)}`],
  ['a token in two weights', `ghp_a1**B2c3**${'D4e5F6a1B2c3'.repeat(3).slice(6)}`],
])('a private word is found through %s', async (_, body) => {
  const published = await publish(postmortem(body));
  expect(placesOf(published).join(' ')).toMatch(/1[67]:\d+ redaction\/private-text/);
  expect(published.postmortem).toBeUndefined();
});

test.each(['Me\u200bi Ch\u200ben', 'Project\u2060 Basi\u2060lisk', 'Mei Che\ufe0fn', 'Me\u200di Che\u{e0041}n'])(
  'a private word in %j is refused with the invisible characters in it, and found by itself',
  async (body) => {
    const published = await publish(postmortem(body));
    expect(placesOf(published).join(' ')).toContain('story/bad-character');
    expect(published.postmortem).toBeUndefined();
    expect(find(body)).not.toEqual([]);
  },
);

test.each([
  ['cells of a row', '| a | b |\n|---|---|\n| Project | Basilisk |', '18:3'],
  ['cells of a row, one of them empty', '| a | b | c |\n|---|---|---|\n| Mei | | Chen |', '18:3'],
  ['items of a list', '- Project\n- Basilisk', '16:3'],
  ['items of a numbered list with marks', '1. *Project*\n2. `Basilisk`', '16:5'],
])('a private word in neighbouring %s is found', async (_, body, place) => {
  const published = await publish(postmortem(body));
  expect(published.postmortem).toBeUndefined();
  expect(placesOf(published).join(' ')).toContain(`${place} redaction/private-text`);
});

test('numbers, hosts and addresses do not go on over cells', async () => {
  const cells = '| a | b |\n|---|---|\n| +1 415 | 555 0134 200 |\n| 10.20 | 30.40 |\n| build.corp | example.net |';
  expect((await publish(postmortem(cells.replace('build.corp', 'build')))).problems).toEqual([]);
});

test('accents neither hide a name nor are needed to find it', () => {
  const accented = createFinder({
    people: { jp: { name: 'José Łukasz', role: 'a', roles: {}, aliases: [], public: false } },
    redaction: policy.redaction,
  });
  for (const text of ['José Łukasz', 'Jose Lukasz', 'jose-lukasz', 'Jose\u0301 Łukasz', 'by Jose'])
    expect(accented(text), text).not.toEqual([]);
});

test('a span covers the private characters themselves', () => {
  const text = 'Then &#77;ei Ch\u200ben said';
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['&#77;ei Ch\u200ben']);
  const address = 'see /x?q=Mei%20Chen.';
  expect(find(address).map(({ start, end }) => address.slice(start, end))).toEqual(['Mei%20Chen']);
});

describe('ordinary public text is not private', () => {
  test.each([
    'Version 2.14.3 replaced 2.14.2; Node 24.21.0 and TLS 1.3 stayed.',
    'The file was read as UTF-8, hashed with SHA-256 and dated by ISO-8601.',
    'CVE-2026-12345 and GHSA-abcd-1234 were not involved.',
    'It began at 2026-03-14T09:12:00Z, 09:12:31.250+01:00, and ended on 14 March.',
    'Traffic came from 203.0.113.7, 198.51.100.0/24, 8.8.8.8 and 2001:db8::1.',
    'It listened on localhost:8080, 127.0.0.1 and http://localhost/health, ::1 too.',
    'See https://example.com/a?b=c, https://status.example.org and https://github.com/org/repo/pull/12.',
    'PM-2026-003 and PM-2025-011 are related.',
    'Refunds of €1,234.56, $99.99 and £10.00 went to 12,345 customers (33%).',
    'Ratio 1:10.5, 100 200 3000, 0.001, 3e8, 555-1234, 2026-2027.',
    'Contact help@example.org.',
    'We may, will and can; the patelet rose; mergers of chenille; a macbook; meiosis.',
    'Set `password: changeme1` or `password=********`; the secret: keep it simple.',
    'The bearer authentication-scheme-of-the-web is described in RFC 6750.',
    'The local time, an internal error, the corporate site, a private beta, intranet.',
    'It was searched: the search service answered. Clay ledgers.',
    'Kernel 6.1.0-13-amd64, Postgres 16.2, k8s v1.29.3-gke.1282000, x86_64.',
    '`SELECT * FROM orders WHERE id = 10` took 10.5 s; exit code 137; 10:31.',
    '100 % of €0, 50% off, 5%20 and %zz, &nope; \\u12, AT&T;',
  ])('%s', async (text) => {
    expect(find(text)).toEqual([]);
    const published = await publish(postmortem(text.replaceAll('{', '\\{')));
    expect(published.problems).toEqual([]);
  });
});

describe('the policy', () => {
  const until = (day: string) =>
    policyOn(
      {
        ...policy,
        redaction: { ...policy.redaction, allow: [{ text: 'Project Basilisk', because: 'a', until: day }] },
      },
      '2026-11-23',
    );

  test('lets allowed words stand until the exception ends', async () => {
    const text = postmortem('About Project Basilisk.');
    expect((await publish(text, { context: { policy: until('2026-11-23') } })).problems).toEqual([]);
    expect((await publish(text, { context: { policy: until('2026-11-22') } })).postmortem).toBeUndefined();
  });

  test('lets an allowed token stand', async () => {
    const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
    const allow = [{ text: token, because: 'a', until: '2099-01-01' }];
    const context = { policy: { ...policy, redaction: { ...policy.redaction, allow } } };
    expect((await publish(postmortem(`A \`${token}\`.`), { context })).problems).toEqual([]);
    expect((await publish(postmortem(`A \`${token.replace('a1', 'z9')}\`.`), { context })).postmortem).toBeUndefined();
  });

  test('does not let more stand than the exact words', () => {
    const allowing = createFinder(until('2027-01-01'));
    expect(allowing('Project Basilisk')).toEqual([]);
    expect(createFinder(policy)('nothelp@example.org')).toHaveLength(1);
  });

  test.each(['(', '(?=a)', '(a)\\1', 'a{100000}'])('refuses the pattern %s without printing it', (pattern) => {
    const patterns = [{ name: 'x', pattern, because: 'y' }];
    const create = () => createFinder({ people: {}, redaction: { ...policy.redaction, patterns } });
    expect(create).toThrow(PolicyError);
    expect(create).toThrow(/^pattern 1 of `redaction.yaml` is not a regular expression in RE2 syntax$/);
  });

  test.each(['(a+)+$', '(a|a)*b', '(x+x+)+y', '(.*)*c', '(?:a?){30}a{30}'])('is not stalled by %s', (pattern) => {
    const patterns = [{ name: 'x', pattern, because: 'y' }];
    const slow = createFinder({ people: {}, redaction: { ...policy.redaction, patterns } });
    const started = performance.now();
    slow(`${'a'.repeat(20_000)}!`);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
