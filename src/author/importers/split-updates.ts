/** Finds the dated updates in the text of an incident: cState's `track`, `<Update date="…">`, Statusfy's `::: update`. */

export interface SplitUpdates {
  /** `written` is the moment as it stands there. */
  updates: { written: string | undefined; text: string }[];
  /** All other paragraphs, in their order. */
  story: string;
}

const track = /\{\{[<%][ \t]{0,4}track[ \t]{1,4}"?([^"<>{}%\n]{0,60})"?[ \t]{0,4}[>%]\}\}/g;
const updateTag = /<Update\b([^<>]*)>|<\/Update\s*>/gi;
const moment = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(?:Z|[+-]\d{2}:?\d{2})?/;

/** Text without comments. */
export function splitUpdates(body: string): SplitUpdates {
  const updates: SplitUpdates['updates'] = [];
  const rest = takeFences(takeTags(body, updates), updates);
  const blocks = rest.split(/\n[ \t]*\n/).filter((block) => block.trim() !== '');
  const isDated = (block: string) => block.search(track) >= 0;
  for (const block of blocks.filter(isDated))
    updates.push({ written: [...block.matchAll(track)].at(-1)?.[1], text: block.replace(track, '').trim() });
  return { updates, story: blocks.filter((block) => !isDated(block)).join('\n\n') };
}

/** What stands between a begin with a moment and its end. */
function takeTags(body: string, updates: SplitUpdates['updates']): string {
  let [rest, at] = ['', 0];
  let open: { written: string; from: number; start: number } | undefined;
  for (const tag of body.matchAll(updateTag)) {
    const written = moment.exec(tag[1] ?? '')?.[0];
    if (tag[1] !== undefined && written !== undefined && open === undefined)
      open = { written, from: tag.index + tag[0].length, start: tag.index };
    else if (tag[1] === undefined && open !== undefined) {
      updates.push({ written: open.written, text: body.slice(open.from, tag.index).trim() });
      rest += `${body.slice(at, open.start)}\n\n`;
      at = tag.index + tag[0].length;
      open = undefined;
    }
  }
  return rest + body.slice(at);
}

function takeFences(body: string, updates: SplitUpdates['updates']): string {
  const rest: string[] = [];
  let open: { written: string; name: string; lines: string[]; head: string } | undefined;
  for (const line of body.split('\n')) {
    const head = /^:{3,}[ \t]*update\b(.*)$/.exec(line)?.[1];
    const written = head === undefined ? undefined : moment.exec(head)?.[0];
    if (open && /^:{3,}[ \t]*$/.test(line)) {
      const text = open.lines.join('\n').trim();
      updates.push({ written: open.written, text: open.name === '' ? text : `**${open.name}**: ${text}` });
      open = undefined;
      rest.push('');
    } else if (open) open.lines.push(line);
    else if (head !== undefined && written !== undefined)
      open = { written, name: head.replace(written, '').replaceAll('|', ' ').trim(), lines: [], head: line };
    else rest.push(line);
  }
  // One that is never closed is text.
  return [...rest, ...(open ? [open.head, ...open.lines] : [])].join('\n');
}

/** Comments of HTML, with their marks, and the text without them. One that is never closed is text. */
export function splitComments(text: string): { comments: string[]; rest: string } {
  const comments: string[] = [];
  let rest = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return { comments, rest: rest + text.slice(from) };
    comments.push(text.slice(start, end + 3));
    rest += text.slice(from, start);
    from = end + 3;
  }
}
