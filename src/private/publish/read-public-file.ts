/** Takes a file of `public/` apart into all texts that somebody could read in it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { maximumAttachmentBytes, readPlainFile } from '../../disk/safe-file.ts';
import { isKnownEnding, type TakenApart, takeApart } from '../../shared/formats/take-apart.ts';
import { innerReadings } from '../../shared/formats/text-readings.ts';
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import { createLinePlaces } from '../../shared/problem/line-places.ts';
import { createProblem, type Place, type Problem } from '../../shared/problem/problem.ts';
import type { PlacedText } from './check-secrets.ts';

/** `file`: its path in `folder`; `shown`: the same as it may be printed. */
export async function readPublicFile(
  folder: string,
  { file, shown }: { file: string; shown: string },
): Promise<{ texts: PlacedText[]; problem?: undefined } | { texts?: undefined; problem: Problem }> {
  const place = { file: shown };
  const path = join(folder, file);
  if (!isKnownEnding(file))
    return { problem: createProblem('public/unknown-kind', place, { sha256: await digestOf(path) }) };
  const read = await readPlainFile(dirname(path), basename(path), { file: shown, limit: maximumAttachmentBytes });
  if (read.problem) return { problem: read.problem };
  let taken: TakenApart;
  try {
    taken = takeApart(file, read.value);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return { problem: createProblem('public/unreadable', place, { reason: cause.message }) };
  }
  const { text, kind } = taken;
  // The gate takes these apart by its own means.
  const inLines = taken.shown ? [taken.shown()] : [];
  const texts = [...taken.texts, ...inLines, ...(kind === 'markup' && text !== undefined ? innerReadings(text) : [])];
  const placed: PlacedText[] = texts.map((content) => ({ text: content, placeAt: () => place }));
  if (text !== undefined) placed.unshift({ text, placeAt: placesIn(text, shown) });
  return { texts: placed };
}

function placesIn(text: string, file: string): (offset: number) => Place {
  const placeOf = createLinePlaces(text);
  return (offset) => ({ file, ...placeOf(offset) });
}

/** Of files of any size. */
export async function digestOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const part of createReadStream(path)) sum.update(part as Buffer);
  return sum.digest('hex');
}
