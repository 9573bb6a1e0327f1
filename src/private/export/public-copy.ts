/** Every file of a site's sources as the public may have it, in memory. */
import { parse } from 'csv-parse/sync';
import { stringify as stringifyCsv } from 'csv-stringify/sync';
import { parseDocument, stringify } from 'yaml';
import { publicPixels } from '../../disk/images/publish-image.ts';
import { readSiteFile, readSiteText } from '../../disk/safe-file.ts';
import { nameOfStory } from '../../disk/source/read-postmortem.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { catalogue, isSuppressible, problemCodes } from '../../shared/problem/catalogue.ts';
import { peopleInLanguage } from '../../shared/redaction/people-in-language.ts';
import { isAttachmentPath } from '../../shared/redaction/permitted-files.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { type Split, splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { listResources } from '../markdown/list-resources.ts';
import { parseStory } from '../markdown/parse-story.ts';
import { publicSource } from '../markdown/public-source.ts';
import { removeInternal } from '../markdown/remove-internal.ts';
import { decoded } from '../markdown/visible-texts.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';
import { publicFile } from './public-file.ts';
import { dropComments } from './public-frontmatter.ts';

export type Files = Map<string, string | Uint8Array>;

/** Paths below the copy, with `/`. Only what the snapshot shows is in it. */
export async function publicCopy(site: string, source: SiteSource, snapshot: SiteSnapshot): Promise<Files> {
  const files: Files = new Map();
  const content = (path: string) => readText(site, `content/${path}`);
  files.set('content/site.yaml', publicSettings(await content('site.yaml')));
  files.set('content/people.yaml', '{}\n');
  files.set('content/redaction.yaml', allowances(source, snapshot));
  for (const { id } of snapshot.services)
    files.set(`content/services/${id}.yaml`, withoutComments(await content(`services/${id}.yaml`)));
  const { people } = source.policy;
  await addPages(files, { site, snapshot, people });
  const { renamed } = await locationsWith(site, source, files);
  for (const name of source.slots) {
    const path = `content/theme/${name}.mdx`;
    const [, language] = name.split('.');
    const spoken = language === undefined ? people : peopleInLanguage(people, language);
    files.set(path, publicSource(await readText(site, path), { people: spoken, renamed }));
  }
  for (const published of snapshot.postmortems) {
    const folder = `content/postmortems/${published.slug}`;
    const text = await readText(site, `${folder}/index.mdx`);
    const translated = await Promise.all(
      Object.entries(translationsOf(snapshot, published.slug)).map(async ([language, translation]) => {
        const path = `${folder}/${nameOfStory(language)}`;
        const text = await readText(site, path);
        return { path, text, published: translation.postmortem, people: peopleInLanguage(people, language) };
      }),
    );
    const bodies = [text, ...translated.map((translation) => translation.text)];
    const { renamed } = await addShown(files, {
      site,
      folder,
      bodies: bodies.map((body) => splitPublished(body, folder).body),
      taken: published.attachments.map(({ file }) => file),
    });
    for (const { file } of published.attachments)
      files.set(`${folder}/${file}`, await readBytes(site, `${folder}/${file}`));
    files.set(`${folder}/${nameOfStory()}`, publicFile(text, published, { people, renamed }));
    for (const { path, text: source, published: shown, people: spoken } of translated)
      files.set(path, publicFile(source, shown, { people: spoken, renamed }));
  }
  return files;
}

/** Pages of the owner's and their translations, whose pictures lie in one folder. */
async function addPages(
  files: Files,
  { site, snapshot, people }: { site: string; snapshot: SiteSnapshot; people: People },
): Promise<void> {
  const pages = await Promise.all(
    [...snapshot.pages, ...snapshot.translatedPages].map(async ({ id, language }) => {
      const path = `content/pages/${id}${language === undefined ? '' : `.${language}`}.mdx`;
      const spoken = language === undefined ? people : peopleInLanguage(people, language);
      return { path, people: spoken, split: splitPublished(await readText(site, path), path) };
    }),
  );
  const bodies = pages.map(({ split }) => split.body);
  const { renamed } = await addShown(files, { site, folder: 'content/pages', bodies });
  for (const { path, people: spoken, split } of pages) {
    const yaml = withoutComments(split.yaml).trimEnd();
    files.set(path, `---\n${yaml}\n---\n${publicSource(split.body, { people: spoken, renamed })}`);
  }
}

/** Adds the pictures of all places of the theme, which lie in one folder. */
async function locationsWith(
  site: string,
  { slots }: SiteSource,
  files: Files,
): Promise<{ renamed: Map<string, string> }> {
  const texts = await Promise.all(slots.map((name) => readText(site, `content/theme/${name}.mdx`)));
  return addShown(files, { site, folder: 'content/theme', bodies: texts });
}

