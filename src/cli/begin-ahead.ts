/** What of a build begins while its sources are read, since it needs nothing of what is read. */
import { join } from 'node:path';
import type { Engine } from '../build/render/compile-engine.ts';
import { startRendererIn } from '../build/render/render-site.ts';
import type { Renderer } from '../build/render/renderer.ts';
import { type BegunShards, beginIndexShards } from '../build/search/begin-index-shards.ts';
import { closeSearch } from '../build/search/build-index.ts';
import { readShardFiles } from '../build/search/index-shard-cache.ts';
import { codeVersion } from '../disk/code-version.ts';
import type { ReadAhead } from '../private/publish/publisher.ts';
import { projectionFolder } from '../private/publish/site-projector.ts';
import { findAddress, pathOfFile } from '../shared/addresses/find-address.ts';
import { spokenLanguages } from '../shared/incident/languages.ts';
import type { Errands } from './errands.ts';
import { searchCache } from './prove-output.ts';
import { foldersOf } from './render-languages.ts';

export interface Ahead {
  /** A renderer that waits for the projection. */
  readonly renderer: Renderer | undefined;
  /** What is begun of the search index. */
  readonly index: BegunShards | undefined;
  /** To be told by whoever reads the sources; nothing where everything follows each other. */
  whileReading(engine: Engine): ReadAhead | undefined;
  /** Ends all of it, and whatever else the search runs. */
  close(): Promise<void>;
}

export interface AheadOptions {
  /** What is kept between builds. */
  work: string;
  jobs: number;
  errands: Errands;
  relative?: boolean | undefined;
}

export function createAhead({ work, jobs, errands: { pause }, relative = false }: AheadOptions): Ahead {
  let renderer: Renderer | undefined;
  let index: BegunShards | undefined;
  return {
    get renderer() {
      return renderer;
    },
    get index() {
      return index;
    },
    whileReading(engine) {
      if (jobs === 1) return undefined;
      return {
        // What is read anew is rendered anew: a renderer loads the engine.
        begins() {
          renderer = startRendererIn(foldersOf({ projection: projectionFolder(work), suffix: '' }, work), engine);
        },
        concerns(changed) {
          // Relative links are written into finished pages: none stays as it was rendered.
          if (relative) return;
          const earlier = readShardFiles({ folder: searchCache(work), version: codeVersion() });
          index = beginIndexShards({ earlier, changed, placeOf: (file) => findRendered(work, file), pause });
        },
      };
    },
    async close() {
      await renderer?.close();
      await closeSearch();
    },
  };
}

/** Where a page of the output lies among those that were rendered. */
function findRendered(work: string, file: string): string {
  const { language } = findAddress(pathOfFile(file), spokenLanguages) ?? {};
  const suffix = language === undefined ? '' : `-${language}`;
  const within = language === undefined ? file : file.slice(language.length + 1);
  return join(foldersOf({ projection: '', suffix }, work).store, 'files', within);
}
