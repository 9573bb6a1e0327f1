/** The output folder: built beside, swapped in whole, never half written, never mixed between editions. */
import { lstatSync, utimesSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { listEntries } from '../../disk/list-entries.ts';
import { OutputRefused } from '../../disk/output-refused.ts';
import { replaceFile } from '../../disk/output-writer.ts';
import type { Edition } from '../../shared/incident/site-schema.ts';

/** File in every output folder that says who made it and for whom. */
export const markerFile = 'candor.json';

const stagingOf = (out: string) => `${out}.waiting`;
const previousOf = (out: string) => `${out}.previous`;

/**
 * Makes a folder beside `out` to build in, and puts back what an interrupted swap left aside. In it lies the marker, and
 * what lay in `spare`, an output of before. Throws `OutputRefused` when `out` holds another edition, or files that
 * Candor did not write.
 */
export async function openOutput(out: string, edition: Edition, replaced: string): Promise<string> {
  await recoverOutput(out);
  await refuseForeign(out, edition);
  const staging = stagingOf(out);
  await rm(staging, { recursive: true, force: true });
  await moveOrDrop(replaced, staging);
  await mkdir(staging, { recursive: true });
  replaceFile(join(staging, markerFile), `${JSON.stringify({ generator: 'candor', edition })}\n`);
  return staging;
}

/** A folder that is no folder, or on another disk, is dropped: it only saves work. */
async function moveOrDrop(from: string, to: string): Promise<void> {
  const status = await lstat(from).catch(() => undefined);
  if (status?.isDirectory()) await rename(from, to).catch(() => {});
  await rm(from, { recursive: true, force: true });
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
  const present = await readMarker(out);
  if (present === undefined)
    throw new OutputRefused(`${out} holds files that Candor did not write. Choose an empty folder, or delete it.`);
  if (present !== edition)
    throw new OutputRefused(`${out} holds the ${present} edition; the ${edition} edition needs a folder of its own.`);
}

/** The edition that lies in `out`; `undefined` without a whole marker. */
export async function readMarker(out: string): Promise<unknown> {
  try {
    return (JSON.parse(await readFile(join(out, markerFile), 'utf8')) as { edition?: unknown } | null)?.edition;
  } catch {
    return undefined;
  }
}

/**
 * Puts the finished folder, which holds `files`, in the place of `out`, and what was there into `replaced`. Files whose bytes
 * did not change keep their modification time.
 */
export async function swapOutput(
  out: string,
  { files, replaced, digests }: { files: readonly string[]; replaced: string; digests: FileDigests },
): Promise<void> {
  const [staging, previous] = [stagingOf(out), previousOf(out)];
  keepTimes(staging, out, files, digests);
  await mkdir(dirname(out), { recursive: true });
  await rm(previous, { recursive: true, force: true });
  if (await exists(out)) await rename(out, previous);
  await rename(staging, out);
  await rm(replaced, { recursive: true, force: true });
  await moveOrDrop(previous, replaced);
}

/** Removes what a failed build made beside `out`. */
export async function dropStaging(out: string): Promise<void> {
  await rm(stagingOf(out), { recursive: true, force: true });
}

function keepTimes(staging: string, out: string, files: readonly string[], digests: FileDigests): void {
  for (const file of files) {
    const [path, published] = [join(staging, file), join(out, file)];
    const old = lstatSync(published, { throwIfNoEntry: false });
    if (!old?.isFile()) continue;
    const made = lstatSync(path);
    if (old.size !== made.size || (old.ino === made.ino && old.dev === made.dev)) continue;
    const digest = digests.digestOf(path);
    if (digest === undefined || digest !== digests.digestOf(published)) continue;
    utimesSync(path, old.atime, old.mtime);
    digests.note(path, digest);
  }
}

/** Paths of all files below `folder`, relative, with `/`, sorted; none when there is no folder. */
export async function listOutput(folder: string): Promise<string[]> {
  return listEntries(folder).map(({ file }) => file);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
