/** `candor announce` against a real SMTP server and a real HTTP receiver. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/main.ts';
import { removeFolder, repository, temporaryFolder } from '../../support/build.ts';
import { type HttpReceiver, receiveHttp, receiveMail, type SmtpReceiver } from '../../support/receivers.ts';
import { siteYaml } from '../../support/site.ts';
import { toldEntry, writeFeeds, writeToldSite } from '../../support/told-site.ts';

const key = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
const webhook = '{ name: partners, kind: webhook, url: { env: HOOK_URL }, secret: { env: HOOK_SECRET } }';
const slack = '{ name: chat, kind: slack, url: { env: CHAT_URL } }';
const mail =
  '{ name: list, kind: email, smtp: { env: SMTP_URL }, from: postmortems@example.org, to: [customers@example.org] }';

let site = '';
let http: HttpReceiver;
let smtp: SmtpReceiver;

beforeEach(async () => {
  site = temporaryFolder();
  http = await receiveHttp();
  smtp = await receiveMail();
});
afterEach(async () => {
  removeFolder(site);
  await http.close();
  await smtp.close();
});

const quiet = { out() {}, error() {}, progress() {} };
const at = (...path: string[]) => join(site, ...path);
const ledger = () => JSON.parse(readFileSync(at('told.json'), 'utf8')).channels;

async function announce(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const console = {
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
    progress() {},
  };
  const all = ['announce', '--site', site, '--before', at('old'), '--after', at('dist'), '--ledger', at('told.json')];
  const environment = {
    HOOK_URL: `${http.url}/hook`,
    HOOK_SECRET: `whsec_${key}`,
    CHAT_URL: `${http.url}/chat/T0KEN`,
    SMTP_URL: smtp.url,
  };
  const code = await run([...all, ...args], console, environment);
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** A site with three entries of which the last is new. */
function newest(announceYaml: string, changes: Parameters<typeof toldEntry>[1] = {}) {
  writeToldSite(site, announceYaml);
  writeFeeds(at('old'), [toldEntry(1), toldEntry(2)]);
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3, changes)]);
}

test('what is new is told once in each channel, and a second run tells nothing', async () => {
  newest(`channels: [${webhook}, ${slack}, ${mail}]\n`);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(http.received.map(({ path }) => path).sort()).toEqual(['/chat/T0KEN', '/hook']);
  expect(smtp.received).toHaveLength(1);
  const again = await announce();
  expect(again).toMatchObject({ code: 0, error: '' });
  expect(again.out).toContain('0 messages were sent.');
  expect([http.received.length, smtp.received.length]).toEqual([2, 1]);
  expect(ledger()).toEqual({
    chat: { [toldEntry(3).id]: 'told' },
    list: { [toldEntry(3).id]: 'told' },
    partners: { [toldEntry(3).id]: 'told' },
  });
});

test('a webhook is signed, and a try after 429 has the same id and a signature of its own', async () => {
  newest(`channels: [${webhook}]\n`);
  http.answers['/hook'] = [{ status: 429, headers: { 'retry-after': '1' } }];
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(http.received).toHaveLength(2);
  for (const { headers, body } of http.received) {
    const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = headers;
    const expected = createHmac('sha256', Buffer.from(key, 'base64'))
      .update(`${id}.${seconds}.${body}`)
      .digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      type: 'postmortem.published',
      data: { id: toldEntry(3).id, severity: 'sev1' },
    });
  }
  expect(new Set(http.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a channel that fails does not stop the others, is reported, and is told by the next run', async () => {
  newest(`channels: [${slack}, ${mail}]\n`);
  http.answers['/chat/T0KEN'] = [403];
  const first = await announce();
  expect(first.code).toBe(1);
  expect(first.error).toMatch(/^chat: “Incident 3” was not told, for the answer was 403/);
  expect(smtp.received).toHaveLength(1);
  // What was new then is known by now.
  writeFeeds(at('old'), [toldEntry(1), toldEntry(2), toldEntry(3)]);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(http.received).toHaveLength(2);
  expect(smtp.received).toHaveLength(1);
});

