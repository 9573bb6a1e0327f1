/** The version of Candor itself. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../disk/installation.ts';

export async function readVersion(): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
