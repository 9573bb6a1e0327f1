/** Reads the files of one postmortem's folder. */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProblem, type Problem } from '../problem/problem.ts';
import { decodeText, maximumAttachmentBytes, maximumTextBytes, type Read, readPlainFile } from './safe-file.ts';

export interface PostmortemFiles {
  slug: string;
  /** Path of `index.mdx` as shown to its author. */
  file: string;
  text: string;
  attachment(name: string): Promise<Read<Uint8Array>>;
}

const known = /^[^.].*\.(?:png|jpe?g|webp|gif|avif|svg|csv|mdx|md|txt)$/i;
/** What its author takes for a translation. */
const translation = /^index\..+\.mdx?$/i;

/** Reads `content/postmortems/<slug>/index.mdx`; other files are read when the story asks for them. */
export async function readPostmortem(
  site: string,
  slug: string,
): Promise<{ files?: PostmortemFiles; problems: Problem[] }> {
  const folder = join(site, 'content', 'postmortems', slug);
  const shown = `content/postmortems/${slug}`;
  const file = `${shown}/index.mdx`;
  const strange = (await readdir(folder, { withFileTypes: true }))
    .filter(
      (entry) =>
        !entry.name.startsWith('.') && !(entry.isFile() && known.test(entry.name) && !translation.test(entry.name)),
    )
    .map((entry) => entry.name)
    .sort();
  const problems = strange.map((name) => {
    const place = { file: `${shown}/${name}` };
    return translation.test(name)
      ? createProblem('translation/not-listed', place, { name, known: [] })
      : createProblem('file/unexpected', place, { name });
  });
  const bytes = await readPlainFile(folder, 'index.mdx', { file, limit: maximumTextBytes });
  if (bytes.problem) return { problems: [...problems, bytes.problem] };
  const text = decodeText(bytes.value, file);
  if (text.problem) return { problems: [...problems, text.problem] };
  const attachment = (name: string) =>
    readPlainFile(folder, name, { file: `${shown}/${name}`, limit: maximumAttachmentBytes });
  return { files: { slug, file, text: text.value, attachment }, problems };
}

/** A digest of all files of the folder, names included: it changes when any of them does. */
export async function digestPostmortem(site: string, slug: string): Promise<string> {
  const folder = join(site, 'content', 'postmortems', slug);
  const hash = createHash('sha256');
  const names = (await readdir(folder)).sort();
  for (const name of names) {
    const path = join(folder, name);
    const status = await lstat(path);
    hash.update(JSON.stringify([name, status.isFile(), status.size]));
    if (status.isFile() && status.size <= maximumAttachmentBytes) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

/** A digest of a page of the owner's and of all pictures and tables beside pages. */
export async function digestPage(site: string, name: string): Promise<string> {
  const folder = join(site, 'content', 'pages');
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) {
    if (file !== `${name}.mdx` && file.endsWith('.mdx')) continue;
    const status = await lstat(join(folder, file));
    hash.update(JSON.stringify([file, status.isFile(), status.size]));
    if (status.isFile() && status.size <= maximumAttachmentBytes) hash.update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}
