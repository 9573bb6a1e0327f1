/** The adapter that makes `astro build` compile the engine into a bundle whose pages Candor renders itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

/** The bundle's entry is `server-entry.ts`, built as `server/entry.mjs`. */
export function engineAdapter(): AstroIntegration {
  return {
    name: 'candor-engine',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const folders = [config.root, config.outDir].map((url) => fileURLToPath(url));
        // The compiled engine stands alone, without `node_modules` in reach; `astro dev` cannot bundle CommonJS.
        if (command === 'build')
          updateConfig({ vite: { ssr: { noExternal: true }, plugins: [listPackages(folders)] } });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'candor-engine',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./server-entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
    },
  };
}

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/** Writes `packages.json`: folders of the packages that are in what is compiled, whose licences have to be named. */
function listPackages([root = '', target = '']: readonly string[]): Plugin {
  const found = new Set<string>();
  return {
    name: 'candor-packages',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle))
        for (const path of part.type === 'chunk' ? Object.keys(part.modules) : []) {
          const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
          if (folder !== undefined) found.add(relative(root, folder).replaceAll('\\', '/'));
        }
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'packages.json'), JSON.stringify([...found].sort()));
    },
  };
}
