/** How Candor was called, so that hints can be typed as they are printed. */

/** `check --fix` as it has to be typed. */
export type Call = (words: string) => string;

type Environment = Readonly<Record<string, string | undefined>>;

/** Scripts that an owner's repository has for commands of the same name. */
const scripts = ['dev', 'check', 'build', 'preview'];

/** From what npm, pnpm and yarn tell the processes that they start. */
export function describeCall(environment: Environment): Call {
  const { npm_command: command, npm_lifecycle_event: script, npm_config_user_agent: agent = '' } = environment;
  if (agent.startsWith('pnpm/')) return (words) => `pnpm exec candor ${words}`;
  if (agent.startsWith('yarn/')) return (words) => `yarn candor ${words}`;
  if (command === 'exec') return (words) => `npx candor ${words}`;
  if (script === undefined) return (words) => `candor ${words}`;
  if (script === 'candor') return (words) => `npm run candor -- ${words}`;
  return (words) => {
    const [name = '', ...rest] = words.split(' ');
    if (!scripts.includes(name)) return `npx candor ${words}`;
    return ['npm run', name, ...(rest.length > 0 ? ['--', ...rest] : [])].join(' ');
  };
}
