/** Where tags end in markup that may be broken: in time that grows with the text, however it is written. */

/** Gives the place behind the `>` that ends a tag begun at `open`; `undefined` where none does. `open` only ever grows. */
export function createTagEnds(source: string): (open: number) => number | undefined {
  const last = source.lastIndexOf('>');
  let read: ReturnType<typeof readQuotes> | undefined;
  return (open) => {
    if (open > last) return undefined;
    if (!read) {
      const end = source.indexOf('>', open) + 1;
      if (hasWholeQuotes(source.slice(open, end))) return end;
      read = readQuotes(source);
    }
    return read(open);
  };
}

/** True for a tag whose `>` surely stands in no quotes, as that of most. */
function hasWholeQuotes(tag: string): boolean {
  let count = 0;
  for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) count += 1;
  return count % 2 === 0 && (!tag.includes("'") || !/['"]/.test(tag.replace(/"[^"]*"/g, '')));
}

/**
 * A reader is outside quotes, within double ones or within single ones; a quote exchanges two of these. So three readers
 * that begin differently never meet, and at each place exactly one is outside: the one that a tag begun there goes on with.
 */
function readQuotes(source: string): (open: number) => number | undefined {
  const outsideAt = new Uint8Array(source.length);
  const ends: [number[], number[], number[]] = [[], [], []];
  let [outside, double, single]: [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2] = [0, 1, 2];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charCodeAt(at);
    outsideAt[at] = outside;
    if (sign === 0x22) [outside, double] = [double, outside];
    else if (sign === 0x27) [outside, single] = [single, outside];
    else if (sign === 0x3e) ends[outside].push(at + 1);
  }
  const passed = [0, 0, 0];
  return (open) => {
    const reader = outsideAt[open] as 0 | 1 | 2;
    let next = passed[reader] as number;
    while ((ends[reader][next] ?? Number.POSITIVE_INFINITY) <= open) next += 1;
    passed[reader] = next;
    return ends[reader][next];
  };
}
