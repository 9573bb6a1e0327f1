/** Where the drafts of an import go: each a folder of its own, and nothing that is there is written over. */
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedPostmortem } from '../author/importers/importer.ts';

export interface WrittenDraft {
  /** `content/postmortems/<slug>/index.mdx`. */
  path: string;
  outcome: 'written' | 'unchanged' | 'kept';
  mdx: string;
  id: string;
}

/** Puts one draft after the other into its place. */
export type DraftWriter = (postmortem: ImportedPostmortem) => WrittenDraft;

/** Names are given in the order of the calls. With `isDry` nothing is written. Throws where a link leads out of the site. */
export function createDraftWriter(into: string, isDry: boolean): DraftWriter {
  const folder = join(into, 'content', 'postmortems');
  for (const path of [join(into, 'content'), folder]) if (isLink(path)) throw new LinkedFolder(path);
  const taken = {
    slugs: new Set<string>(),
    ids: new Set<string>(),
    numbers: new Map<string, number>(),
    sources: new Map<string, WrittenDraft>(),
  };
  return (postmortem) => {
    const source = sourceOf(postmortem.mdx);
    const same = source === undefined ? undefined : taken.sources.get(source);
    // The same file was named twice.
    if (same) return { ...same, outcome: 'unchanged' };
    const named = settleNames(postmortem, taken, folder);
    const placed = place(named, folder, isDry);
    if (source !== undefined) taken.sources.set(source, placed);
    return placed;
  };
}

/** A folder of the site that is a link. */
export class LinkedFolder extends Error {
  constructor(path: string) {
    super(`${path} is a link; imports write into the site's own folders only.`);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/**
 * The postmortem with a slug and an id of its own: where others have them, a number stands behind. A folder that is there
 * from an earlier run is its own when it came from the same source or, where that is not said, has its id.
 */
function settleNames(
  postmortem: ImportedPostmortem,
  taken: { slugs: Set<string>; ids: Set<string>; numbers: Map<string, number> },
  folder: string,
): ImportedPostmortem {
  const { understood, mdx } = postmortem;
  const source = sourceOf(mdx);
  // What this run has given away before is not tried again.
  const name = `${postmortem.slug}\n${source === undefined ? understood.id : ''}`;
  for (let number = taken.numbers.get(name) ?? 1; ; number += 1) {
    const [id, slug] = [numbered(understood.id, number), numbered(postmortem.slug, number)];
    // Ids of tools are their own, and slugs alone are numbered.
    const ownId = source === undefined ? understood.id : id;
    if (taken.slugs.has(slug) || taken.ids.has(ownId) || !isOwn(join(folder, slug), ownId, source)) {
      if (source !== undefined || !taken.ids.has(ownId)) continue;
      return settleNames(
        { ...postmortem, understood: { ...understood, id: nextFree(understood.id, taken.ids) } },
        taken,
        folder,
      );
    }
    taken.ids.add(ownId);
    taken.slugs.add(slug);
    taken.numbers.set(name, number + 1);
    const renamed = mdx.replace(/^id: .*$/m, () => `id: ${ownId}`);
    return { ...postmortem, slug, mdx: renamed, understood: { ...understood, id: ownId } };
  }
}

function nextFree(id: string, ids: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) if (!ids.has(numbered(id, number))) return numbered(id, number);
}

/** `name`, `name-2`, `name-3` and so on; cut where it would be longer than an address may be. */
function numbered(name: string, number: number): string {
  const end = number === 1 ? '' : `-${number}`;
  return `${name.slice(0, 100 - end.length).replace(/-+$/, '')}${end}`;
}

function isOwn(folder: string, id: string, source: string | undefined): boolean {
  const draft = join(folder, 'index.mdx');
  if (!existsSync(draft)) return true;
  const text = readFileSync(draft, 'utf8');
  const written = sourceOf(text);
  if (source !== undefined && written !== undefined) return source === written;
  const [, ownId] = /^id:[ \t]*["']?([^\s"'#]+)/m.exec(text) ?? [];
  return ownId === undefined || ownId === id;
}

/** The digest of the source that a draft says it was made of. */
function sourceOf(mdx: string): string | undefined {
  return /^# Imported by .*\(source ([0-9a-f]{12})\)$/m.exec(mdx)?.[1];
}

/** The folder appears with its file in it, or not at all. */
function place({ slug, mdx, understood: { id } }: ImportedPostmortem, folder: string, isDry: boolean): WrittenDraft {
  const path = `content/postmortems/${slug}/index.mdx`;
  const target = join(folder, slug);
  if (existsSync(target) || isLink(target)) {
    const draft = join(target, 'index.mdx');
    const same = existsSync(draft) && readFileSync(draft, 'utf8') === mdx;
    return { path, outcome: same ? 'unchanged' : 'kept', mdx, id };
  }
  if (!isDry) {
    const making = join(folder, `.importing-${slug}`);
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    writeFileSync(join(making, 'index.mdx'), mdx, { flag: 'wx' });
    renameSync(making, target);
  }
  return { path, outcome: 'written', mdx, id };
}
