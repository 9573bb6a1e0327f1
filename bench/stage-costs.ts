/** A build of Candor, and what each stage of it costs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../src/cli/build-site.ts';

export interface StageCosts {
  /** CPU seconds by what the build says it is doing, in order; the first is `Reading`. */
  stages: Record<string, number>;
  rendered: number;
}

/** Builds `site` into its `dist`. Throws when the build is refused. */
export async function buildInStages(site: string, jobs?: number): Promise<StageCosts> {
  const stages: Record<string, number> = {};
  let [stage, since] = ['Reading', 0];
  const enter = (next: string) => {
    if (next === stage) return;
    const now = cpuSeconds();
    stages[stage] = (stages[stage] ?? 0) + now - since;
    [stage, since] = [next, now];
  };
  const built = await buildSite({
    site,
    out: join(site, 'dist'),
    edition: 'public',
    now: '2035-01-01T00:00:00Z',
    jobs,
    progress: (text) => enter(text.replace(/ \d.*/, '')),
  });
  enter('');
  const [error] = built.problems.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.location.file}: ${error.fact}`);
  return { stages, rendered: built.rendered };
}

/** User and system time of this process, its threads and its children, those that ended and those that run; see proc(5). Linux only. */
function cpuSeconds(): number {
  const own = readTimes('self');
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readTimes(name) ?? [])
    .filter(({ parent }) => parent === process.pid);
  return (own?.seconds ?? 0) + running.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** `undefined` for a process that has ended meanwhile. */
function readTimes(name: string): { parent: number; seconds: number } | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticksPerSecond = 100;
    const seconds = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / ticksPerSecond, 0);
    return { parent: Number(fields[1]), seconds };
  } catch {
    return undefined;
  }
}
