/** At most `limit` UTF-16 units, an ellipsis where something was left out; no character is cut in two. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