function translationsOf({ translations }: SiteSnapshot, slug: string): SiteSnapshot['translations'][string] {
  return (Object.hasOwn(translations, slug) ? translations[slug] : undefined) ?? {};
}

function splitPublished(text: string, path: string): Split {
  const split = splitFrontmatter(text, path);
  if ('code' in split) throw new Error('A file that was published has no frontmatter.');
  return split;
}

/** Exceptions are for words and files that are public; why they are is not. */
function allowances({ policy }: SiteSource, { postmortems }: SiteSnapshot): string {
  const offered = new Set(
    postmortems.flatMap(({ slug, attachments }) =>
      attachments.map(({ file }) => `content/postmortems/${slug}/${file}`),
    ),
  );
  const allow = policy.redaction.allow.map(({ text, until }) => ({ text, because: 'Public.', until }));
  const files = policy.redaction.files
    .filter(({ path }) => !isAttachmentPath(path) || offered.has(path))
    .map((file) => ({ ...file, because: 'Public.' }));
  return stringify(files.length > 0 ? { allow, files } : { allow });
}

function withoutComments(yaml: string): string {
  const document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  dropComments(document);
  return document.toString({ lineWidth: 0 });
}

/** Suppressions are comments, and gone: what they suppressed may be said of the copy, and must not stop it. */
function publicSettings(yaml: string): string {
  const document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  dropComments(document);
  for (const code of problemCodes.filter(isSuppressible)) {
    const level = document.getIn(['checks', code]) ?? catalogue[code].severity;
    if (level === 'error') document.setIn(['checks', code], 'warning');
  }
  return document.toString({ lineWidth: 0 });
}

async function readText(site: string, path: string): Promise<string> {
  return (await readSiteText(site, path)) ?? gone(path);
}

async function readBytes(site: string, path: string): Promise<Buffer> {
  return (await readSiteFile(site, path)) ?? gone(path);
}

function gone(path: string): never {
  throw new Error(`${path} changed while the site was exported.`);
}

interface ShownFiles {
  site: string;
  folder: string;
  bodies: readonly string[];
  /** Names that other files of the folder have. */
  taken?: readonly string[];
}

/** Adds the pictures and tables that public stories of one folder show. Told back: their names, which are others. */
async function addShown(
  files: Files,
  { site, folder, bodies, taken = [] }: ShownFiles,
): Promise<{ renamed: Map<string, string> }> {
  const nameOther = (other: string): string => (taken.includes(other) ? nameOther(`shown-${other}`) : other);
  const shown = bodies.map((body) => {
    const { tree } = parseStory(body, () => ({ file: folder }));
    if (!tree) throw new Error('A story that was published cannot be read.');
    removeInternal(tree, () => ({ file: folder }));
    return listResources(tree);
  });
  const images = shown.flatMap((story) => story.images);
  const charts = shown.flatMap((story) => story.charts);
  const renamed = new Map<string, string>();
  // Neither names of files nor what else is in them is public: only what is shown.
  for (const name of new Set(images.map(({ src }) => decoded(src).replace(/^\.\//, '')))) {
    const other = nameOther(`picture-${renamed.size + 1}.png`);
    files.set(`${folder}/${other}`, await publicPixels(await readBytes(site, `${folder}/${name}`)));
    renamed.set(name, other);
  }
  for (const name of new Set(charts.map(({ attributes }) => nameOf(attributes)))) {
    const columns = charts
      .filter(({ attributes }) => nameOf(attributes) === name)
      .flatMap(({ attributes }) => columnsOf(attributes));
    const other = nameOther(`table-${renamed.size + 1}.csv`);
    files.set(
      `${folder}/${other}`,
      plottedColumns((await readBytes(site, `${folder}/${name}`)).toString('utf8'), columns),
    );
    renamed.set(name, other);
  }
  return { renamed };
}

function nameOf(attributes: Record<string, string>): string {
  return (attributes['data'] ?? '').replace(/^\.\//, '');
}

function columnsOf({ x = '', y = '' }: Record<string, string>): string[] {
  return [x, ...y.split(',').map((column) => column.trim())];
}

/** The columns that charts draw, in the order of the file; every other one is private. */
function plottedColumns(csv: string, wanted: readonly string[]): string {
  const rows = parse(csv, { relax_column_count: true, skip_empty_lines: true, trim: true, bom: true }) as string[][];
  const indexes = (rows[0] ?? []).flatMap((name, index) =>
    wanted.includes(name) && rows[0]?.indexOf(name) === index ? [index] : [],
  );
  return stringifyCsv(rows.map((row) => indexes.map((index) => row[index] ?? '')));
}
