/** Imports issues of GitHub as JSON, and with them the incidents of Upptime: what the API gives, comments within where added. */
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { ImportedIncident } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { datedSlug, toolId } from './names.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold } from './told.ts';

/** One postmortem an issue; pull requests, which the API lists among issues, are left out. */
export const importGithubIssues: Importer = ({ text }, options) => {
  const data = parseJson(text);
  const items = Array.isArray(data) ? data : ((data as Fields | undefined)?.['items'] ?? data);
  return listOf(items)
    .filter((issue) => textIn(issue, 'title') !== undefined && issue['pull_request'] === undefined)
    .map((issue) => composeDraft(readIssue(issue), options));
};

function readIssue(issue: Fields): ImportedIncident {
  const told = createTold();
  const labels = labelsOf(issue);
  const [opened, closed] = [textIn(issue, 'created_at'), textIn(issue, 'closed_at')];
  // Brackets belong to the title; a sign before it does not.
  const title = (told.take(issue, 'title') ?? '').replace(/^[^\p{L}\p{N}[(«“"']+/u, '');
  const body = textIn(issue, 'body') ?? '';
  const planned = labels.includes('maintenance') ? plannedOf(body) : undefined;
  // Upptime's robot opens an issue with the label `status` when a site is down, and a label with the site's own name.
  const isUpptime = labels.includes('status') && /\b(?:is|was) down\b|degraded/i.test(title);
  const start = planned?.start ?? opened;
  return {
    id: toolId('GH', textIn(issue, 'number') ?? textIn(issue, 'id'), datedSlug(start, title)),
    slug: datedSlug(start, title),
    title,
    command: 'candor import github',
    times: planned
      ? { started: start, resolved: planned.end ?? closed }
      : { started: opened, firstLogged: opened, resolved: closed },
    ...(isUpptime && { detectedBy: 'monitoring' as const }),
    severity: labels.find((label) => /^(?:sev|severity|priority|prio|p)[-_:/ ]*\d/i.test(label)),
    services: (planned ? planned.services : isUpptime ? labels.filter((label) => label !== 'status') : []).map(
      (name) => ({ name }),
    ),
    timeline: [
      { at: opened, text: 'Opened.' },
      ...listOf(issue['comments']).map((comment) => ({
        at: textIn(comment, 'created_at'),
        text: markdownOf(told.take(comment, 'body') ?? ''),
      })),
      ...(closed === undefined ? [] : [{ at: closed, text: 'Closed.' }]),
    ],
    story: markdownOf(told.take(issue, 'body') ?? ''),
    source: issue,
    internal: told.rest(issue),
    todos: planned ? [{ key: 'internal', text: 'This was planned maintenance; is it an incident?' }] : [],
  };
}

function labelsOf(issue: Fields): string[] {
  const labels: unknown[] = Array.isArray(issue['labels']) ? issue['labels'] : [];
  return labels.flatMap((label) =>
    typeof label === 'string' ? label : (textIn((label ?? {}) as Fields, 'name') ?? []),
  );
}

/** What Upptime keeps of a maintenance in a comment: `start:`, `end:`, `expectedDown:`. */
function plannedOf(
  body: string,
): { start?: string | undefined; end?: string | undefined; services: string[] } | undefined {
  const start = body.indexOf('<!--');
  const end = body.indexOf('-->', start);
  if (start < 0 || end < 0) return undefined;
  const entryOf = (key: string) =>
    new RegExp(`^[ \\t]*${key}[ \\t]*:[ \\t]*(\\S.*)$`, 'im').exec(body.slice(start + 4, end))?.[1]?.trim();
  const services = (entryOf('expected(?:Down|Degraded)') ?? '').split(',').map((name) => name.trim());
  return { start: entryOf('start'), end: entryOf('end'), services: services.filter((name) => name !== '') };
}
