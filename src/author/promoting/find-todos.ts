/** The questions that an import left in the frontmatter of a draft, each with the passage that it shows. */

export interface OpenTodo {
  /** 1-based, in the whole file. */
  line: number;
  /** The last line of its comment. */
  lastLine: number;
  /** The top-level key it is about; empty where it names none. */
  key: string;
  /** What is asked, without the mark of a comment. */
  question: string;
  /** The passage and the suggestion that follow, line by line. */
  passage: string[];
}

/** In the order of lines. Lines of comments below a `# TODO` belong to it, until the next. */
export function findTodos(mdx: string): OpenTodo[] {
  const lines = mdx.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const todos: OpenTodo[] = [];
  for (let index = 1; index < end; index += 1) {
    const line = lines[index] ?? '';
    const [mark = '', key = ''] = /^# TODO(?:: (\w{1,40}))?:? ?/.exec(line) ?? [];
    const last = todos.at(-1);
    if (mark !== '')
      todos.push({ line: index + 1, lastLine: index + 1, key, question: line.slice(mark.length), passage: [] });
    else if (last && last.lastLine === index && /^#(?: |$)/.test(line)) {
      last.lastLine = index + 1;
      last.passage.push(line.slice(2));
    }
  }
  return todos;
}
