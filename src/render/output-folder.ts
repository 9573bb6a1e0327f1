/** The output folder: built beside, swapped in whole, never half written, never mixed between editions. */
import { constants } from 'node:fs';
import {
  appendFile,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Edition } from '../incident/site-schema.ts';

/** File in every output folder that says who made it and for whom. */
export const markerFile = 'candor.json';

export class OutputRefused extends Error {
  /** The file at fault, relative to the folder copied; absent where the output folder itself is. */
  readonly file: string | undefined;

  constructor(message: string, file?: string) {
    super(message);
    this.file = file;
  }
}

const waitingOf = (out: string) => `${out}.waiting`;
const previousOf = (out: string) => `${out}.previous`;

/**
 * Makes an empty folder beside `out` to build in, and puts back what an interrupted swap left aside. Throws
 * `OutputRefused` when `out` holds another edition, or files that Candor did not write.
 */
export async function openOutput(out: string, edition: Edition): Promise<string> {
  await recoverOutput(out);
  await refuseForeign(out, edition);
  const waiting = waitingOf(out);
  await rm(waiting, { recursive: true, force: true });
  await mkdir(waiting, { recursive: true });
  await writeFile(join(waiting, markerFile), `${JSON.stringify({ generator: 'candor', edition })}\n`);
  return waiting;
}

/** After a stop between the two renames of a swap, the published folder stands aside: it is put back. */
export async function recoverOutput(out: string): Promise<void> {
  const [hasOut, hasPrevious] = [await exists(out), await exists(previousOf(out))];
  if (!hasOut && hasPrevious) await rename(previousOf(out), out);
  if (hasOut && hasPrevious) await rm(previousOf(out), { recursive: true, force: true });
}

async function refuseForeign(out: string, edition: Edition): Promise<void> {
  const status = await lstat(out).catch(() => undefined);
  if (!status) return;
  if (!status.isDirectory()) throw new OutputRefused(`${out} is not a folder.`);
  const names = await readdir(out);
  if (names.length === 0) return;
  const marker = await readFile(join(out, markerFile), 'utf8').catch(() => undefined);
  if (marker === undefined)
    throw new OutputRefused(`${out} holds files that Candor did not write. Choose an empty folder, or delete it.`);
  const present = (JSON.parse(marker) as { edition?: string }).edition;
  if (present !== edition)
    throw new OutputRefused(`${out} holds the ${present} edition; the ${edition} edition needs a folder of its own.`);
}

/** Puts the finished folder in the place of `out`. Files whose bytes did not change keep their modification time. */
export async function swapOutput(out: string): Promise<void> {
  const [waiting, previous] = [waitingOf(out), previousOf(out)];
  await keepTimes(waiting, out);
  await mkdir(dirname(out), { recursive: true });
  await rm(previous, { recursive: true, force: true });
  if (await exists(out)) await rename(out, previous);
  await rename(waiting, out);
  await rm(previous, { recursive: true, force: true });
}

/** Removes what a failed build made beside `out`. */
export async function dropWaiting(out: string): Promise<void> {
  await rm(waitingOf(out), { recursive: true, force: true });
}

async function keepTimes(waiting: string, out: string): Promise<void> {
  for (const file of await listOutput(waiting)) {
    const [path, published] = [join(waiting, file), join(out, file)];
    const [made, old] = [await stat(path), await stat(published).catch(() => undefined)];
    if (!old?.isFile() || old.size !== made.size) continue;
    if ((await readFile(path)).equals(await readFile(published))) await utimes(path, old.atime, old.mtime);
  }
}

/** Lists of rules for hosts: what the owner adds stands below what is there. */
const ruleFiles: ReadonlySet<string> = new Set(['_headers', '_redirects']);

/**
 * Copies a folder's plain files; lists of rules are joined. Throws `OutputRefused` for a link, a device, or a file that
 * is there already, also when only upper and lower case differ.
 */
export async function copyInto(folder: string, target: string): Promise<void> {
  const status = await lstat(folder).catch(() => undefined);
  if (status && !status.isDirectory()) throw new OutputRefused(`${folder} is a link. Put the folder itself there.`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const taken = new Set((await listOutput(target)).map((file) => file.toLowerCase()));
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const source = join(entry.parentPath, entry.name);
    const file = relative(folder, source).replaceAll('\\', '/');
    if (!entry.isFile())
      throw new OutputRefused(`${file} in ${folder} is a link or a device. Copy the file itself.`, file);
    if (taken.has(file) && ruleFiles.has(file)) {
      await appendFile(join(target, file), Buffer.concat([Buffer.from('\n'), await readFile(source)]));
      continue;
    }
    if (taken.has(file.toLowerCase()))
      throw new OutputRefused(`${file} in ${folder} has the name of a file that Candor writes. Rename it.`, file);
    await mkdir(dirname(join(target, file)), { recursive: true });
    await copyFile(source, join(target, file), constants.COPYFILE_EXCL);
  }
}

/** Paths of all files below `folder`, relative, with `/`, sorted; none when there is no folder. */
export async function listOutput(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
