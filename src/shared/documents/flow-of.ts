/**
 * From the HTML of stories to the blocks that Markdown has. The library's handlers say what each element becomes; its own way
 * through the tree, which serves HTML of any kind, took half of what rendering a postmortem took.
 */
import type { Element, Nodes as HastNodes } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, Parents, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

/** Blocks of a tree whose white space is as it is shown. */
export function flowOf(tree: HastNodes): RootContent[] {
  const state = createState();
  return state.toFlow(state.all(tree as Element)) as RootContent[];
}

/** What the library has no form for, or another than ours, or a slow one. */
const handlers: Record<string, Handle> = {
  ...defaultHandlers,
  a: (state, element) => {
    const { properties } = element;
    const name = footnoteName(String(properties['href'] ?? ''));
    if (properties['dataFootnoteRef'] !== undefined && name !== undefined)
      return { type: 'footnoteReference', identifier: name, label: name };
    const children = state.all(element) as never[];
    return { type: 'link', url: String(properties['href'] ?? ''), title: null, children };
  },
  section: (state, element) =>
    element.properties['dataFootnotes'] === undefined ? state.all(element) : footnotes(state, element),
  aside: (state, element) => ({ type: 'blockquote', children: state.toFlow(state.all(element)) }),
  figure: (state, element) => state.toFlow(state.all(element)),
  summary: (state, element) => ({ type: 'paragraph', children: state.all(element) as never[] }),
  // 10³ is not 103.
  sup: (state, element) => (isReference(element) ? state.all(element) : enclosed('sup', state, element)),
  sub: (state, element) => enclosed('sub', state, element),
};

function enclosed(name: string, state: State, element: Element): RootContent[] {
  return [{ type: 'html', value: `<${name}>` }, ...state.all(element), { type: 'html', value: `</${name}>` }] as never;
}

function footnotes(state: State, element: Element): RootContent[] {
  const items = element.children.flatMap((list) => (isElement(list, 'ol') ? list.children : []));
  return items.flatMap((item): RootContent[] => {
    const name = isElement(item, 'li') ? footnoteName(`#${item.properties['id']}`) : undefined;
    if (!isElement(item, 'li') || name === undefined) return [];
    const children = state.toFlow(state.all(item));
    return [{ type: 'footnoteDefinition', identifier: name, label: name, children }];
  });
}

function isReference({ children }: Element): boolean {
  return children.some((child) => isElement(child, 'a') && child.properties['dataFootnoteRef'] !== undefined);
}

/** `later` of `#note-fn-later`. */
function footnoteName(address: string): string | undefined {
  return /#note-fn-([^#]+)$/.exec(address)?.[1];
}

function isElement(node: HastNodes, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}

function createState(): State {
  const state: State = {
    baseFound: false,
    elementById: new Map(),
    frozenBaseUrl: undefined,
    handlers,
    inTable: false,
    nodeHandlers: {},
    options: {},
    qNesting: 0,
    patch: () => undefined,
    resolve: (url) => url ?? '',
    one(node) {
      if (node.type === 'text') return { type: 'text', value: node.value };
      if (node.type !== 'element') return undefined;
      const handle = Object.hasOwn(handlers, node.tagName) ? handlers[node.tagName] : undefined;
      return handle ? handle(state, node, undefined) || undefined : state.all(node);
    },
    all(parent) {
      const nodes: Nodes[] = [];
      for (const child of parent.children) {
        const made = state.one(child, parent);
        if (Array.isArray(made)) for (const node of made) addNode(nodes, node);
        else if (made) addNode(nodes, made as Nodes);
      }
      return nodes as never[];
    },
    toFlow: (nodes) => wrap(nodes as Nodes[]) as never[],
    toSpecificContent(nodes, build) {
      const { type } = build();
      const made: Parents[] = [];
      let loose: Nodes[] = [];
      for (const node of nodes as Nodes[]) {
        if (node.type !== type) loose.push(node);
        else {
          made.push({ ...node, children: [...loose, ...childrenOf(node)] } as Parents);
          loose = [];
        }
      }
      if (loose.length === 0) return made as never[];
      const last = made.pop() ?? build();
      return [...made, { ...last, children: [...last.children, ...loose] }] as never[];
    },
  };
  return state;
}

/** Text that follows text is one. */
function addNode(nodes: Nodes[], node: Nodes): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else nodes.push(node);
}

/** Loose words become paragraphs. */
function wrap(nodes: readonly Nodes[]): Nodes[] {
  const flow: Nodes[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (!phrasing(node)) {
      flow.push(node);
      open = undefined;
    } else if (open) open.children.push(node);
    else if (node.type !== 'text' || node.value.trim() !== '') {
      // Behind the box of a task stands a space.
      if (node.type === 'text') node.value = node.value.trimStart();
      open = { type: 'paragraph', children: [node] };
      flow.push(open);
    }
  }
  return flow;
}

function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? node.children : [];
}
