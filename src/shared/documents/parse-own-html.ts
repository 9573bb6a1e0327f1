/** HTML of our own as a tree. */
import type { Parents, Root } from 'hast';
import { h } from 'hastscript';
import { Parser } from 'htmlparser2';

/**
 * `html` as our own serialiser writes it, where each element is closed or has nothing in it: to read any HTML as browsers do takes
 * four times as long.
 */
export function parseOwnHtml(html: string): Root {
  if (html !== '' && !/[<&]/.test(html)) return { type: 'root', children: [{ type: 'text', value: html }] };
  const root: Root = { type: 'root', children: [] };
  const open: Parents[] = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = h(name, attributes);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(value) {
      const siblings = open.at(-1)?.children;
      const last = siblings?.at(-1);
      // It comes in pieces.
      if (last?.type === 'text') last.value += value;
      else siblings?.push({ type: 'text', value });
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return root;
}