test('a mail has text, HTML, a stable id and the headers of a list; several recipients do not see each other', async () => {
  const list = mail
    .replace('[customers@example.org]', '[a@example.org, b@example.org]')
    .replace(/ \}$/, ', unsubscribe: "https://lists.example.org/leave?a=1", oneClick: true }');
  newest(`channels: [${list}]\n`);
  const revision = toldEntry(
    4,
    { id: `${toldEntry(3).id}/revision/x`, title: 'Correction: Incident 3' },
    {
      kind: 'revised',
      postmortem: toldEntry(3)._candor.postmortem,
    },
  );
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3), revision]);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  const [first, second] = smtp.received;
  expect(first?.to).toEqual(['a@example.org', 'b@example.org']);
  const content = first?.content ?? '';
  for (const part of [
    'text/plain',
    'text/html',
    'Auto-Submitted: auto-generated',
    'List-Unsubscribe: <https://lists.example.org/leave?a=1>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Subject: Incident 3',
    'Summary 3.',
  ])
    expect(content).toContain(part);
  expect(content).not.toMatch(/[ab]@example\.org/);
  const [, id] = /^Message-ID: (<[0-9a-f]+@example\.org>)/im.exec(content) ?? [];
  expect(id).toBeTruthy();
  expect(second?.content).toContain('Subject: Incident 3');
  expect(second?.content).toContain('Correction: Incident 3');
  expect(second?.content).toContain(`References: ${id}`);
});

test.each([
  ['refused for good', [550], 'the mail server answered 550', 1],
  ['cut off while it was under way', ['break'], 'it is not known whether “Incident 3” was told', 1],
] as const)('a mail that is %s is not sent again by itself', async (_, answers, words, seen) => {
  newest(`channels: [${mail}]\n`);
  smtp.answers.push(...answers);
  const first = await announce();
  expect(first.code).toBe(1);
  expect(first.error).toContain(words);
  expect(smtp.received.length + (answers[0] === 'break' ? 0 : 1)).toBe(seen);
});

test('what nobody knows is named, not repeated, and told again with --retry-unknown', async () => {
  newest(`channels: [${slack}]\n`);
  http.answers['/chat/T0KEN'] = ['break'];
  expect((await announce()).error).toContain('it is not known whether “Incident 3” was told');
  const second = await announce();
  expect(second.error).toContain('--retry-unknown');
  expect(http.received).toHaveLength(1);
  expect(await announce('--retry-unknown')).toMatchObject({ code: 0, error: '' });
  expect(http.received).toHaveLength(2);
  expect(ledger().chat[toldEntry(3).id]).toBe('told');
});

test('what an earlier run was sending when it was killed is named with exit code 1, and not repeated', async () => {
  newest(`channels: [${webhook}]\n`);
  const state = { version: 1, channels: { partners: { [toldEntry(3).id]: 'sending', [toldEntry(2).id]: 'waiting' } } };
  writeFileSync(at('told.json'), JSON.stringify(state));
  const { code, error } = await announce();
  expect(code).toBe(1);
  expect(error).toContain(`it is not known whether ${toldEntry(3).id} was told`);
  expect(http.received.map(({ body }) => JSON.parse(body).data.title)).toEqual(['Incident 2']);
});

test('a run that is killed between two deliveries tells nothing twice', async () => {
  writeToldSite(site, `channels: [${webhook}]\n`);
  writeFeeds(at('old'), [toldEntry(1)]);
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3), toldEntry(4)]);
  http.answers['/hook'] = [200, 'hang'];
  const args = ['announce', '--site', site, '--before', at('old'), '--after', at('dist'), '--ledger', at('told.json')];
  const child = spawn(process.execPath, [join(repository, 'bin/candor.mjs'), ...args], {
    env: { ...process.env, HOOK_URL: `${http.url}/hook`, HOOK_SECRET: `whsec_${key}` },
    stdio: 'ignore',
  });
  while (http.received.length < 2) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  const titles = () => http.received.map(({ body }) => JSON.parse(body).data.title);
  const second = await announce();
  expect(second.code).toBe(1);
  expect(second.error).toContain(`it is not known whether ${toldEntry(3).id} was told`);
  expect(titles()).toEqual(['Incident 2', 'Incident 3', 'Incident 4']);
  expect(await announce('--retry-unknown')).toMatchObject({ code: 0, error: '' });
  expect(titles()).toEqual(['Incident 2', 'Incident 3', 'Incident 4', 'Incident 3']);
  const ids = http.received.map(({ headers }) => headers['webhook-id']);
  expect(ids[3]).toBe(ids[1]);
});

