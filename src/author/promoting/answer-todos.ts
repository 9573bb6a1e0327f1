/** Writes answers into a draft, and takes the questions away that they answer. */
import { isMap, parseDocument } from 'yaml';
import { postmortemSchema } from '../../shared/incident/postmortem-schema.ts';
import { findTodos, type OpenTodo } from './find-todos.ts';

export interface Answers {
  /** Values by their path, `times.started` or `timeline.3.kind`; `undefined` takes the key away. */
  set: { path: string; value: unknown }[];
  /** Which questions are answered. */
  isAnswered: (todo: OpenTodo) => boolean;
}

/** Keys of which one value is not the whole answer. */
const manifold = ['times', 'impact', 'timeline', 'internal'];

/** Whether a question is answered by values at these paths: one about times, impact or rows only where it is said to be. */
export function isAnsweredBy(paths: readonly string[]): (todo: OpenTodo) => boolean {
  const keys = new Set(paths.map((path) => path.split('.')[0]));
  return ({ key }) => keys.has(key) && !manifold.includes(key);
}

/** The whole file; or one sentence on the first answer that does not fit. Comments that are no question stay. */
export function answerTodos(mdx: string, { set, isAnswered }: Answers): { mdx: string } | { complaint: string } {
  const answered = findTodos(mdx).filter(isAnswered);
  const kept = mdx
    .split('\n')
    .filter((_, index) => !answered.some(({ line, lastLine }) => index + 1 >= line && index + 1 <= lastLine));
  const end = kept.indexOf('---', 1);
  const document = parseDocument(kept.slice(1, end).join('\n'), { schema: 'core', logLevel: 'silent' });
  if (kept[0] !== '---' || end < 0 || document.errors.length > 0 || !isMap(document.contents))
    return { complaint: 'The draft does not begin with YAML between two lines of `---`; `candor check` says where.' };
  for (const { path, value } of set) {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    if (value === undefined) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(value, { aliasDuplicateObjects: false }));
  }
  const issue = postmortemSchema.safeParse(document.toJS({ maxAliasCount: 0 })).error?.issues[0];
  if (issue !== undefined && set.length > 0) return { complaint: `${issue.path.join('.')}: ${issue.message}` };
  // Without an answer the text stays as it is laid out.
  const yaml = set.length === 0 ? kept.slice(1, end).join('\n') : document.toString({ lineWidth: 0 }).trimEnd();
  return { mdx: ['---', yaml, ...kept.slice(end)].join('\n') };
}
