import { codeFence } from '../../shared/text/code-fence.ts';

/** `text` as it is, behind a title to open; between fences that no line of it can close. */
export function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${codeFence(text.trimEnd(), 'text')}\n\n</details>`;
}
