/**
 * What is listed of all publications of a site, in one file beside their cache: it is read at once, where reading ten
 * thousand entries takes long. A listing that is damaged or not whole counts as none.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedPublication } from './listed-publication.ts';

export interface Listing {
  find(name: string, key: string): ListedPublication | undefined;
  add(name: string, publication: ListedPublication): void;
  /** Keeps those of `names`, where anything was added. */
  save(names: readonly string[]): void;
}

/** Read at its first use. It holds private text, as the cache does. */
export function openListing(cache: string): Listing {
  const path = join(cache, 'listing.json');
  let entries: Map<string, ListedPublication> | undefined;
  let isChanged = false;
  const all = () => {
    entries ??= readListing(path);
    return entries;
  };
  return {
    find(name, key) {
      const known = all().get(name);
      return known?.key === key ? known : undefined;
    },
    add(name, publication) {
      all().set(name, publication);
      isChanged = true;
    },
    save(names) {
      const kept = names.flatMap((name) => {
        const entry = all().get(name);
        return entry ? [entry] : [];
      });
      if (!isChanged && kept.length === all().size) return;
      isChanged = false;
      const lines = kept.map((entry) => JSON.stringify(entry));
      const part = `${path}.${process.pid}.part`;
      mkdirSync(cache, { recursive: true });
      writeFileSync(part, `${digestOf(lines)}\n${lines.join('\n')}`);
      renameSync(part, path);
    },
  };
}

function readListing(path: string): Map<string, ListedPublication> {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return new Map();
  }
  const [digest, ...lines] = content.split('\n');
  if (digest !== digestOf(lines)) return new Map();
  const written = lines.filter((line) => line !== '');
  return new Map(
    written.map((line) => {
      const entry = JSON.parse(line) as ListedPublication;
      return [entry.slug, entry];
    }),
  );
}

function digestOf(lines: readonly string[]): string {
  return hash('sha256', lines.join('\n'));
}
