/** Settings of `candor announce`. None quotes a value of the environment. */
import { error } from './catalogue-entry.ts';

export const announceProblems = {
  'announce/unknown-id': error<{ kind: 'severity' | 'service'; known: readonly string[] }>(
    ({ kind }) => `This is no public ${kind} of the site, and no entry would be told.`,
    ({ known }) => (known.length > 0 ? `Use one of: ${known.join(', ')}.` : 'Remove the line.'),
  ),
  'announce/no-secret': error<{ name: string }>(
    ({ name }) => `The environment has no \`${name}\`.`,
    () => 'Set the variable where the command runs: in a workflow, from a secret of the repository.',
  ),
  'announce/bad-secret': error<{ name: string; reason: string }>(
    ({ name, reason }) => `What the environment has as \`${name}\` ${reason}`,
    () => 'Mend the value of the variable; it is not printed here.',
  ),
};
