/** Runs the process that draws cards over a projection. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CardCounts {
  drawn: number;
  kept: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = fileURLToPath(new URL('./card-process.ts', import.meta.url));

/** The flags under which cards are drawn: reads the projection, the code and the libraries; writes the store. */
export function cardFlags(projection: string, store: string): string[] {
  const readable = [join(root, 'src'), join(root, 'node_modules'), join(root, 'package.json'), projection, store];
  return [
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${store}`,
  ];
}

/** Draws what is missing into `<store>/files`. Throws when a card cannot be drawn. */
export async function drawCards(projection: string, store: string): Promise<CardCounts> {
  await mkdir(store, { recursive: true });
  const environment = { CANDOR_PROJECTION: projection, TZ: 'UTC', NODE_NO_WARNINGS: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...cardFlags(projection, store), script, store], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as CardCounts);
      else reject(new Error(`The cards could not be drawn; the process stopped with code ${code}.\n${errors}`));
    });
  });
}
