/** What the internal edition shows beside the public facts. Never called for the public edition. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { InternalDetails } from '../../shared/incident/public-postmortem.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { sortByTime } from './assemble-postmortem.ts';
import type { PublicationContext } from './publication-context.ts';
import { readStoryAlone } from './read-authored.ts';
import { readMinutes } from './read-minutes.ts';
import { htmlOf, renderAuthored } from './render-authored.ts';
import type { TextReader } from './text-checks.ts';
import type { PostmortemSource } from './types.ts';

export interface DescribeOptions {
  document: YamlDocument;
  source: PostmortemSource;
  context: PublicationContext;
  texts: TextReader;
  /** Files for download that are internal. */
  attachments: InternalDetails['attachments'];
  findPrivateText: PrivateTextFinder;
}

export async function describeInternal(
  postmortem: Postmortem,
  options: DescribeOptions,
): Promise<{ internal: InternalDetails; problems: Problem[] }> {
  const { document, texts, context } = options;
  const minutes = await renderMinutes(postmortem, options);
  const rows = (postmortem.timeline ?? []).flatMap((row, index) =>
    row.internal ? [{ at: row.at, kind: row.kind, what: texts.prose(row.what, ['timeline', index, 'what']) }] : [],
  );
  return {
    problems: minutes.problems,
    internal: {
      state: postmortem.state,
      embargoed: false,
      responders: (postmortem.responders ?? []).flatMap(({ team, people }) =>
        people ? [{ team, people: people.map((handle) => nameOf(handle, context)) }] : [],
      ),
      attendees: (postmortem.review?.attendees ?? []).map((handle) => nameOf(handle, context)),
      ...(minutes.html === undefined ? {} : { minutes: minutes.html }),
      tickets: (postmortem.actions ?? []).flatMap(({ id, ticket }) => (ticket ? [{ action: id, ticket }] : [])),
      timeline: sortByTime(rows),
      attachments: options.attachments,
      internalServices: postmortem.impact.services
        .map(({ service }) => service)
        .filter((id) => context.services[id]?.internal),
      internalTags: (postmortem.tags ?? []).filter((tag) => context.policy.redaction.tags.includes(tag)),
      ...(postmortem.internal === undefined ? {} : { notes: document.sourceOf(['internal']) }),
    },
  };
}

function nameOf(handle: string, { policy }: PublicationContext): string {
  const { people } = policy;
  const person = Object.hasOwn(people, handle) ? people[handle] : undefined;
  return person ? `${person.name} (${person.role})` : handle;
}

async function renderMinutes(
  postmortem: Postmortem,
  options: DescribeOptions,
): Promise<{ html?: string; problems: Problem[] }> {
  const { text, file } = await readMinutes(postmortem, options);
  if (text === undefined) return { problems: [] };
  const { context, findPrivateText } = options;
  // Minutes may have frontmatter, and characters that no page may have.
  const { story } = readStoryAlone({ file, text }, { context, findPrivateText });
  if (!story.tree) return { problems: story.problems };
  const resources = { images: new Map(), charts: new Map() };
  const rendered = await renderAuthored(
    story.tree,
    resources,
    { ...context, withLines: false },
    { anchorPrefix: 'minutes-' },
  );
  return { html: htmlOf(rendered), problems: [] };
}
