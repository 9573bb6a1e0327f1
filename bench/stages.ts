/** `npm run bench:stages [N]`: how long each stage of a cold and of a warm build takes, for N generated postmortems. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
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
  let [stage, since] = ['Reading', performance.now()];
  const enter = (next: string) => {
    const now = performance.now();
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
  if (built.problems.length > 0) console.log(built.problems.slice(0, 3));
  const total = [...stages.values()].reduce((sum, value) => sum + value, 0);
  const rows = [...stages].map(
    ([text, value]) => `${text} ${(value / 1000).toFixed(1)} s (${Math.round((100 * value) / total)} %)`,
  );
  console.log(
    `${name}, ${count} postmortems, ${built.rendered} pages rendered: ${(total / 1000).toFixed(1)} s. ${rows.join(', ')}`,
  );
}
