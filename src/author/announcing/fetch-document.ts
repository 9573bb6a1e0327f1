/** The text at an address, by people who name their own site; what answers there is not trusted. */
import { AnnounceRefused } from './announce-refused.ts';

/** Of a feed, in bytes, wherever it lies. */
export const largestDocument = 100_000_000;
const patience = 30_000;

/**
 * `undefined` where nothing is there. Throws `AnnounceRefused` where nobody can tell, and for what does not end or is too large;
 * its sentence has no user name, password or query of the address.
 */
export async function fetchDocument(
  url: URL,
  { most = largestDocument }: { most?: number } = {},
): Promise<string | undefined> {
  const shown = `${url.origin}${url.pathname}`;
  let text: string | undefined;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (!answer.ok) throw new AnnounceRefused(`${shown} answered ${answer.status}.`);
    text = await readBounded(answer, most);
  } catch (cause) {
    if (cause instanceof AnnounceRefused) throw cause;
    throw new AnnounceRefused(`${shown} cannot be reached.`);
  }
  if (text === undefined) throw new AnnounceRefused(`${shown} is too large for a feed.`);
  return text;
}

/** `undefined` where there is more than `most` bytes; no more than that is ever held. */
async function readBounded({ body }: Response, most: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
