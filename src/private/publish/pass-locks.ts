/** The second lock for every kind of authored text: what it shows is prepared, searched for private text, and scanned for secrets. */

import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { doubtsOnce } from '../../shared/redaction/private-text-problems.ts';
import { listResources } from '../markdown/list-resources.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { checkSecrets } from './check-secrets.ts';
import { maskProblems } from './mask-problems.ts';
import { prepareResources } from './prepare-resources.ts';
import type { PublicationContext } from './publication-context.ts';
import type { AuthoredStory } from './read-authored.ts';
import { locateShown, type ShownText } from './shown-texts.ts';
import type { TextReader } from './text-checks.ts';
import type { PostmortemSource } from './types.ts';

export interface LockOptions {
  /** Whose folder holds what the story shows. */
  source: PostmortemSource;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
  /** Its fields, which have been read. */
  texts?: TextReader;
  /** Whose times and services charts may show. */
  postmortem?: AssembledPostmortem | undefined;
}

export interface PassedLocks {
  /** Absent where the story could not be read. */
  resources?: Awaited<ReturnType<typeof prepareResources>>;
  problems: Problem[];
  /** All that becomes public, with its places; none in the internal edition. */
  shown: ShownText[];
}

/** In the internal edition nothing is searched. */
export async function passLocks(
  { file, story, locationAt }: AuthoredStory,
  options: LockOptions,
): Promise<PassedLocks> {
  const { source, context, findPrivateText, texts, postmortem } = options;
  const resources =
    story.tree &&
    (await prepareResources(listResources(story.tree), { source, context, postmortem, findPrivateText, locationAt }));
  const shown = [...(texts?.texts ?? []), ...story.texts, ...(resources?.texts ?? [])];
  const problems = [
    ...(texts?.problems ?? []),
    ...story.problems,
    ...(context.edition === 'public' ? await checkSecrets(shown, context.policy) : []),
    ...(resources?.problems ?? []),
  ];
  return {
    ...(resources ? { resources } : {}),
    problems,
    shown:
      context.edition === 'public' ? locateShown(shown, { file, withLocations: context.withLocations === true }) : [],
  };
}

/** The one exit: no problem that leaves quotes private text. */
export async function maskOutcome<Outcome extends { problems: Problem[] }>(
  outcome: Promise<Outcome>,
  findPrivateText: PrivateTextFinder,
): Promise<Outcome> {
  const made = await outcome;
  return { ...made, problems: doubtsOnce(maskProblems(made.problems, findPrivateText)) };
}