test('channels choose by severity, service and kind of entry', async () => {
  const only = (rule: string) =>
    `{ name: ${rule.replace(/\W+/g, '-').replace(/^-|-$/g, '')}, kind: slack, url: { env: CHAT_URL }, only: ${rule} }`;
  writeToldSite(
    site,
    `channels:\n${['{ severities: [sev1] }', '{ services: [checkout] }', '{ entries: [kept, moved] }'].map((rule) => `  - ${only(rule)}\n`).join('')}`,
  );
  writeFeeds(at('old'), [toldEntry(1)]);
  writeFeeds(
    at('dist'),
    [toldEntry(1), toldEntry(2, {}, { severity: 'sev2' }), toldEntry(3, {}, { services: ['other'] })],
    [toldEntry(4, { id: 'tag:a,b:c/action/A1/done/x' }, { kind: 'kept', severity: 'sev2', services: [] })],
  );
  const { code, out } = await announce('--dry-run');
  expect(code).toBe(0);
  const told = [...out.matchAll(/^(\S+) \(slack\): “(.*)”$/gm)].map(([, name, title]) => `${name} ${title}`);
  expect(told).toEqual(['severities-sev1 Incident 3', 'services-checkout Incident 2', 'entries-kept-moved Incident 4']);
  expect(http.received).toEqual([]);
  expect(existsSync(at('told.json'))).toBe(false);
});

describe('history', () => {
  test.each(['an empty feed', 'an empty file', 'an empty folder', 'an address that answers 404'])(
    '%s: everything is new',
    async (kind) => {
      newest(`channels: [${slack}]\n`);
      mkdirSync(at('none'));
      writeFileSync(at('empty.json'), '');
      writeFileSync(at('feed.json'), '{"items":[]}');
      http.answers['/site/updates/feed.json'] = [404];
      http.answers['/site/promises/feed.json'] = [404];
      const place = {
        'an empty feed': at('feed.json'),
        'an empty file': at('empty.json'),
        'an empty folder': at('none'),
        'an address that answers 404': `${http.url}/site/`,
      }[kind];
      const { out } = await announce('--before', place ?? '', '--dry-run');
      expect(out).toContain('3 entries are new.');
    },
  );

  test('a feed of another site, a lost history and too many new entries tell nothing', async () => {
    newest(`channels: [${slack}]\n`);
    writeFeeds(at('other'), [toldEntry(1, { id: 'tag:other.example,2024-01-01:PM-1' })]);
    expect(await announce('--before', at('other'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('no entry in common'),
    });
    expect(await announce('--most', '0')).toMatchObject({ code: 1, error: expect.stringContaining('--most 1') });
    expect((await announce()).code).toBe(0);
    mkdirSync(at('none'));
    expect(await announce('--before', at('none'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('the ledger says'),
    });
    expect(http.received).toHaveLength(1);
  });

  test('of 10,000 entries with a new one, only the newest documents are read', async () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => toldEntry(index + 1));
    writeToldSite(site, `channels: [${slack}]\n`);
    writeFeeds(at('old'), entries.slice(0, -1));
    writeFeeds(at('dist'), entries);
    // Whatever reads these stumbles.
    for (const folder of ['old', 'dist'])
      for (let number = 1; number <= 198; number += 1)
        writeFileSync(at(folder, 'updates', `feed-${number}.json`), 'no JSON');
    const { out } = await announce('--dry-run');
    expect(out).toContain('1 entry is new.');
    expect(out).toContain('Incident 10000');
  });

  test('an entry of long ago is found too, and a feed that moved pages tells nothing', async () => {
    const entries = Array.from({ length: 240 }, (_, index) => toldEntry(index + 1));
    writeToldSite(site, `channels: [${slack}]\n`);
    writeFeeds(
      at('old'),
      entries.filter((_, index) => index !== 20),
    );
    writeFeeds(at('dist'), entries);
    expect((await announce('--dry-run')).out).toMatch(/1 entry is new[\s\S]*“Incident 21”/);
    writeFeeds(at('old'), entries);
    expect((await announce('--dry-run')).out).toContain('No entry is new.');
  });

  test('the feeds of the deployed site are saved with their newest archives, and nothing where there is no site', async () => {
    const entries = Array.from({ length: 120 }, (_, index) => toldEntry(index + 1));
    newest(`channels: [${slack}]\n`);
    writeFileSync(at('content/site.yaml'), siteYaml.replace('https://postmortems.example/', `${http.url}/site/`));
    writeFeeds(at('deployed'), entries.slice(0, -1));
    writeFeeds(at('dist'), entries);
    const save = (folder: string) => run(['announce', '--site', site, '--save', at(folder)], quiet, {});
    const paths = ['updates/feed.json', 'updates/feed-2.json', 'promises/feed.json'];
    for (const path of paths)
      http.answers[`/site/${path}`] = [{ status: 200, body: readFileSync(at('deployed', path), 'utf8') }, 404];
    expect(await save('saved')).toBe(0);
    expect(http.received.map(({ path }) => path)).toEqual(paths.map((path) => `/site/${path}`));
    expect((await announce('--before', at('saved'), '--dry-run')).out).toMatch(/1 entry is new[\s\S]*“Incident 120”/);
    expect(await save('empty')).toBe(0);
    expect(readdirSync(at('empty'))).toEqual([]);
  });

  test('a changed title, text or slug is nothing new', async () => {
    newest(`channels: [${slack}]\n`);
    const moved = toldEntry(2, { title: 'Renamed', url: 'https://postmortems.example/postmortems/renamed/' });
    writeFeeds(at('dist'), [toldEntry(1), moved]);
    expect((await announce('--dry-run')).out).toContain('No entry is new.');
  });
});

