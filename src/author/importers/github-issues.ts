/** Imports issues of GitHub as JSON, and with them the incidents of Upptime: what the API gives, comments within where added. */
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { Importer } from './importer.ts';
import { datedSlug } from './names.ts';
import { type Fields, listOf, parseJson, textIn, withoutKeys } from './read-json.ts';

/** One postmortem an issue; pull requests, which the API lists among issues, are left out. */
export const importGithubIssues: Importer = ({ text }, options) => {
  const data = parseJson(text);
  const items = Array.isArray(data) ? data : ((data as Fields | undefined)?.['items'] ?? data);
  return listOf(items)
    .filter((issue) => textIn(issue, 'title') !== undefined && issue['pull_request'] === undefined)
    .map((issue) => composeDraft(readIssue(issue), options));
};

function readIssue(issue: Fields): Parameters<typeof composeDraft>[0] {
  const labels = Array.isArray(issue['labels'])
    ? issue['labels'].flatMap((label: unknown) =>
        typeof label === 'string' ? label : (textIn((label ?? {}) as Fields, 'name') ?? []),
      )
    : [];
  const [opened, closed] = [textIn(issue, 'created_at'), textIn(issue, 'closed_at')];
  // Upptime's robot opens an issue with the label `status` when a site is down, and a label with the site's own name.
  const isUpptime = labels.includes('status') && /\b(?:is|was) down\b|degraded/i.test(textIn(issue, 'title') ?? '');
  const title = (textIn(issue, 'title') ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
  const comments = listOf(issue['comments']);
  return {
    id: `GH-${textIn(issue, 'number') ?? textIn(issue, 'id') ?? datedSlug(opened, title)}`,
    slug: datedSlug(opened, title),
    title,
    command: 'candor import github',
    times: { started: opened, firstLogged: opened, resolved: closed },
    ...(isUpptime ? { detectedBy: 'monitoring' as const } : {}),
    severity: labels.find((label) => /^(?:sev|severity|priority|p)[-_: ]?\d/i.test(label)),
    services: isUpptime ? labels.filter((label) => label !== 'status') : [],
    timeline: [
      { at: opened, text: 'Opened.' },
      ...comments.map((comment) => ({
        at: textIn(comment, 'created_at'),
        text: markdownOf(textIn(comment, 'body') ?? ''),
      })),
      ...(closed === undefined ? [] : [{ at: closed, text: 'Closed.' }]),
    ],
    story: markdownOf(textIn(issue, 'body') ?? ''),
    internal: withoutKeys(issue, ['body', 'title']),
    todos: [],
  };
}
