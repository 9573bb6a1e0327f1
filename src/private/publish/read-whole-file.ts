/** Takes a file that is published as it is apart into all texts that somebody could read in it. */
import { type TakenApart, takeApart } from '../../shared/formats/take-apart.ts';
import { innerReadings } from '../../shared/formats/text-readings.ts';
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import type { LocatedText } from './check-secrets.ts';

/** Of a file of text, all of it stands first. `reason`: why it cannot be read, quoting nothing. */
export type ReadFile = { texts: LocatedText[]; reason?: never } | { texts?: never; reason: string };

/** By the ending of `name`; places are in `shown`. */
export function readWholeFile(name: string, bytes: Uint8Array, shown: string): ReadFile {
  let taken: TakenApart;
  try {
    taken = takeApart(name, bytes);
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return { reason: cause.message };
  }
  const { text, kind } = taken;
  // The gate takes these apart by its own means.
  const inLines = taken.shown ? [taken.shown()] : [];
  const texts = [...taken.texts, ...inLines, ...(kind === 'markup' && text !== undefined ? innerReadings(text) : [])];
  const placed: LocatedText[] = texts.map((content) => ({ text: content, locationAt: () => ({ file: shown }) }));
  if (text === undefined) return { texts: placed };
  return { texts: [{ text, locationAt: placesIn(text, shown) }, ...placed] };
}

function placesIn(text: string, file: string): (offset: number) => SourceLocation {
  const locationOf = createLineLocations(text);
  return (offset) => ({ file, ...locationOf(offset) });
}
