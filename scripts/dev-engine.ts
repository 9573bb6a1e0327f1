/** `npm run dev:engine`: `astro dev` over a projection, for work on the engine's pages, layouts and styles. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { projectSite } from '../src/private/publish/project-site.ts';

const site = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const projected = await projectSite({ site, edition: 'public', now: new Date().toISOString().replace(/\.\d+Z$/, 'Z') });
if (!projected.folder) {
  console.error('The site has problems; `npm run check` lists them.');
  process.exit(1);
}
const astro = join(import.meta.dirname, '..', 'node_modules', 'astro', 'bin', 'astro.mjs');
spawn(process.execPath, [astro, 'dev'], {
  stdio: 'inherit',
  env: { ...process.env, CANDOR_PROJECTION: projected.folder, ASTRO_TELEMETRY_DISABLED: '1' },
});
