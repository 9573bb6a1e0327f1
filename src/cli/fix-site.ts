/** `candor check --fix`: mends what has one certain mend, in the files of a site. */
import { lstat, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { fixYaml } from '../author/fixes/fix-yaml.ts';
import { maximumTextBytes, readPlainFile } from '../disk/safe-file.ts';
import { nameOfStory } from '../disk/source/read-postmortem.ts';
import { postmortemSchema } from '../shared/incident/postmortem-schema.ts';
import { serviceSchema } from '../shared/incident/service-schema.ts';
import { siteSchema } from '../shared/incident/site-schema.ts';
import { translationSchema } from '../shared/incident/translation-schema.ts';
import { splitFrontmatter } from '../shared/yaml/frontmatter.ts';

interface Fixable {
  folder: string;
  name: string;
  /** Path as its author knows it. */
  file: string;
  schema: z.ZodType;
}

/** What was done, a line each; files are replaced as a whole, and those that need nothing are not touched. */
export async function fixSite(site: string): Promise<string[]> {
  const lines: string[] = [];
  for (const fixable of await listFixable(join(site, 'content'))) lines.push(...(await fixFile(fixable)));
  return lines;
}

async function listFixable(content: string): Promise<Fixable[]> {
  // A linked folder could lead anywhere: nothing is written there.
  const isFolder = async (path: string) => (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
  const names = async (folder: string) =>
    (await isFolder(join(content, folder))) ? (await readdir(join(content, folder))).sort() : [];
  if (!(await isFolder(content))) return [];
  const slugs: string[] = [];
  for (const slug of await names('postmortems'))
    if (await isFolder(join(content, 'postmortems', slug))) slugs.push(slug);
  const stories: { slug: string; name: string }[] = [];
  for (const slug of slugs)
    for (const name of await readdir(join(content, 'postmortems', slug)))
      if (/^index(?:\.[A-Za-z-]+)?\.mdx$/.test(name)) stories.push({ slug, name });
  const services = (await names('services')).filter((name) => name.endsWith('.yaml'));
  return [
    { folder: content, name: 'site.yaml', file: 'content/site.yaml', schema: siteSchema },
    ...services.map((name) => ({
      folder: join(content, 'services'),
      name,
      file: `content/services/${name}`,
      schema: serviceSchema,
    })),
    ...stories.map(({ slug, name }) => ({
      folder: join(content, 'postmortems', slug),
      name,
      file: `content/postmortems/${slug}/${name}`,
      schema: name === nameOfStory() ? postmortemSchema : translationSchema,
    })),
  ];
}

async function fixFile({ folder, name, file, schema }: Fixable): Promise<string[]> {
  const read = await readPlainFile(folder, name, { file, limit: maximumTextBytes });
  if (read.problem) return [];
  const text = decode(read.value);
  if (text === undefined) return [];
  const part = name.endsWith('.mdx') ? frontmatterOf(text, file) : { before: '', yaml: text, after: '', line: 1 };
  if (!part) return [];
  const fixed = fixYaml(part.yaml, schema);
  if (fixed.fixes.length === 0) return [];
  const temporary = join(folder, `.${name}.${process.pid}.part`);
  await writeFile(temporary, part.before + fixed.text + part.after);
  await rename(temporary, join(folder, name));
  return fixed.fixes.map(({ line, what }) => `${file}:${line + part.line - 1} ${what}`);
}

/** `undefined` for what is not UTF-8, and for old line ends, which `check` reads as new ones and an edit would mix. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\r(?!\n)/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function frontmatterOf(text: string, file: string) {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const split = splitFrontmatter(text.slice(mark.length), file);
  if ('code' in split) return undefined;
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, start + split.yaml.length);
  return { before: text.slice(0, start), yaml, after: text.slice(start + yaml.length), line: split.yamlLine };
}
