/** Nothing is told before the site is there, and a machine that dies while it tells leaves behind what makes the next one careful. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { awaitDeployment } from '../../../src/author/announcing/await-deployment.ts';
import { openFeeds } from '../../../src/author/announcing/open-feed.ts';
import { siteYaml } from '../../support/site.ts';
import { slack, useTelling, webhook } from '../../support/tell.ts';
import { toldEntry, writeFeeds } from '../../support/told-site.ts';

const telling = useTelling();
const { at, announce, newest } = telling;

/** Serves this folder of the site, or answers with a page. */
let deployed: string | undefined;
let server: Server;
let url: string;
const asked: string[] = [];
beforeEach(async () => {
  deployed = 'old';
  asked.length = 0;
  server = createServer(({ url: path = '/' }, response) => {
    asked.push(path);
    try {
      if (deployed === undefined) response.end('<!doctype html>');
      else response.end(readFileSync(at(deployed, new URL(path, 'http://a').pathname)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => new Promise((done) => server.close(done)));

const lines: string[] = [];
async function waitFor(ids: string[], onPause: (pauses: number) => void, minutes = 1) {
  lines.length = 0;
  let pauses = 0;
  const wait = async () => onPause(++pauses);
  const after = await openFeeds(at('dist'), { folder: '/' });
  await awaitDeployment(new Set(ids), { after, url, minutes, wait, report: (line) => lines.push(line) });
  return pauses;
}

test('a site is looked at until it has what is new, each time past what caches keep', async () => {
  newest(`channels: [${slack}]\n`);
  const pauses = await waitFor([toldEntry(3).id], (number) => {
    if (number === 1) deployed = undefined;
    if (number === 2) deployed = 'none';
    if (number === 3) deployed = 'dist';
  });
  expect(pauses).toBe(3);
  expect(lines).toEqual([`Waiting until ${url} has what is new.`]);
  expect(new Set(asked).size).toBe(asked.length);
});

test('where nothing is new, nothing is looked at', async () => {
  newest(`channels: [${slack}]\n`);
  expect(await waitFor([], () => {})).toBe(0);
  expect(asked).toEqual([]);
});

test('a later site counts too, also where what is new has gone on into an archive', async () => {
  newest(`channels: [${slack}]\n`);
  const more = Array.from({ length: 120 }, (_, index) => toldEntry(index + 1));
  writeFeeds(at('later'), more);
  deployed = 'later';
  await expect(waitFor([toldEntry(3).id], () => {}, 0)).rejects.toThrow();
  writeFeeds(at('later'), more.slice(0, 60));
  expect(await waitFor([toldEntry(3).id], () => {})).toBe(0);
});

test('when the time is over nothing is told, and what waits is told by the next run', async () => {
  newest(`channels: [${slack}]\n`);
  writeFileSync(at('content', 'site.yaml'), siteYaml.replace('https://postmortems.example/', url));
  const { code, error } = await announce('--wait', '0');
  expect(code).toBe(1);
  expect(error).toContain('does not have what is new after 0 minutes, and nothing was told');
  expect(telling.http.received).toEqual([]);
  expect(telling.ledger()).toEqual({ chat: { [toldEntry(3).id]: 'waiting' } });
  // The feeds as they were deployed meanwhile know it by then.
  cpSync(at('dist'), at('old'), { recursive: true });
  expect(await announce('--wait', '0')).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(1);
});

test('a plan sends nothing, needs no secret, and says of all that is to be sent that it is under way', async () => {
  newest(`channels: [${slack}, ${webhook}]\n`);
  writeFileSync(at('told.json'), JSON.stringify({ version: 1, channels: { chat: { [toldEntry(2).id]: 'failed' } } }));
  const planned = await announce('--plan', at('planned.json'));
  expect(planned).toMatchObject({ code: 0, error: '' });
  expect(planned.out).toContain('3 messages are to be sent.');
  expect(telling.http.received).toEqual([]);
  expect(telling.ledger()).toEqual({
    chat: { [toldEntry(2).id]: 'failed', [toldEntry(3).id]: 'waiting' },
    partners: { [toldEntry(3).id]: 'waiting' },
  });
  expect(JSON.parse(readFileSync(at('planned.json'), 'utf8')).channels).toEqual({
    chat: { [toldEntry(2).id]: 'sending', [toldEntry(3).id]: 'sending' },
    partners: { [toldEntry(3).id]: 'sending' },
  });
});

test('the run behind a plan tells it all; where that dies, the next repeats nothing and names what it cannot know', async () => {
  newest(`channels: [${slack}, ${webhook}]\n`);
  await announce('--plan', at('planned.json'));
  expect(await announce()).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(2);
  // The machine died before it could keep what it told: the plan is what is left.
  cpSync(at('planned.json'), at('told.json'));
  cpSync(at('dist'), at('old'), { recursive: true });
  const entries = [1, 2, 3, 4].map((number) => toldEntry(number));
  writeFeeds(at('dist'), entries);
  await announce('--plan', at('planned.json'));
  const next = await announce();
  expect(next.code).toBe(1);
  for (const channel of ['chat', 'partners'])
    expect(next.error).toContain(`${channel}: it is not known whether ${toldEntry(3).id} was told`);
  const told = telling.http.received.map(({ path, body }) => [path, body.includes('Incident 4')]);
  expect(told.slice(2).sort()).toEqual([
    ['/chat/T0KEN', true],
    ['/hook', true],
  ]);
});

test('a plan without anything new leaves the ledger as it is', async () => {
  newest(`channels: [${slack}]\n`);
  expect((await announce()).code).toBe(0);
  const before = readFileSync(at('told.json'), 'utf8');
  expect((await announce('--plan', at('planned.json'))).code).toBe(0);
  expect(readFileSync(at('planned.json'), 'utf8')).toBe(before);
});

test('the first deployment of all is planned and told too', async () => {
  newest(`channels: [${slack}]\n`);
  mkdirSync(at('none'));
  expect(await announce('--before', at('none'), '--plan', at('planned.json'))).toMatchObject({ code: 0, error: '' });
  expect(await announce('--before', at('none'))).toMatchObject({ code: 0, error: '' });
  expect(telling.http.received).toHaveLength(3);
  expect((await announce('--before', at('none'))).error).toContain('the ledger says that some were told');
});
