/**
 * What is listed of all publications of a site, in one file beside their cache: it is read at once, where reading ten
 * thousand entries takes long. A listing that is damaged or not whole counts as none.
 */
import { join } from 'node:path';
import { readSealed, writeSealed } from '../files/sealed-file.ts';
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
      writeSealed(path, '', kept.map((entry) => JSON.stringify(entry)).join('\n'));
    },
  };
}

function readListing(path: string): Map<string, ListedPublication> {
  const lines = readSealed(path, '')?.split('\n') ?? [];
  const written = lines.filter((line) => line !== '');
  return new Map(
    written.map((line) => {
      const entry = JSON.parse(line) as ListedPublication;
      return [entry.slug, entry];
    }),
  );
}
