/** Fills a template with what is known: the draft that an author goes on from. */
import { isMap, parseDocument } from 'yaml';
import { codeFence } from '../../shared/text/code-fence.ts';
import type { DraftAnswers } from './draft-answers.ts';

/** Why a template cannot be used, in words for the owner of the site. */
export class TemplateRefused extends Error {}

/**
 * The whole `index.mdx`. Keys of the template that nothing is said of stay as they are, comments too; its story is copied. Throws `TemplateRefused` for a template without frontmatter.
 */
export function writeDraft(template: string, id: string, answers: Partial<DraftAnswers>): string {
  const [, yaml, story] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(template.replace(/\r\n?/g, '\n')) ?? [];
  const document = parseDocument(yaml ?? '');
  if (yaml === undefined || document.errors.length > 0 || !isMap(document.contents))
    throw new TemplateRefused('The template does not begin with YAML between two lines of `---`.');
  const values: [string[], unknown][] = [
    [['id'], id],
    [['title'], answers.title],
    [['summary'], answers.summary],
    [['severity'], answers.severity],
    ...Object.entries(answers.times ?? {}).map(([key, at]): [string[], unknown] => [['times', key], at]),
    [['detection', 'by'], answers.detection?.by],
    [['detection', 'team'], answers.detection?.team],
    [['impact', 'services'], servicesOf(answers)],
    [['responders'], listOrNothing((answers.teams ?? []).map((team) => ({ team })))],
    [['timeline'], listOrNothing(answers.timeline ?? [])],
    [['internal'], answers.internal],
  ];
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const old = document.getIn(path, true) as { comment?: string | null } | undefined;
    const node = document.createNode(value, { aliasDuplicateObjects: false });
    if (path.at(-1) === 'services')
      node.commentBefore =
        answers.times?.started === undefined
          ? ' each with its windows: when, how far (down, partial, degraded), which share'
          : ' TODO narrow each window: when, how far (down, partial, degraded), which share; as written, all was down all the time';
    if (old?.comment) node.comment = old.comment;
    document.setIn(path, node);
  }
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd()}\n---\n${notesOf(answers)}${story}`;
}

/** An internal part before the story, between fences that no line of the notes can close: none of it is read as markup. */
function notesOf({ notes }: Partial<DraftAnswers>): string {
  if (notes === undefined) return '';
  return `\n<Internal>\n\n${codeFence(notes, 'text')}\n\n</Internal>\n`;
}

/** Each service with the whole incident as its window, for the author to narrow down. */
function servicesOf({ services = [], times = {} }: Partial<DraftAnswers>): unknown {
  const { started, resolved } = times;
  const windows =
    started === undefined
      ? []
      : [{ from: started, ...(resolved === undefined ? {} : { to: resolved }), level: 'down' }];
  return listOrNothing(services.map((service) => ({ service, windows })));
}

function listOrNothing<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
