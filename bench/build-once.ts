/** `node bench/build-once.ts SITE FILE`: one build in a process of its own, whose stages are written to FILE as JSON. */
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const [site = '', file = ''] = process.argv.slice(2);
// As `bin/candor.mjs` does.
const cache = join(import.meta.dirname, '..', '.candor', 'code');
process.env['NODE_COMPILE_CACHE'] = cache;
enableCompileCache(cache);
const { buildInStages } = await import('./stage-costs.ts');
writeFileSync(file, JSON.stringify(await buildInStages(site)));
