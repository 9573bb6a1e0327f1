/** Files that Pagefind writes the same into every index: scripts, styles and its WebAssembly. */
import { createHash } from 'node:crypto';
import * as pagefind from 'pagefind';
import { spokenLanguages } from '../../shared/incident/languages.ts';

/** SHA-256 digests, in hex, of what Pagefind writes for an index of one page in each language. Pagefind is left running. */
export async function vendorDigests(): Promise<ReadonlySet<string>> {
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
  return new Set(shared.map(({ content }) => createHash('sha256').update(content).digest('hex')));
}
