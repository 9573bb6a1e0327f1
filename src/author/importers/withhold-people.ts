/** Takes the people whom a document names by their role out of its text, before anything else is read from it. */
import type { Nodes, Parents, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import { cutPeople, type TakenPeople } from './cut-people.ts';
import { createNameHider } from './hide-names.ts';
import { range } from './mdx-text.ts';
import { type NamesIn, namesIn } from './names-in.ts';
import { peopleOfTable } from './people-of-table.ts';
import { readPeople, splitNames } from './read-lists.ts';
import { splitSections } from './split-sections.ts';
import type { Todo } from './write-frontmatter.ts';

export interface WithheldPeople {
  /** The same Markdown without them. */
  text: string;
  /** Takes them out of another text of the same document. */
  hide: (text: string) => string;
  /** Their names by their labels, for `internal`. */
  internal: Record<string, string[]>;
  /** Labels and heads of tables, which keys under `internal` say. */
  said: string[];
  /** The blocks and lines out of which something was taken, as they were. */
  company: string[];
  todos: Todo[];
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Gathered {
  markdown: string;
  edits: Edit[];
  taken: TakenPeople[];
  /** Blocks of sections about people, which become internal as a whole. */
  people: ReadonlySet<Nodes>;
}

/**
 * `also` are texts with names that stand elsewhere, such as authors of the frontmatter. Sections about people stay, for others to
 * take, unless `takesSections`.
 */
export function withholdPeople(
  markdown: string,
  also: readonly string[] = [],
  { takesSections = false } = {},
): WithheldPeople {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const ofPeople = splitSections(tree).sections.filter(({ kind }) => kind === 'people');
  const people = new Set<Nodes>(ofPeople.flatMap(({ content }) => content));
  const gathered: Gathered = { markdown, edits: [], taken: [], people };
  cutBlocks(tree, gathered);
  if (takesSections)
    for (const { heading, title, content } of ofPeople) {
      for (const block of [...(heading ? [heading] : []), ...content])
        gathered.edits.push({ ...range(block), text: '' });
      for (const block of content) gathered.taken.push({ label: title, value: linesOfBlock(block) });
    }
  const edits = withoutInner(gathered.edits);
  const values = [
    ...also,
    ...[...new Set(gathered.taken.map(({ value }) => value))].map(plainOf),
    ...ofPeople.flatMap(({ content }) => readPeople(content)),
  ];
  const hider = createNameHider(together(values.map(namesIn)), markdown);
  const parts: string[] = [];
  let done = 0;
  const kept = (takesSections ? [] : [...people]).map((block) => ({ ...range(block), isKept: true, text: '' }));
  for (const edit of [...edits.map((each) => ({ ...each, isKept: false })), ...kept].sort(
    (a, b) => a.start - b.start,
  )) {
    if (edit.start < done) continue;
    parts.push(hider.hide(markdown.slice(done, edit.start), done));
    parts.push(edit.isKept ? markdown.slice(edit.start, edit.end) : hider.hide(edit.text, edit.start));
    done = edit.end;
  }
  parts.push(hider.hide(markdown.slice(done), done));
  const lineAt = createLineLocations(markdown);
  const linesOf = (places: readonly number[]) =>
    [...new Set(places.map((at) => lineAt(at).line))].sort((a, b) => a - b);
  const [hidden, doubtful] = [linesOf(hider.hidden), linesOf(hider.doubtful)];
  return {
    text: parts.join(''),
    hide: (text) => hider.hide(text, 0),
    ...internalOf(gathered.taken),
    company: linesAround(markdown, [
      ...edits.map(({ start, end }) => [lineAt(start).line, lineAt(end).line] as const),
      ...hidden.map((line) => [line, line] as const),
    ]),
    todos: todosOf({ count: gathered.taken.length, hidden, doubtful }),
  };
}

/** True where nothing of the block is left. */
function cutBlocks(parent: Parents, gathered: Gathered): boolean {
  const { markdown, edits, taken, people } = gathered;
  let left = 0;
  for (let index = 0; index < parent.children.length; index += 1) {
    const block = parent.children[index] as RootContent;
    left += 1;
    if (people.has(block)) continue;
    if (block.type === 'table') {
      const without = peopleOfTable(block, markdown);
      taken.push(...without.taken);
      if (without.text === undefined) continue;
      edits.push({ ...range(block), text: without.text });
      if (without.text === '') left -= 1;
    } else if (block.type === 'paragraph' || block.type === 'heading') {
      const next = parent.children[index + 1] as RootContent | undefined;
      // What stands below a heading is a section of people.
      const isLast = block.type !== 'heading' && takesNext(next);
      const cut = cutPeople(markdown.slice(range(block).start, range(block).end));
      if (cut.taken.length === 0 && !(cut.open !== undefined && isLast)) continue;
      // A list below the line of a role goes on with it.
      const goesOn = next?.type === 'list' && parent.type === 'listItem' && cut.taken.length > 0 && cut.text === '';
      taken.push(...cut.taken);
      const label = cut.open ?? cut.taken.at(-1)?.label ?? '';
      edits.push({ ...range(block), text: cut.text });
      if (cut.text === '' || /^#{1,6}\s*$/.test(cut.text)) {
        left -= 1;
        (edits.at(-1) as Edit).text = '';
      }
      if ((cut.open !== undefined && isLast) || goesOn) {
        taken.push({ label, value: linesOfBlock(next as RootContent) });
        edits.push({ ...range(next as Nodes), text: '' });
        index += 1;
      }
    } else if ('children' in block && cutBlocks(block as Parents, gathered)) {
      edits.push({ ...range(block), text: '' });
      left -= 1;
    }
  }
  return left === 0 && parent.children.length > 0;
}

/** Every line of it, and where its links lead. */
function linesOfBlock(block: RootContent): string {
  const addresses: string[] = [];
  visit(block, 'link', ({ url }) => {
    addresses.push(url);
  });
  return [...readPeople([block]), ...addresses].join('\n');
}

function takesNext(next: RootContent | undefined): boolean {
  return next?.type === 'list' || next?.type === 'paragraph' || next?.type === 'table' || next?.type === 'blockquote';
}

/** The whole goes before its parts. */
function withoutInner(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((edit) => {
    if (edit.start < end) return false;
    end = Math.max(end, edit.end);
    return true;
  });
}

/** Of each range of lines, those and one more on both sides. */
function linesAround(text: string, ranges: readonly (readonly [first: number, last: number])[]): string[] {
  const lines = text.split('\n');
  const distinct = new Map(ranges.map((range) => [range.join('-'), range]));
  return [...distinct.values()].map(([first, last]) => lines.slice(Math.max(0, first - 2), last + 1).join('\n'));
}

function plainOf(markdown: string): string {
  return plainText(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(markdown.replace(/<br\s*\/?>|\n/gi, ', ')),
  );
}

function together(all: readonly NamesIn[]): NamesIn {
  return {
    people: all.flatMap(({ people }) => people),
    exact: all.flatMap(({ exact }) => exact),
    doubtful: all.flatMap(({ doubtful }) => doubtful),
  };
}

const plural = /^[^([]*\(e?s\)$/i;

function internalOf(taken: readonly TakenPeople[]): { internal: Record<string, string[]>; said: string[] } {
  const internal: Record<string, string[]> = {};
  for (const { label, value } of taken) {
    if (value === '') continue;
    const bare = withoutBrackets(label).replace(/\s+/g, ' ').trim().toLowerCase();
    const isAttendee = /attendee|participant|present|teilnehm|anwesend|asistente|présent|参加者|出席者/.test(bare);
    const key = isAttendee ? 'attendees' : plural.test(label) ? label.toLowerCase() : bare || 'people';
    // What stands in brackets behind a label may be a name.
    const beside = /[([]/.test(label) && !plural.test(label) ? [label] : [];
    internal[key] = [
      ...new Set([...(internal[key] ?? []), ...beside, ...splitNames(value.replace(/<br\s*\/?>/gi, '\n'))]),
    ];
  }
  return {
    internal,
    said: [...new Set(taken.map(({ label }) => (plural.test(label) ? label : withoutBrackets(label))))],
  };
}

function withoutBrackets(label: string): string {
  return label.split(/[([]/, 1)[0] ?? '';
}

function todosOf({ count, hidden, doubtful }: { count: number; hidden: number[]; doubtful: number[] }): Todo[] {
  const todos: string[] = [];
  if (count > 0)
    todos.push(
      'People whom the source names by their role stand here by that role; of what is no name, move what is public.',
    );
  if (hidden.length > 0)
    todos.push(
      `In the text, names of these people became "a colleague": line ${hidden.join(', ')} of the source; say their roles there.`,
    );
  if (doubtful.length > 0)
    todos.push(`Words that may be names of these people stand in the text: line ${doubtful.join(', ')} of the source.`);
  return todos.map((text) => ({ key: 'internal', text }));
}
