/** Settings of `candor announce`. None quotes a value of the environment. */
import { error } from './catalogue-entry.ts';

export const announceProblems = {
  'announce/unknown-id': error<{ kind: 'severity' | 'service'; known: readonly string[] }>(
    ({ kind }) => `The site has no public ${kind} with this id, so nothing would be announced.`,
    ({ known }) => (known.length > 0 ? `Use one of: ${known.join(', ')}.` : 'Remove the line.'),
  ),
  'announce/no-secret': error<{ name: string }>(
    ({ name }) => `The environment variable \`${name}\` is not set.`,
    () => 'Set it where the command runs; in a workflow, from a secret of the repository.',
  ),
  'announce/bad-secret': error<{ name: string; reason: string }>(
    ({ name, reason }) => `The environment variable \`${name}\` ${reason}`,
    () => 'Correct the value of the variable. It is not printed here.',
  ),
};
