/** A document as it is read: without frontmatter, tags of HTML, and characters that no postmortem may hold. */
import { cleanText } from './clean-text.ts';
import { splitFront } from './front-fields.ts';
import { markdownOfMixed } from './html-text.ts';
import type { Fields } from './read-json.ts';
import type { Todo } from './write-frontmatter.ts';

export interface PreparedText {
  text: string;
  /** As it stood; absent where there is none. */
  frontmatter?: string;
  /** Empty where there is none that can be read. */
  fields: Fields;
  todos: Todo[];
}

/** `raw` has lines ended by `\n`. */
export function prepareText(raw: string): PreparedText {
  const todos: Todo[] = [];
  const clean = cleanText(raw);
  if (clean !== raw) {
    const count = raw.length - clean.length;
    todos.push({ key: 'internal', text: `${count} invisible or control characters were left out.` });
  }
  const { source, fields = {}, body } = splitFront(clean);
  const text = markdownOfMixed(body);
  if (source === undefined) return { text, fields, todos };
  return { text, frontmatter: source, fields, todos };
}
