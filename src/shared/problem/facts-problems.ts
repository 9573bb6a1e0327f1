/** Facts that disagree with each other, and promises that cannot be kept or checked. Owners configure all of these. */
import { error, hint, warning } from './catalogue-entry.ts';

export const factsProblems = {
  // Facts
  'facts/duration': error<{ words: string; computed: string[] }>(
    ({ words, computed }) => `The text says "${words}"; the recorded times give ${computed.join(', ')}.`,
    () => 'Correct the text or the times. Better still, leave durations out: the page computes them.',
  ),
  'facts/count': error<{ words: string; recorded: string }>(
    ({ words, recorded }) => `The text says "${words}"; \`impact\` records ${recorded}.`,
    () => 'Correct the text or the count.',
  ),
  'facts/timeline': warning<{ kind: string; at: string; key: string; keyAt: string; order: 'before' | 'after' }>(
    ({ kind, at, key, keyAt, order }) =>
      `This row of kind \`${kind}\` (${at}) is ${order} \`times.${key}\` (${keyAt}), which it explains.`,
    ({ key }) => `Correct its time, its kind, or \`times.${key}\`.`,
  ),
  'facts/unsorted': hint<{ key: string }>(
    ({ key }) => `The rows of \`${key}\` are not in chronological order.`,
    () => 'Sort them, or let `candor check --fix` do it; readers see them sorted.',
  ),
  'facts/partial-after-mitigated': warning<{ until: string | undefined; mitigatedAt: string }>(
    ({ until, mitigatedAt }) =>
      `This window of \`partial\` ${until === undefined ? 'has no end' : `ends at ${until}`}, but the incident was mitigated before that (${mitigatedAt}).`,
    () =>
      '`mitigated` is when the main impact ended. Correct one of the two, record what was left as `degraded`, or suppress this with a reason.',
  ),
  'facts/works-while-down': hint<{ at: string; service: string; until: string | undefined }>(
    ({ at, service, until }) =>
      `This row says that it worked again (${at}), but the window of \`down\` of \`${service}\` ${until === undefined ? 'has no end' : `lasts until ${until}`}.`,
    () =>
      'End the window when it worked again, and add another if it failed again; or record what was left as `partial` or `degraded`.',
  ),
  'facts/incomplete': warning<{ state: string; key: string; why: string }>(
    ({ state, key, why }) => `A ${state} postmortem without \`${key}\`: ${why}.`,
    ({ key }) => `Add \`${key}\`.`,
  ),
  'facts/before-service': warning<{ service: string; since: string; started: string }>(
    ({ service, since, started }) =>
      `The incident began on ${started}, but \`${service}\` has only been in service since ${since}: nothing before that counts.`,
    ({ service }) => `Correct \`times.started\`, or \`since\` in \`content/services/${service}.yaml\`.`,
  ),
  'facts/before-final': hint<{ keys: string[] }>(
    ({ keys }) => `Before this can be final it needs ${keys.map((key) => `\`${key}\``).join(', ')}.`,
    () => 'Write them while memories are fresh. A draft may still lack them.',
  ),
  'facts/open-todo': error<{ lines: number[] }>(
    ({ lines }) =>
      lines.length === 1
        ? 'A `# TODO` is left in the frontmatter.'
        : `${lines.length} \`# TODO\` comments are left in the frontmatter, on lines ${lines.join(', ')}.`,
    () => 'Do what each one asks for, or remove it if the value is already right.',
  ),
  'facts/passed-update': warning<{ day: string }>(
    ({ day }) => `The update promised by ${day} has not been published; the page says that it is late.`,
    () => 'Publish what you know now, or set `nextUpdateBy` to a new day and explain why in a revision.',
  ),
  'facts/leftover-update': warning(
    () => 'A final postmortem promises a next update with `nextUpdateBy`.',
    () => 'Remove `nextUpdateBy`. Record later changes as revisions.',
  ),
  // Detection
  'detection/no-observability': warning<{ why: string }>(
    ({ why }) => `${why}, and no action item is of kind \`observability\`.`,
    () => 'Add one that makes you notice it first next time, or suppress this and say why nothing can.',
  ),
  'detection/observability-late': warning<{ id: string; due: string; last: string }>(
    ({ id, due, last }) => `The work on observability (\`${id}\`, due ${due}) comes after the last fix (due ${last}).`,
    () => 'Observability ranks beside the fixes: make it due no later than the last of them.',
  ),
  'detection/unpublished': warning<{ by: string; service: string; deadline: string }>(
    ({ by, service, deadline }) =>
      `A ${by} reported this incident. By the publish agreement of \`${service}\` it was due on ${deadline}, and it is not published.`,
    () => 'Publish it, if necessary as preliminary.',
  ),
  // Action items
  'actions/due-too-early': warning<{ id: string; due: string; published: string }>(
    ({ id, due, published }) => `Action \`${id}\` is open and due ${due}, not after the publication on ${published}.`,
    () => 'Choose a day after the publication, or set `state: done` with `doneOn`.',
  ),
  'actions/due-too-late': warning<{ id: string; due: string; days: number; limit: number }>(
    ({ id, due, days, limit }) =>
      `Action \`${id}\` is due ${due}, ${days} days after the publication; this site allows ${limit}.`,
    () => 'Promise a first step that can be done by then.',
  ),
  'actions/no-verb': warning<{ word: string }>(
    ({ word }) => `The action begins with "${word}", which does not say what to do.`,
    () => 'Begin with a verb: "Alert when…", "Remove…".',
  ),
  'actions/weak-verb': warning<{ verb: string }>(
    ({ verb }) => `To "${verb.toLowerCase()}" is done as soon as it is begun.`,
    () =>
      'Say what will be different afterwards, with a figure or a result: "Cut … to …", "… and publish the decision".',
  ),
  'actions/several-promises': warning<{ words: string }>(
    ({ words }) => `This action item promises more than one thing ("${words}").`,
    () => 'Write an action item for each, with its own due date.',
  ),
  'actions/vague-done': warning<{ words: string }>(
    ({ words }) => `"${words}" cannot be checked by anyone else.`,
    () => 'Say what can be seen or counted when it is done: a drill passed, a number reached, a page removed.',
  ),
};
