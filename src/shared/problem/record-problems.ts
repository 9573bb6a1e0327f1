/** The facts of a postmortem and of all of them: times, states, references, agreements. */
import { error, warning } from './catalogue-entry.ts';

interface Pair {
  earlier: string;
  earlierAt: string;
  later: string;
  laterAt: string;
}

export const recordProblems = {
  // Times
  'times/out-of-order': error<Pair>(
    ({ earlier, earlierAt, later, laterAt }) => `\`${later}\` (${laterAt}) is before \`${earlier}\` (${earlierAt}).`,
    ({ earlierAt, later }) => `Set \`${later}\` to ${earlierAt} or later, or correct the other one.`,
  ),
  'times/outside-incident': error<{ key: string; at: string; from: string; to: string }>(
    ({ key, at, from, to }) => `\`${key}\` (${at}) is outside the incident, ${from} to ${to}.`,
    () => 'Correct the window, or the times of the incident.',
  ),
  'times/still-open': error(
    () => 'This window has no end, but `resolved` says that the incident is over.',
    () => 'Add `to` (write `unknown` if nobody knows it), or remove `resolved` until it is over.',
  ),
  'times/down-after-mitigated': error<{ until: string | undefined; mitigatedAt: string }>(
    ({ until, mitigatedAt }) =>
      `This window of \`down\` ${until === undefined ? 'has no end' : `ends at ${until}`}, but the incident was mitigated before that (${mitigatedAt}).`,
    () =>
      '`mitigated` is when the main impact ended. Correct one of the two, or end this window there and add a `degraded` one after it.',
  ),
  // The record as a whole
  'record/required-when-final': error<{ key: string; state: string }>(
    ({ key, state }) => `A ${state} postmortem needs \`${key}\`.`,
    ({ key }) => `Add \`${key}\`, or set \`state: draft\` until it is known.`,
  ),
  'record/unknown-severity': error<{ severity: string; known: string[]; nearest?: string | undefined }>(
    ({ severity }) => `\`${severity}\` is not a severity of this site.`,
    ({ known, nearest }) => `Use one of: ${known.join(', ')}.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`,
  ),
  'record/unknown-service': error<{ service: string; nearest?: string | undefined; isName: boolean }>(
    ({ service }) => `There is no service \`${service}\`.`,
    ({ nearest, service, isName }) => {
      if (nearest) return `Did you mean \`${nearest}\`?`;
      if (isName) return `Add \`content/services/${service}.yaml\`.`;
      return 'Use the name of a file in `content/services/`, without its ending.';
    },
  ),
  'record/unknown-person': error(
    () => 'A handle here is not in `content/people.yaml`.',
    () =>
      'Add the person with the role to show instead, or correct the handle. Write the name of a package or an account as `code`.',
  ),
  'record/unknown-related': error<{ id: string }>(
    ({ id }) => `No public postmortem has the id \`${id}\`.`,
    () => 'Correct the id, or remove it until that postmortem is public.',
  ),
  'record/duplicate': error<{ what: string; value: string }>(
    ({ what, value }) => `The ${what} \`${value}\` is already in use.`,
    ({ what }) => `Give each its own ${what}.`,
  ),
  'record/bad-slug': error(
    () => 'The name of this file or folder cannot be used in an address.',
    () =>
      'Use lower-case letters, digits and single hyphens, at most 100 characters. Reserved names are not allowed: `index`, `page`, and device names of Windows such as `con` and `com1`.',
  ),
  'record/reserved-page': error(
    () => 'Candor has a page of its own with this name.',
    () => 'Rename the file.',
  ),
  'record/action-state': error<{ id: string; state: string; key: string }>(
    ({ id, state, key }) => `Action \`${id}\` is ${state}, but \`${key}\` does not agree.`,
    ({ key, state }) => `Make \`${key}\` and \`state: ${state}\` agree.`,
  ),
  'record/not-moved': error<{ id: string; day: string }>(
    ({ id, day }) => `The due date of action \`${id}\` was moved from ${day} to ${day}.`,
    () => 'Set `from` to the earlier due date and `due` to the present one, or remove the row.',
  ),
  'record/missing-section': error<{ heading: string }>(
    ({ heading }) => `The story has no heading "${heading}", which this site requires.`,
    ({ heading }) => `Add \`## ${heading}\`.`,
  ),
  // Agreements
  'agreements/contradicted': error<{ service: string; kind: string; claimed: string; computed: string }>(
    ({ service, kind, claimed, computed }) =>
      `The ${kind} agreement of \`${service}\` is claimed to be ${claimed}, but the recorded facts of all postmortems give ${computed}.`,
    () => 'Correct the recorded times and windows, or the claim. `docs/agreements.md` explains the computation.',
  ),
  'agreements/known-now': warning<{ service: string; kind: string; claimed: string; computed: string }>(
    ({ service, kind, claimed, computed }) =>
      `The ${kind} agreement of \`${service}\` is claimed to be undecided (${claimed}), but the recorded facts now give ${computed}.`,
    ({ computed }) => `Write \`verdict: ${computed}\`, or remove the line.`,
  ),
  'agreements/none': error<{ service: string; kind: string }>(
    ({ service, kind }) => `No ${kind} agreement of \`${service}\` was in force for this incident and its severity.`,
    ({ service }) => `Remove the line, or correct the agreement in \`content/services/${service}.yaml\`.`,
  ),
};
