/** Pipes that close, and signals, as a shell sends them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyDemo, removeFolder, repository } from '../support/build.ts';

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

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('a server ends at %s, and ends well', async (signal) => {
  const site = copyDemo();
  const child = spawn(process.execPath, [bin, 'dev', '--site', site, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const chunk of child.stdout) if (String(chunk).includes('Serving')) break;
  child.kill(signal);
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  removeFolder(site);
});
