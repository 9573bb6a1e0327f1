/** Files that Pagefind writes the same into every index: scripts, styles and its WebAssembly. */
import { createHash } from 'node:crypto';
import * as pagefind from 'pagefind';

/** SHA-256 digests, in hex, of what Pagefind writes for an index of one page. */
export async function vendorDigests(): Promise<ReadonlySet<string>> {
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind could not be started.');
  // One page of each kind of content, so that the parts that depend on it are all written.
  await index.addHTMLFile({ url: '/', content: '<html lang="en"><body><p>word</p></body></html>' });
  const { files } = await index.getFiles();
  await pagefind.close();
  const shared = files.filter(({ path }) => /\.(?:js|css|pagefind)$/.test(path));
  return new Set(shared.map(({ content }) => createHash('sha256').update(content).digest('hex')));
}
