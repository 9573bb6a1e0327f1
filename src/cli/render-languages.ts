/** Renders a site in each of its languages: one after the other, or where it is small, several at once. */
import { join } from 'node:path';
import type { Engine } from '../build/render/compile-engine.ts';
import { handOut } from '../build/render/hand-out.ts';
import { type RenderCounts, type RenderFolders, renderSite } from '../build/render/render-site.ts';
import type { Renderer } from '../build/render/renderer.ts';
import type { FileDigests } from '../disk/file-digests.ts';

/** The site in one language. */
export interface LanguagePart {
  projection: string;
  /** Before every path of its pages in the output: empty, or `de/`. */
  prefix: string;
  /** Behind the names of the folders that its work is kept in. */
  suffix: string;
}

/** How the parts of a site are made. */
export interface Making {
  work: string;
  digests: FileDigests;
  jobs: number;
  signal: AbortSignal;
  published: number;
  /** A renderer of the first language, already started. */
  ahead?: Renderer | undefined;
}

export interface RenderedLanguages extends RenderCounts {
  /** Folder of each language, and where its files go. */
  stores: { store: string; prefix: string }[];
}

/** With more postmortems, several processes share one language after the other, and end at the same time. */
const mostOfSmall = 60;

/** The same whatever goes on at once. Of several failures that of the first language is thrown. */
export async function renderLanguages(
  parts: readonly LanguagePart[],
  engine: Engine,
  { work, digests, jobs, signal, published, ahead }: Making,
): Promise<RenderedLanguages> {
  const lanes = published > mostOfSmall ? 1 : Math.min(jobs, parts.length);
  const hands = Array.from({ length: lanes }, () => {
    const own = new AbortController();
    const rendering = { digests, jobs: Math.floor(jobs / lanes), signal: AbortSignal.any([signal, own.signal]) };
    return {
      run: (part: LanguagePart) =>
        renderSite(engine, { ...foldersOf(part, work), ...rendering, ahead: part === parts[0] ? ahead : undefined }),
      close: async () => own.abort(),
    };
  });
  const counts = await handOut(parts, hands);
  return {
    stores: parts.map((part) => ({ store: foldersOf(part, work).store, prefix: part.prefix })),
    rendered: counts.reduce((sum, { rendered }) => sum + rendered, 0),
    kept: counts.reduce((sum, { kept }) => sum + kept, 0),
  };
}

/** Where the site in one language is rendered. */
export function foldersOf(
  { projection, suffix }: Pick<LanguagePart, 'projection' | 'suffix'>,
  work: string,
): RenderFolders {
  return { projection, store: join(work, `rendered${suffix}`) };
}
