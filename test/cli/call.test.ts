import { expect, test } from 'vitest';
import { describeCall } from '../../src/cli/call.ts';

const npm = 'npm/11.0.0 node/v24.0.0 linux x64';

test.each([
  [{}, 'check --fix', 'candor check --fix'],
  [{ npm_command: 'exec', npm_config_user_agent: npm }, 'check --fix', 'npx candor check --fix'],
  [{ npm_command: 'exec', npm_lifecycle_event: 'npx', npm_config_user_agent: npm }, 'init', 'npx candor init'],
  [{ npm_command: 'run', npm_lifecycle_event: 'dev' }, 'check --fix', 'npm run check -- --fix'],
  [{ npm_command: 'run-script', npm_lifecycle_event: 'build' }, 'build', 'npm run build'],
  [{ npm_command: 'run', npm_lifecycle_event: 'check' }, 'new --help', 'npx candor new --help'],
  [{ npm_command: 'run', npm_lifecycle_event: 'candor' }, 'new --help', 'npm run candor -- new --help'],
  [
    { npm_command: 'run-script', npm_lifecycle_event: 'check', npm_config_user_agent: 'pnpm/11.0.0' },
    'build',
    'pnpm exec candor build',
  ],
  [{ npm_lifecycle_event: 'check', npm_config_user_agent: 'yarn/4.0.0' }, 'build', 'yarn candor build'],
])('called with %j, `%s` is typed as `%s`', (environment, words, typed) => {
  expect(describeCall(environment)(words)).toBe(typed);
});
