/**
 * `npm run bench:stages [N]`: what each stage of a cold and of a warm build costs, for N generated postmortems, in CPU
 * seconds of whole processes, one stage after the other. Linux only.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSite } from './generate-site.ts';
import { measure } from './measure.ts';
import type { StageCosts } from './stage-costs.ts';

const count = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
await generateSite(folder, count);
await show('cold');
await show('unchanged');
appendFileSync(join(folder, 'content/postmortems/incident-00002/index.mdx'), '\nOne more sentence.\n');
await show('one changed');
rmSync(folder, { recursive: true });

async function show(name: string): Promise<void> {
  const file = join(folder, 'stages.json');
  const script = join(import.meta.dirname, 'build-once.ts');
  const { cpuSeconds, wallSeconds, largestMegabytes } = await measure(
    [process.execPath, script, folder, file, '1'],
    folder,
  );
  const { stages, rendered } = JSON.parse(readFileSync(file, 'utf8')) as StageCosts;
  const rows = Object.entries(stages).map(
    ([text, value]) => `${text} ${value.toFixed(1)} (${((1000 * value) / count).toFixed(1)} ms each)`,
  );
  console.log(
    `${name}, ${count} postmortems, ${rendered} pages rendered: ${cpuSeconds.toFixed(1)} CPU s, ${wallSeconds.toFixed(1)} s, ${largestMegabytes} MB at most in one process. ${rows.join(', ')}`,
  );
}
