/** `candor announce` against a real SMTP server and a real HTTP receiver. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/build.ts';
import { discord, key, mail, slack, teams, useTelling, webhook } from '../../support/tell.ts';
import { toldEntry, writeFeeds, writeToldSite } from '../../support/told-site.ts';

const telling = useTelling();
const { at, announce, newest } = telling;

test('what is new is told once in each channel, and a second run tells nothing', async () => {
  newest(`channels: [${webhook}, ${slack}, ${mail}]\n`);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received.map(({ path }) => path).sort()).toEqual(['/chat/T0KEN', '/hook']);
  expect(telling.smtp.received).toHaveLength(1);
  const again = await announce();
  expect(again).toMatchObject({ code: 0, error: '' });
  expect(again.out).toContain('0 messages were sent.');
  expect([telling.http.received.length, telling.smtp.received.length]).toEqual([2, 1]);
  expect(telling.ledger()).toEqual({
    chat: { [toldEntry(3).id]: 'told' },
    list: { [toldEntry(3).id]: 'told' },
    partners: { [toldEntry(3).id]: 'told' },
  });
});

test.each<[string, string]>([
  ['ordinary', 'Incident 3'],
  ['hostile', 'R&D\r\nBcc: x@example.org <!channel> @everyone <at>all</at> **b** `c` [l](https://b.example) 😀'],
  ['long', `${'Wort & <'.repeat(2000)}😀`],
])('each service takes the form of an entry with %s words', async (_, title) => {
  const facts = Array.from({ length: 40 }, () => ({ name: title, value: title }));
  newest(`channels: [${webhook}, ${slack}, ${teams}, ${discord}]\n`);
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3, { title, summary: title }, { facts })]);
  telling.http.answers['/teams'] = [202];
  telling.http.answers['/discord'] = [{ status: 429, headers: { 'retry-after': '0.5' } }];
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(telling.http.misfits).toEqual([]);
  expect(telling.http.received).toHaveLength(5);
});

test('a webhook is signed, and a try after 429 has the same id and a signature of its own', async () => {
  newest(`channels: [${webhook}]\n`);
  telling.http.answers['/hook'] = [{ status: 429, headers: { 'retry-after': '1' } }];
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(2);
  for (const { headers, body } of telling.http.received) {
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
  expect(new Set(telling.http.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

test('a channel that fails does not stop the others, is reported, and is told by the next run', async () => {
  newest(`channels: [${slack}, ${mail}]\n`);
  telling.http.answers['/chat/T0KEN'] = [403];
  const first = await announce();
  expect(first.code).toBe(1);
  expect(first.error).toMatch(/^chat: “Incident 3” was not told, for the answer was 403/);
  expect(telling.smtp.received).toHaveLength(1);
  // What was new then is known by now.
  writeFeeds(at('old'), [toldEntry(1), toldEntry(2), toldEntry(3)]);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(2);
  expect(telling.smtp.received).toHaveLength(1);
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
  const [first, second] = telling.smtp.received;
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
  telling.smtp.answers.push(...answers);
  const first = await announce();
  expect(first.code).toBe(1);
  expect(first.error).toContain(words);
  expect(telling.smtp.received.length + (answers[0] === 'break' ? 0 : 1)).toBe(seen);
});

test('what nobody knows is named, not repeated, and told again with --retry-unknown', async () => {
  newest(`channels: [${slack}]\n`);
  telling.http.answers['/chat/T0KEN'] = ['break'];
  expect((await announce()).error).toContain('it is not known whether “Incident 3” was told');
  const second = await announce();
  expect(second.error).toContain('--retry-unknown');
  expect(telling.http.received).toHaveLength(1);
  expect(await announce('--retry-unknown')).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(2);
  expect(telling.ledger()['chat']?.[toldEntry(3).id]).toBe('told');
});

test.each([500, 502, 504])(
  'where %d was answered nobody knows, except of a webhook, which is sent again',
  async (status) => {
    newest(`channels: [${slack}, ${webhook}]\n`);
    telling.http.answers['/chat/T0KEN'] = [status];
    telling.http.answers['/hook'] = [status];
    const { code, error } = await announce();
    expect([code, error]).toEqual([1, expect.stringContaining('chat: it is not known whether “Incident 3” was told')]);
    expect(telling.http.received.map(({ path }) => path).sort()).toEqual(['/chat/T0KEN', '/hook', '/hook']);
    expect(telling.ledger()).toMatchObject({ partners: { [toldEntry(3).id]: 'told' } });
  },
);

test('what was withdrawn before it was told is named once, and is new when it comes back', async () => {
  newest(`channels: [${slack}]\n`);
  telling.http.answers['/chat/T0KEN'] = [403];
  expect((await announce()).code).toBe(1);
  const states = () => Object.values(telling.ledger()['chat'] ?? {});
  expect(states()).toEqual(['failed']);
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2)]);
  expect((await announce('--dry-run')).error).toContain('public no more');
  expect((await announce()).error).toContain('public no more');
  expect(states()).toEqual([]);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3)]);
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(states()).toEqual(['told']);
});

test('what an earlier run was sending when it was killed is named with exit code 1, and not repeated', async () => {
  newest(`channels: [${webhook}]\n`);
  const state = { version: 1, channels: { partners: { [toldEntry(3).id]: 'sending', [toldEntry(2).id]: 'waiting' } } };
  writeFileSync(at('told.json'), JSON.stringify(state));
  const { code, error } = await announce();
  expect(code).toBe(1);
  expect(error).toContain(`it is not known whether ${toldEntry(3).id} was told`);
  expect(telling.http.received.map(({ body }) => JSON.parse(body).data.title)).toEqual(['Incident 2']);
});

test('a run that is killed between two deliveries tells nothing twice', async () => {
  writeToldSite(telling.site, `channels: [${webhook}]\n`);
  writeFeeds(at('old'), [toldEntry(1)]);
  writeFeeds(at('dist'), [toldEntry(1), toldEntry(2), toldEntry(3), toldEntry(4)]);
  telling.http.answers['/hook'] = [200, 'hang'];
  const args = [
    'announce',
    '--site',
    telling.site,
    '--before',
    at('old'),
    '--after',
    at('dist'),
    '--ledger',
    at('told.json'),
  ];
  const child = spawn(process.execPath, [join(repository, 'bin/candor.mjs'), ...args], {
    env: { ...process.env, HOOK_URL: `${telling.http.url}/hook`, HOOK_SECRET: `whsec_${key}` },
    stdio: 'ignore',
  });
  while (telling.http.received.length < 2) await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  const titles = () => telling.http.received.map(({ body }) => JSON.parse(body).data.title);
  const second = await announce();
  expect(second.code).toBe(1);
  expect(second.error).toContain(`it is not known whether ${toldEntry(3).id} was told`);
  expect(titles()).toEqual(['Incident 2', 'Incident 3', 'Incident 4']);
  expect(await announce('--retry-unknown')).toMatchObject({ code: 0, error: '' });
  expect(titles()).toEqual(['Incident 2', 'Incident 3', 'Incident 4', 'Incident 3']);
  const ids = telling.http.received.map(({ headers }) => headers['webhook-id']);
  expect(ids[3]).toBe(ids[1]);
});

test('channels choose by severity, service and kind of entry', async () => {
  const only = (rule: string) =>
    `{ name: ${rule.replace(/\W+/g, '-').replace(/^-|-$/g, '')}, kind: slack, url: { env: CHAT_URL }, only: ${rule} }`;
  writeToldSite(
    telling.site,
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
  expect(telling.http.received).toEqual([]);
  expect(existsSync(at('told.json'))).toBe(false);
});

test('no secret is in what is printed or written down, whatever the other side answers', async () => {
  newest(`channels: [${webhook}, ${slack}, ${mail}]\n`);
  telling.http.answers['/chat/T0KEN'] = [302];
  telling.http.answers['/hook'] = [410];
  telling.smtp.answers.push(550);
  const { code, out, error } = await announce();
  expect(code).toBe(1);
  const all = `${out}${error}${readFileSync(at('told.json'), 'utf8')}`;
  for (const word of ['T0KEN', key, '127.0.0.1', 'customers@', 'a body nobody reads']) expect(all).not.toContain(word);
});
