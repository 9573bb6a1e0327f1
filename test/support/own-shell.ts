/** A shell as an owner has it, for what is tried outside of this repository. */
import { execFile, execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { promisify } from 'node:util';

/** A shell of somebody who is not in a script of npm. */
export function ownEnvironment(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?!config_(?:cafile|registry))|CANDOR_|NODE_(?!EXTRA_CA)|VITEST|CI$)/i.test(name),
  );
  const person = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'A'],
    [`GIT_${role}_EMAIL`, 'a@example.org'],
  ]);
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(person),
    HOME: homedir(),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/** Runs a line of `sh`, and returns what it printed. Throws when it fails. */
export function type(command: string, cwd: string, given: Record<string, string> = {}): string {
  return execFileSync('sh', ['-c', command], {
    cwd,
    env: { ...ownEnvironment(), ...given },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same while this process answers requests. */
export async function typeAsync(command: string, cwd: string, given: Record<string, string> = {}): Promise<string> {
  const env = { ...ownEnvironment(), ...given };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd, env, encoding: 'utf8' });
  return stdout;
}
