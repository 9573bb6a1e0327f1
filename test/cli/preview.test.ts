/** `candor preview` and what sends its files, asked by clients that mean no good. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../../src/cli/serve.ts';
import { removeFolder, repository, temporaryFolder } from '../support/build.ts';
import { rawRequests, sendRaw } from '../support/raw-requests.ts';

let site = '';
let running: ChildProcess;
let port = 0;

beforeAll(async () => {
  site = temporaryFolder();
  const out = join(site, 'dist');
  mkdirSync(join(out, 'page'), { recursive: true });
  mkdirSync(join(site, 'private'));
  writeFileSync(join(site, 'private', 'note.txt'), 'CANARY-linked');
  writeFileSync(join(out, 'candor.json'), '{"generator":"candor","edition":"public"}');
  writeFileSync(join(out, 'page', 'index.html'), '<h1>A page</h1>');
  writeFileSync(join(out, '404.html'), '<h1>Not here</h1>');
  writeFileSync(join(out, 'empty.txt'), '');
  writeFileSync(join(out, 'closed.txt'), 'closed');
  chmodSync(join(out, 'closed.txt'), 0);
  symlinkSync(join(site, 'private'), join(out, 'folder'));
  symlinkSync(join(site, 'private', 'note.txt'), join(out, 'file.txt'));
  running = spawn(process.execPath, [join(repository, 'bin/candor.mjs'), 'preview', '--site', site, '--port', '0']);
  port = await new Promise((resolve, reject) => {
    running.stdout?.on('data', (chunk) => resolve(Number(/localhost:(\d+)/.exec(String(chunk))?.[1])));
    running.on('close', () => reject(new Error('It stopped.')));
  });
});

afterAll(() => {
  running.kill('SIGKILL');
  removeFolder(site);
});

const at = (path: string) => fetch(`http://localhost:${port}${path}`);

test('a page, an empty file and a folder without its slash are found', async () => {
  expect(await (await at('/page/')).text()).toBe('<h1>A page</h1>');
  expect((await at('/page')).url).toMatch(/\/page\/$/);
  const empty = await at('/empty.txt');
  expect([empty.status, empty.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
});

test.each(['/folder/note.txt', '/file.txt', '/folder/'])('%s leads through a link, and is not there', async (path) => {
  const answer = await at(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('CANARY');
});

test('every answer has the security policy of a built page', async () => {
  for (const path of ['/page/', '/nowhere/', '/%00']) {
    const { headers } = await at(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBe(null);
  }
});

test('another name of this machine is not answered', async () => {
  const status = await new Promise((resolve) =>
    request({ port, host: '127.0.0.1', path: '/page/', headers: { host: `elsewhere.example:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end(),
  );
  expect(status).toBe(421);
});

test('no request ends it', { timeout: 60_000 }, async () => {
  const requests = rawRequests(400, { seed: 7, host: `localhost:${port}` });
  for (let start = 0; start < requests.length; start += 20)
    await Promise.all(requests.slice(start, start + 20).map((bytes) => sendRaw(port, bytes)));
  expect(running.exitCode).toBe(null);
  expect(await (await at('/page/')).text()).toBe('<h1>A page</h1>');
});

test('a server goes on when what answers throws, before and in the midst of an answer', async () => {
  const { url, close } = await listen(async ({ path }, response) => {
    if (path === '/late') response.write('begun');
    if (path !== '/well') throw new Error('CANARY-cause');
    response.end('well');
  }, 0);
  const failed = await fetch(`${url}/early`);
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('CANARY');
  await expect(fetch(`${url}/late`).then((answer) => answer.text())).rejects.toThrow();
  expect(await (await fetch(`${url}/well`)).text()).toBe('well');
  close();
});

test('it listens on the loopback addresses alone', async () => {
  const { networkInterfaces } = await import('node:os');
  const others = Object.values(networkInterfaces()).flatMap((list) => list?.filter(({ internal }) => !internal) ?? []);
  for (const { address } of others.filter(({ family }) => family === 'IPv4'))
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
});
