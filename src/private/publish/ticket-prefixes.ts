/** How the `ticket:` fields of postmortems begin, up to their number: the same with any number is private in every other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';

export interface TicketPrefixes {
  /** Those of one postmortem, in lower case. */
  find(slug: string): readonly string[];
  /** Remembers what was found since it was opened, by the bytes of the stories. */
  save(): void;
}

/** `path` is of the memory; one that is damaged or of another `version` of the code counts as none. */
export function openTicketPrefixes(
  site: string,
  { path, version, digests }: { path: string; version: string; digests: FileDigests },
): TicketPrefixes {
  const earlier = readMemory(path, version);
  const found = new Map<string, readonly string[]>();
  return {
    find(slug) {
      const file = join(site, 'content', 'postmortems', slug, 'index.mdx');
      const digest = digests.digestOf(file);
      if (digest === undefined) return [];
      const prefixes = found.get(digest) ?? earlier.get(digest) ?? findPrefixes(readFileSync(file, 'utf8'));
      found.set(digest, prefixes);
      return prefixes;
    },
    save() {
      if (found.size === earlier.size && [...found.keys()].every((digest) => earlier.has(digest))) return;
      writeSealed(path, version, JSON.stringify([...found]));
    },
  };
}

/** Read as text: also a file that cannot be parsed has its tickets. */
function findPrefixes(text: string): string[] {
  const prefixes = new Set<string>();
  for (const [, value = ''] of text.matchAll(/\bticket["']?\s*:([^\n]*(?:\n[ \t]+(?![ \t])[^\n:]*$)?)/gm)) {
    const bare = value.replace(address, (whole, path: string = '') => {
      if (path !== '') prefixes.add(path.toLowerCase());
      return whole.replace(/[^-]*\//g, ' ').replace(/^ *\d+$/, '');
    });
    for (const [, prefix = ''] of bare.matchAll(ticketId)) prefixes.add(prefix.toLowerCase());
  }
  return [...prefixes];
}

/** An address, and its begin up to a number that is the last of its steps. */
const address = /https?:\/\/(?:([^\s"'?#]{1,200}\/)(?=\d{1,12}(?![\w/])))?[^\s"',}]*/gi;
/** The part before the number: `PAY-`, `eng_`, `payments/`, `INC`, `#`, `ops#`. */
const ticketId =
  /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{1,15}-|[A-Za-z][A-Za-z0-9-]{0,30}[_/]|[A-Za-z]{1,10}|[\w.-]{0,30}#)\d+(?![A-Za-z0-9-])/g;

function readMemory(path: string, version: string): ReadonlyMap<string, readonly string[]> {
  return new Map(JSON.parse(readSealed(path, version) ?? '[]') as [string, readonly string[]][]);
}