test('all mistakes of announce.yaml are said at once, with their lines, and none of its values', async () => {
  newest(`channels:
  - { name: partners, kind: webhook, url: https://hooks.example/CANARY-inline, secret: { env: HOOK_SECRET } }
  - { name: CANARY name, kind: slack, url: { env: CHAT_URL } }
  - { name: b, kind: slack, url: { env: CHAT_URL }, onyl: { services: [checkout] }, CANARY-key: 1 }
  - { name: b, kind: telegram }
`);
  const { code, error } = await announce();
  expect(code).toBe(1);
  expect(error).toContain('content/announce.yaml:2:43');
  expect(error).toContain('Write `{ env: NAME }`');
  for (const words of ['announce.yaml:3:', 'announce.yaml:4:', 'Did you mean `only`', 'announce.yaml:5:'])
    expect(error).toContain(words);
  expect(error).not.toContain('CANARY');
});

test('ids that the site does not have and secrets that are missing or wrong are said, and no value', async () => {
  newest(`channels:
  - ${webhook.replace('HOOK_URL', 'NO_SUCH').replace(/ \}$/, ', only: { severities: [CANARY-sev] } }')}
  - ${webhook.replace('partners', 'b').replace('{ env: HOOK_SECRET }', '{ env: CHAT_URL }')}
`);
  const { code, error } = await announce();
  expect(code).toBe(1);
  for (const part of [
    'announce/unknown-id',
    'Use one of: sev1.',
    'announce/no-secret',
    '`NO_SUCH`',
    'announce/bad-secret',
    'whsec_',
  ])
    expect(error).toContain(part);
  expect(error).not.toMatch(/CANARY|T0KEN/);
});

test('no secret is in what is printed or written down, whatever the other side answers', async () => {
  newest(`channels: [${webhook}, ${slack}, ${mail}]\n`);
  http.answers['/chat/T0KEN'] = [302];
  http.answers['/hook'] = [410];
  smtp.answers.push(550);
  const { code, out, error } = await announce();
  expect(code).toBe(1);
  const all = `${out}${error}${readFileSync(at('told.json'), 'utf8')}`;
  for (const word of ['T0KEN', key, '127.0.0.1', 'customers@', 'a body nobody reads']) expect(all).not.toContain(word);
});

describe('words to copy', () => {
  const print = async (...args: string[]) => {
    const [out, error]: [string[], string[]] = [[], []];
    const console = {
      out: (text: string) => void out.push(text),
      error: (text: string) => void error.push(text),
      progress() {},
    };
    const code = await run(['announce', ...args, '--print', '--site', site], console, {});
    return { code, out: out.join('\n'), error: error.join('\n') };
  };

  test('are for a mail, a chat and a status page, from the same facts, and call nobody', async () => {
    newest(`channels: [${slack}]\n`, { title: 'Down, @everyone <!channel>' });
    const { code, out } = await print('incident-3');
    expect(code).toBe(0);
    const [mail = '', chat = '', page = ''] = out.split(/^=== .* ===$/m).slice(1);
    expect(mail).toContain('Subject: Down, @everyone <!channel>');
    for (const part of [mail, chat, page])
      for (const words of ['Summary 3.', 'Severity: Severity 1', '/postmortems/incident-3/'])
        expect(part).toContain(words);
    expect(chat).not.toMatch(/@everyone|<!channel/);
  });

  test('are in a language of the site', async () => {
    newest(`channels: [${slack}]\n`);
    writeFileSync(at('content/site.yaml'), `${readFileSync(at('content/site.yaml'), 'utf8')}translations: { de: }\n`);
    writeFeeds(at('dist/de'), [toldEntry(3, { title: 'Vorfall 3' })]);
    expect((await print('incident-3', '--lang', 'de')).out).toContain('Subject: Vorfall 3');
    expect(await print('incident-3', '--lang', 'fr')).toMatchObject({
      code: 1,
      error: expect.stringContaining('en, de'),
    });
    expect(await print('incident-9')).toMatchObject({ code: 1, error: expect.stringContaining('`incident-9`') });
    expect((await print()).code).toBe(2);
  });
});
