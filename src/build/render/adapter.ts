/** The adapter that makes `astro build` compile the engine into a bundle whose pages Candor renders itself. */
import type { AstroIntegration } from 'astro';

/** The bundle's entry is `server-entry.ts`, built as `server/entry.mjs`. */
export function engineAdapter(): AstroIntegration {
  return {
    name: 'candor-engine',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // The compiled engine stands alone, without `node_modules` in reach; `astro dev` cannot bundle CommonJS.
        if (command === 'build') updateConfig({ vite: { ssr: { noExternal: true } } });
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
