/** Pipes that close, and signals, as a shell sends them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listen } from '../../src/cli/serve.ts';
import { copyDemo, removeFolder, repository, temporaryFolder } from '../support/build.ts';

const bin = join(repository, 'bin', 'candor.mjs');

test.each([['--help'], ['check', '--format', 'json']])(
  '%s ends quietly where nobody reads any more',
  async (...words) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const [code] = await once(child, 'close');
    expect(errors).toBe('');
    expect(code).toBe(0);
  },
);

/** The demonstration with what a server keeps of it, so that each reads only what a test saves. */
const kept = copyDemo();
let site = kept;
let running: ChildProcess | undefined;
beforeAll(async () => {
  const { child } = await startDev();
  child.kill('SIGTERM');
  await once(child, 'exit');
});
beforeEach(() => {
  site = temporaryFolder();
  cpSync(kept, site, { recursive: true, preserveTimestamps: true });
});
afterEach(() => {
  running?.kill('SIGKILL');
  removeFolder(site);
});
afterAll(() => removeFolder(kept));

/** `candor dev`, once it serves, and its address. */
async function startDev() {
  const child = spawn(process.execPath, [bin, 'dev', '--site', site, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running = child;
  for await (const chunk of child.stdout) {
    const url = /Serving .* at (http:\S+)/.exec(String(chunk))?.[1];
    if (url) return { child, url };
  }
  throw new Error('It stopped.');
}

/** A setting changed makes everything anew, a story only itself. */
function save(file: string): void {
  appendFileSync(join(site, 'content', file), '\n# Saved.\n');
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('a server ends at %s, and ends well', async (signal) => {
  const { child } = await startDev();
  child.kill(signal);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test.each([
  ['site.yaml', 0],
  ['site.yaml', 60],
  ['site.yaml', 300],
  ['postmortems/2025-05-30-vat-rounding/index.mdx', 0],
  ['postmortems/2025-05-30-vat-rounding/index.mdx', 40],
])('dev ends well when %s was saved %i ms before', async (file, milliseconds) => {
  const { child, url } = await startDev();
  // A page that is open, and waits for a change.
  await (await fetch(url)).text();
  await fetch(`${url}candor-dev/events`);
  save(file);
  await setTimeout(milliseconds);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('a second signal ends a server at once', async () => {
  const { child } = await startDev();
  save('site.yaml');
  child.kill('SIGINT');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test.each(['dev', 'preview'])('%s says which port is in use, and ends', async (command) => {
  mkdirSync(join(site, 'dist'));
  writeFileSync(join(site, 'dist/candor.json'), '{"generator":"candor","edition":"public"}');
  const { url, close } = await listen((_, response) => void response.end(), 0);
  const { port } = new URL(url);
  const child = spawn(process.execPath, [bin, command, '--site', site, '--port', port]);
  running = child;
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(2);
  expect(errors).toContain(
    `Port ${port} is in use, perhaps by another \`candor dev\` or \`candor preview\`. Choose one with \`--port N\`.`,
  );
  expect(errors).not.toMatch(/EADDRINUSE|at Server/);
  close();
});
