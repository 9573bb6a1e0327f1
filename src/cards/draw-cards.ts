/** Runs the process that draws cards over a projection. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLimited } from '../render/limited-process.ts';

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
  return runLimited({
    words: [...cardFlags(projection, store), script, store],
    environment,
    failure: 'The cards could not be drawn; the process stopped',
  });
}
