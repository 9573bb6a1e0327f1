/** Nests the lists of a page of Google Docs, which stand one after the other with their depth in a class: `lst-kix_abc-2`. */
import type { Element, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Changes the tree. */
export function nestLists(tree: Root): void {
  const parents = new Set<Parents>();
  visit(tree, 'element', (node, _, parent) => {
    if (parent && depthOf(node) !== undefined) parents.add(parent);
  });
  for (const parent of parents) nest(parent);
}

function nest(parent: Parents): void {
  /** The lists that are open, outermost first. */
  let open: { list: Element; depth: number }[] = [];
  const kept: Element[] = [];
  for (const child of parent.children) {
    const depth = child.type === 'element' ? depthOf(child) : undefined;
    if (child.type === 'text' && child.value.trim() === '' && open.length > 0) continue;
    if (child.type !== 'element' || depth === undefined) {
      open = [];
      kept.push(child as Element);
      continue;
    }
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) > depth) open.pop();
    const last = open.at(-1);
    if (last?.depth === depth && last.list.tagName === child.tagName) last.list.children.push(...child.children);
    else {
      if (last?.depth === depth) open.pop();
      const above = open.at(-1)?.list.children.findLast((item) => item.type === 'element');
      if (above?.type === 'element') above.children.push(child);
      else kept.push(child);
      open.push({ list: child, depth });
    }
  }
  parent.children = kept;
}

function depthOf({ tagName, properties }: Element): number | undefined {
  if (tagName !== 'ul' && tagName !== 'ol') return undefined;
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  const [depth] = classes.flatMap((name) => /^lst-kix_[\w]{1,40}-(\d)$/.exec(String(name))?.[1] ?? []);
  return depth === undefined ? undefined : Number(depth);
}
