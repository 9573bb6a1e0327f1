/**
 * `node bench/build-once.ts SITE FILE [JOBS]`: one build in a process of its own, whose stages are written to FILE as JSON. What
 * a stage costs is known only with one job: else several go on at once.
 */
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const [site = '', file = '', jobs] = process.argv.slice(2);
// As `bin/candor.mjs` does.
const cache = join(import.meta.dirname, '..', '.candor', 'code');
process.env['NODE_COMPILE_CACHE'] = cache;
enableCompileCache(cache);
const { buildInStages } = await import('./stage-costs.ts');
writeFileSync(file, JSON.stringify(await buildInStages(site, jobs === undefined ? undefined : Number(jobs))));
