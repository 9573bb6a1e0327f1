/** `node bench/build-once.ts SITE FILE`: one build in a process of its own, whose stages are written to FILE as JSON. */
import { writeFileSync } from 'node:fs';
import { buildInStages } from './stage-costs.ts';

const [site = '', file = ''] = process.argv.slice(2);
writeFileSync(file, JSON.stringify(await buildInStages(site)));
