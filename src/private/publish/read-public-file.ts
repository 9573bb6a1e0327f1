/** Takes a file of `public/` apart into all texts that somebody could read in it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { maximumAttachmentBytes, readPlainFile } from '../../disk/safe-file.ts';
import { isKnownEnding } from '../../shared/formats/take-apart.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { LocatedText } from './check-secrets.ts';
import { readWholeFile } from './read-whole-file.ts';

/** `file`: its path in `folder`; `shown`: the same as it may be printed. */
export async function readPublicFile(
  folder: string,
  { file, shown }: { file: string; shown: string },
): Promise<{ texts: LocatedText[]; problem?: undefined } | { texts?: undefined; problem: Problem }> {
  const location = { file: shown };
  const path = join(folder, file);
  if (!isKnownEnding(file))
    return { problem: createProblem('public/unknown-kind', location, { sha256: await digestOf(path) }) };
  const read = await readPlainFile(dirname(path), basename(path), { file: shown, limit: maximumAttachmentBytes });
  if (read.problem) return { problem: read.problem };
  const { texts, reason } = readWholeFile(file, read.value, shown);
  return texts ? { texts } : { problem: createProblem('public/unreadable', location, { reason }) };
}

/** Of files of any size. */
export async function digestOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const part of createReadStream(path)) sum.update(part as Buffer);
  return sum.digest('hex');
}
