/** The report as a comment on a pull request, which is written anew with each push. */

/** First line of the comment, by which the earlier one is found. */
export const commentMark = '<!-- candor report -->';

/** GitHub takes 65,536 characters. */
const mostCharacters = 60_000;

/** `markdown` as `writeReport` writes it: as much of it as a comment may have, cut between two of its parts; it calls nobody. */
export function reportComment(markdown: string): string {
  // Mentions call people, in words that somebody wrote about something else.
  const text = markdown.replace(/@(?=[A-Za-z0-9])/g, '@\u2060');
  const shown = beginningOf(text, mostCharacters);
  const rest = shown === text ? '' : '\n\n**It is too long for a comment.** `candor report` prints all of it.\n';
  return `${commentMark}\n${shown}${rest}`;
}

/** Whole lines, and no block of code or `<details>` that is left open. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let [position, end, depth, fence] = [0, 0, 0, ''];
  for (const line of text.split('\n')) {
    const [ticks = ''] = /^`{3,}/.exec(line) ?? [];
    if (fence !== '') fence = line === fence ? '' : fence;
    else if (ticks !== '') fence = ticks;
    else depth += count(line, '<details') - count(line, '</details>');
    position += line.length + 1;
    if (position > most) break;
    if (fence === '' && depth === 0) end = position;
  }
  return text.slice(0, end).trimEnd();
}

function count(line: string, part: string): number {
  return line.split(part).length - 1;
}
