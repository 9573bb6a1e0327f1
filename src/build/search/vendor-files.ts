/** Files that Pagefind writes the same into every index: scripts, styles and its WebAssembly. */
import { hash } from 'node:crypto';
import * as pagefind from 'pagefind';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { spokenLanguages } from '../../shared/incident/languages.ts';

export interface VendorMemory {
  /** File of what is remembered. */
  path: string;
  /** Digest of all code, that of Pagefind with it. */
  key: string;
}

/** SHA-256 digests, in hex, of what Pagefind writes for an index of one page in each language. Pagefind is left running. */
export async function vendorDigests(memory?: VendorMemory): Promise<ReadonlySet<string>> {
  const known = memory && readSealed(memory.path, memory.key);
  if (known !== undefined) return new Set(known.split('\n'));
  const digests = await makeDigests();
  if (memory) writeSealed(memory.path, memory.key, digests.join('\n'));
  return new Set(digests);
}

async function makeDigests(): Promise<string[]> {
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind could not be started.');
  // What is there for a language is written where a page is in it.
  for (const language of spokenLanguages)
    await index.addHTMLFile({
      url: `/${language}/`,
      content: `<html lang="${language}"><body><p>word</p></body></html>`,
    });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const shared = files.filter(({ path }) => /\.(?:js|css|pagefind)$/.test(path));
  return [...new Set(shared.map(({ content }) => hash('sha256', content)))].sort();
}
