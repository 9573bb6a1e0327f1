/**
 * `npm run bench:stages [N]`: what each stage of a cold and of a warm build costs, for N generated postmortems, in CPU
 * seconds: of this process, its threads, and the processes that it started and that have ended. Linux only.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../src/cli/build-site.ts';
import { generateSite } from './generate-site.ts';

const count = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
await generateSite(folder, count);
await measure('cold');
await measure('unchanged');
appendFileSync(join(folder, 'content/postmortems/incident-00002/index.mdx'), '\nOne more sentence.\n');
await measure('one changed');
rmSync(folder, { recursive: true });

async function measure(name: string): Promise<void> {
  const stages = new Map<string, number>();
  const began = performance.now();
  let [stage, since] = ['Reading', cpuSeconds()];
  const enter = (next: string) => {
    const now = cpuSeconds();
    stages.set(stage, (stages.get(stage) ?? 0) + now - since);
    [stage, since] = [next, now];
  };
  const built = await buildSite({
    site: folder,
    out: join(folder, 'dist'),
    edition: 'public',
    now: '2026-11-23T12:00:00Z',
    progress: (text) => enter(text.replace(/ \d.*/, '')),
  });
  enter('');
  const errors = built.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) console.log(errors.slice(0, 3));
  const total = [...stages.values()].reduce((sum, value) => sum + value, 0);
  const rows = [...stages].map(
    ([text, value]) => `${text} ${value.toFixed(1)} (${((1000 * value) / count).toFixed(1)} ms each)`,
  );
  const wall = (performance.now() - began) / 1000;
  console.log(
    `${name}, ${count} postmortems, ${built.rendered} pages rendered: ${total.toFixed(1)} CPU s, ${wall.toFixed(1)} s. ${rows.join(', ')}`,
  );
}

/** User and system time of this process and of its children that have ended; see proc(5). */
function cpuSeconds(): number {
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticksPerSecond = 100;
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / ticksPerSecond, 0);
}
