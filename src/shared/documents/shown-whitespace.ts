/** White space of HTML as a browser shows it: a run of it is one space, and there is none at the edges of a block. */
import type { Element, Nodes, Parents, Text } from 'hast';

const blocks = new Set(
  `address article aside blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre
  section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
/** Shown themselves, whatever is in them. */
const shown = new Set(['img', 'input', 'svg']);

/** Changes the texts of `tree`, and drops those of which nothing is left; what is preformatted stays as it is. */
export function keepShownWhitespace(tree: Nodes): void {
  /** White space that comes now shows nothing, for it follows other white space or begins a block. */
  let isHidden = true;
  let last: Text | undefined;
  const endLine = () => {
    if (last) last.value = last.value.replace(/ $/, '');
    last = undefined;
    isHidden = true;
  };
  const visitText = (text: Text) => {
    const value = text.value.replace(/[\t\n\v\f\r ]+/g, ' ');
    text.value = isHidden && value.startsWith(' ') ? value.slice(1) : value;
    if (text.value === '') return;
    isHidden = text.value.endsWith(' ');
    last = text;
  };
  const visit = (node: Nodes) => {
    if (node.type === 'text') visitText(node);
    else if (node.type === 'element') visitElement(node);
    else if (node.type === 'root') visitAll(node);
  };
  const visitElement = (element: Element) => {
    const isBlock = blocks.has(element.tagName);
    if (isBlock) endLine();
    if (element.tagName !== 'pre') visitAll(element);
    if (isBlock) endLine();
    if (!shown.has(element.tagName)) return;
    isHidden = false;
    last = undefined;
  };
  const visitAll = (parent: Parents) => {
    for (const child of parent.children) visit(child as Nodes);
  };
  visit(tree);
  endLine();
  dropEmpty(tree);
}

function dropEmpty(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) dropEmpty(child as Nodes);
  if (node.children.some(isEmpty)) node.children = node.children.filter((child) => !isEmpty(child)) as never;
}

function isEmpty(node: Parents['children'][number]): boolean {
  return node.type === 'text' && node.value === '';
}
