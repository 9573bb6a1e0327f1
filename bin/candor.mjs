#!/usr/bin/env node
// Finds a Node that is new enough, before anything else is loaded. Written for any Node since 12.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
// The package holds JavaScript; the repository runs its TypeScript as it is.
const isRepository = existsSync(source);

if (major > 22 || (major === 22 && minor >= 18)) {
  // Compiled code is kept beside the compiled engine; where that cannot be, commands only start more slowly.
  if (isRepository && modules.enableCompileCache) {
    process.env.NODE_COMPILE_CACHE =
      process.env.NODE_COMPILE_CACHE || fileURLToPath(new URL('../.candor/code', import.meta.url));
    modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  }
  const main = isRepository
    ? new URL('../src/cli/main.ts', import.meta.url)
    : new URL('../lib/main.js', import.meta.url);
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
  if (existsSync(bundled) && !process.env.CANDOR_RELAUNCHED) {
    const env = { ...process.env, CANDOR_RELAUNCHED: '1' };
    let child;
    // Before there is a child: a signal that came between the two would leave it running.
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'])
      process.on(signal, () => {
        // A terminal sends this one to both.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    child = spawn(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env });
    child.on('error', (cause) => {
      console.error(cause.message);
      process.exitCode = 2;
    });
    child.on('exit', (code) => {
      process.exitCode = code === null ? 2 : code;
    });
  } else {
    console.error(`Candor needs Node 22.18 or later; this is ${process.versions.node}.`);
    console.error(
      isRepository
        ? 'Run `npm ci` in its folder, which brings Node 24 on Linux and Windows, or install a newer Node.'
        : 'Install a newer one from https://nodejs.org/.',
    );
    process.exitCode = 2;
  }
}
