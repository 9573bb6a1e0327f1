/** An older Node in front, which hands over to the one that is installed with the repository. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeFolder, repository, temporaryFolder } from '../support/build.ts';

test.skipIf(process.platform === 'win32')('a signal for the older Node reaches the newer', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  const launcher = readFileSync(join(repository, 'bin/candor.mjs'), 'utf8');
  const old = launcher.replace('process.versions.node.split', "'20.0.0'.split");
  expect(old).not.toBe(launcher);
  writeFileSync(join(folder, 'bin/candor.mjs'), old);
  const newer = join(folder, 'node_modules/.bin/node');
  writeFileSync(newer, "#!/bin/sh\ntrap 'echo told; exit 3' TERM\necho ready $2\nwhile :; do sleep 0.05; done\n");
  chmodSync(newer, 0o755);
  const child = spawn(process.execPath, [join(folder, 'bin/candor.mjs'), 'dev'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said === 'ready dev\n') child.kill('SIGTERM');
  });
  const [code] = await once(child, 'close');
  expect([said, code]).toEqual(['ready dev\ntold\n', 3]);
  removeFolder(folder);
});
