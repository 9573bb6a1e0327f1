/** Brings a draft into another state. */
import { postmortemStates, publicStates } from '../../shared/incident/postmortem-schema.ts';
import { answerTodos } from './answer-todos.ts';
import { findTodos } from './find-todos.ts';

/** Out of a draft: nothing is left to do, and what only the import's comments say is gone. */
export function enterState(
  mdx: string,
  { state, publishedAt, now }: { state: string; publishedAt: string | undefined; now: string },
): { mdx: string } | { complaint: string } {
  if (!(postmortemStates as readonly string[]).includes(state))
    return { complaint: `--state takes one of: ${postmortemStates.join(', ')}.` };
  const isPublic = (publicStates as readonly string[]).includes(state);
  const left = findTodos(mdx);
  if (isPublic && left.length > 0)
    return {
      complaint: `${left.length} to-dos are left, on lines ${left.map(({ line }) => line).join(', ')}; nothing was written.`,
    };
  const hasDay = /^publishedAt:/m.test(mdx);
  return answerTodos(isPublic ? withoutNotes(mdx) : mdx, {
    set: [
      { path: 'state', value: state },
      ...(publishedAt !== undefined || (isPublic && !hasDay)
        ? [{ path: 'publishedAt', value: publishedAt ?? now }]
        : []),
    ],
    isAnswered: () => false,
  });
}

/** The source's own words for what fields say were for comparing. */
function withoutNotes(mdx: string): string {
  return mdx.replace(/^# The source's own words for what fields say: .*\n/m, '');
}
