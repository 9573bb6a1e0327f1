/** `candor announce` against a real SMTP server and a real HTTP receiver. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/build.ts';
import { key, mail, slack, useTelling, webhook } from '../../support/tell.ts';
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
  telling.http.answers['/chat/T0KEN'] = [302];
  telling.http.answers['/hook'] = [410];
  telling.smtp.answers.push(550);
  const { code, out, error } = await announce();
  expect(code).toBe(1);
  const all = `${out}${error}${readFileSync(at('told.json'), 'utf8')}`;
  for (const word of ['T0KEN', key, '127.0.0.1', 'customers@', 'a body nobody reads']) expect(all).not.toContain(word);
});
