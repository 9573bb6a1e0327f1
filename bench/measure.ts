/** Runs whole commands and says what they cost. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  /** User and system time of the process and all its children, in seconds. */
  cpuSeconds: number;
  wallSeconds: number;
  /** The most that all processes together had resident at one look; a look each 50 ms. */
  peakMegabytes: number;
  /** The most that any one process had resident at one look. */
  largestMegabytes: number;
}

/** Linux only: CPU times come from the shell, memory from `/proc`. Throws when the command fails. */
export async function measure(command: string[], folder: string): Promise<Cost> {
  const script = `TIMEFORMAT='%U %S %R'; time "$@" >/dev/null`;
  const child = spawn('bash', ['-c', script, 'bash', ...command], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let [errors, peakKilobytes, largestKilobytes] = ['', 0, 0];
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const watch = setInterval(() => {
    const resident = residentKilobytes(child.pid ?? 0);
    peakKilobytes = Math.max(
      peakKilobytes,
      resident.reduce((sum, each) => sum + each, 0),
    );
    largestKilobytes = Math.max(largestKilobytes, ...resident);
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}.\n${errors.slice(-2000)}`);
  const [user = 0, system = 0, real = 0] = (errors.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return {
    cpuSeconds: user + system,
    wallSeconds: real,
    peakMegabytes: Math.round(peakKilobytes / 1024),
    largestMegabytes: Math.round(largestKilobytes / 1024),
  };
}

/** The middle of an odd number of runs, by each figure. */
export function medianOf(costs: readonly Cost[]): Cost {
  return {
    cpuSeconds: middleOf(costs.map((cost) => cost.cpuSeconds)),
    wallSeconds: middleOf(costs.map((cost) => cost.wallSeconds)),
    peakMegabytes: middleOf(costs.map((cost) => cost.peakMegabytes)),
    largestMegabytes: middleOf(costs.map((cost) => cost.largestMegabytes)),
  };
}

/** The middle of an odd number of values. */
export function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Of `root` and every process below it. */
function residentKilobytes(root: number): number[] {
  const parents = new Map<number, { parent: number; resident: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), { parent: read('PPid'), resident: read('VmRSS') });
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid)?.parent ?? -1));
  return [...parents].flatMap(([pid, { resident }]) => (isBelow(pid) ? [resident] : []));
}
