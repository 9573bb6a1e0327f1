/** Compiles the engine: pages, layouts, components and styles. It knows no site and reads no content. */
import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { engineAdapter } from './src/build/render/adapter.ts';

export default defineConfig({
  srcDir: './src/site',
  output: 'server',
  adapter: engineAdapter(),
  integrations: [mdx()],
  outDir: process.env.CANDOR_ENGINE_OUT ?? '.candor/engine',
  // The owner's `public/` belongs to the site, which the engine does not know.
  publicDir: 'src/build/render/no-public-files',
  trailingSlash: 'always',
  // Images are made in the projection.
  image: { service: passthroughImageService() },
  session: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  // Highlighters write `style` attributes, which the security policy forbids.
  markdown: { syntaxHighlight: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
