/** What changed between two texts, as paragraphs with the words that came and went. */
import { diffArrays, diffWords } from 'diff';
import { escapeText } from 'entities';

/**
 * Markdown for a pull request: each changed paragraph with `<del>` and `<ins>` around words; unchanged ones are left out.
 * Both texts are escaped, so that nothing in them is read as markup. Empty when the texts are equal.
 */
export function diffInWords(before: string, after: string): string {
  const changes = diffArrays(paragraphs(before), paragraphs(after));
  const blocks: string[] = [];
  changes.forEach(({ added, removed, value }, index) => {
    const next = changes[index + 1];
    const previous = changes[index - 1];
    if (removed && next?.added) blocks.push(...pairs(value, next.value));
    else if (removed) blocks.push(...value.map((text) => marked('del', text)));
    else if (added && !previous?.removed) blocks.push(...value.map((text) => marked('ins', text)));
  });
  return blocks.join('\n\n');
}

/** Paragraphs that took each other's place, in order; what one side has more of came or went whole. */
function pairs(before: readonly string[], after: readonly string[]): string[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [old, now] = [before[index], after[index]];
    if (old === undefined) return marked('ins', now ?? '');
    if (now === undefined) return marked('del', old);
    return diffWords(old, now)
      .map(({ added, removed, value }) =>
        added ? marked('ins', value) : removed ? marked('del', value) : literal(value),
      )
      .join('');
  });
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

function marked(tag: 'ins' | 'del', text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}<${tag}>${literal(inner)}</${tag}>${text.slice(start + inner.length)}`;
}

/** Shown as the characters they are, on one line, in Markdown and in HTML. */
export function literal(text: string): string {
  return escapeText(text.replace(/\n+/g, ' ')).replace(
    /[\\`*_{}[\]()#|~!@:]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
