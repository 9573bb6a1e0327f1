/** The text at an address; `undefined` where nothing is there. Throws `AnnounceRefused` where nobody can tell. */
import { AnnounceRefused } from './announce-refused.ts';

export async function fetchDocument(url: URL): Promise<string | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  if (!answer) throw new AnnounceRefused(`${url.href} cannot be reached.`);
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (!answer.ok) throw new AnnounceRefused(`${url.href} answered ${answer.status}.`);
  return await answer.text();
}
