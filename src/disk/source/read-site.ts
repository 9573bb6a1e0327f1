/** Reads everything of a site's folder but its postmortems' text: settings, services, policy, and which files there are. */
import { lstatSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { reservedPageIds } from '../../shared/addresses/reserved-page-ids.ts';
import { isAddressName } from '../../shared/incident/address-name.ts';
import { type Service, serviceSchema } from '../../shared/incident/service-schema.ts';
import { type SiteSettings, siteSchema, translationsOf } from '../../shared/incident/site-schema.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { type Policy, peopleSchema, redactionSchema } from '../../shared/redaction/policy-schema.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';
import { themeSlots } from '../../shared/theme/public-theme.ts';
import { checkSchema } from '../../shared/yaml/schema-problems.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';
import { readPlainText } from '../safe-file.ts';

export interface SiteSource {
  settings: SiteSettings;
  services: Record<string, Service>;
  policy: Policy;
  /** Folders of `content/postmortems/`, in order of their names. */
  postmortems: string[];
  /** Names without `.mdx` of `content/pages/`, in order. */
  pages: string[];
  /** Names without `.mdx` of their translations, `about.de`, in order. */
  translatedPages: string[];
  /** Places that `content/theme/` fills, `footer`, and their translations, `footer.de`. */
  slots: string[];
}

/** Reads `<site>/content`. Without settings and a policy there is no site: then `site` is absent. */
export async function readSite(site: string): Promise<{ site?: SiteSource; problems: Problem[] }> {
  const content = join(site, 'content');
  const linked = await findLinks(site, [
    'content',
    'content/services',
    'content/postmortems',
    'content/pages',
    'content/theme',
  ]);
  if (linked.length > 0) return { problems: linked };
  const settings = await readYamlFile(content, 'site.yaml', siteSchema, {});
  const people = await readYamlFile(content, 'people.yaml', peopleSchema, { secret: true });
  const redaction = await readYamlFile(content, 'redaction.yaml', redactionSchema, { secret: true });
  const services = await readServices(join(content, 'services'));
  const postmortems = await listFolders(join(content, 'postmortems'));
  const languages = settings.value ? translationsOf(settings.value) : await languagesOfFiles(content);
  const pages = await listPages(join(content, 'pages'), languages);
  const slots = await listSlots(join(content, 'theme'), languages);
  const problems = [settings, people, redaction, services, postmortems, pages, slots].flatMap((part) => part.problems);
  const folders = new Set(languages.map((tag) => tag.toLowerCase()));
  for (const name of pages.names)
    if (folders.has(name)) problems.push(createProblem('record/reserved-page', { file: `content/pages/${name}.mdx` }));
  if (!settings.value || !people.value || !redaction.value) return { problems };
  return {
    problems,
    site: {
      settings: settings.value,
      services: services.value,
      policy: { people: people.value, redaction: redaction.value },
      postmortems: postmortems.names,
      pages: pages.names,
      translatedPages: pages.translated,
      slots: slots.names,
    },
  };
}

/** Where the settings cannot be read, no translation is told to be one too many. */
async function languagesOfFiles(content: string): Promise<string[]> {
  const names = [...(await namesIn(join(content, 'pages'))), ...(await namesIn(join(content, 'theme')))];
  return [...new Set(names.flatMap((name) => /\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.mdx$/.exec(name)?.[1] ?? []))];
}

/** A linked folder would bring in files from anywhere on the machine that builds. */
async function findLinks(site: string, folders: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const folder of folders) {
    const status = await lstat(join(site, folder)).catch(() => undefined);
    if (status && !status.isDirectory()) problems.push(createProblem('file/outside', { file: folder }));
  }
  return problems;
}

async function readYamlFile<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  options: { secret?: boolean; shownAs?: string },
): Promise<{ value?: z.output<S>; problems: Problem[] }> {
  const file = options.shownAs ?? `content/${name}`;
  const text = await readPlainText(folder, name, { file });
  if (text.problem) return { problems: [text.problem] };
  const yaml = parseYaml(text.value, file, 1, options);
  if (!yaml.document) return { problems: yaml.problems };
  // A file of comments alone stands for an empty policy; other schemas say themselves what they lack.
  const document = yaml.document.value === null ? { ...yaml.document, value: {} } : yaml.document;
  return checkSchema(document, schema, options);
}

async function readServices(folder: string): Promise<{ value: Record<string, Service>; problems: Problem[] }> {
  const names = (await namesIn(folder)).filter((name) => !name.startsWith('.'));
  const problems: Problem[] = [];
  const services: Record<string, Service> = {};
  for (const name of names) {
    const shownAs = `content/services/${name}`;
    const id = /^(.*)\.yaml$/.exec(name)?.[1];
    if (id === undefined || !isAddressName(id)) {
      const location = { file: shownAs };
      problems.push(
        id === undefined
          ? createProblem('file/unexpected', location, { name })
          : createProblem('record/bad-slug', location),
      );
      continue;
    }
    const read = await readYamlFile(folder, name, serviceSchema, { shownAs });
    problems.push(...read.problems);
    // A file that cannot be read stands for a service of which nothing is public, so that the rest is checked too.
    services[id] = read.value ?? serviceSchema.parse({ name: id, internal: true });
  }
  return { value: services, problems };
}

async function listFolders(folder: string): Promise<{ names: string[]; problems: Problem[] }> {
  const names: string[] = [];
  const problems: Problem[] = [];
  for (const name of await namesIn(folder)) {
    if (name.startsWith('.')) continue;
    const file = `content/postmortems/${name}`;
    const status = lstatSync(join(folder, name));
    if (status.isSymbolicLink()) problems.push(createProblem('file/outside', { file }));
    else if (!status.isDirectory()) problems.push(createProblem('file/unexpected', { file }, { name }));
    else if (!isAddressName(name)) problems.push(createProblem('record/bad-slug', { file }));
    else names.push(name);
  }
  return { names, problems };
}

async function listPages(
  folder: string,
  languages: readonly string[],
): Promise<{ names: string[]; translated: string[]; problems: Problem[] }> {
  const all = (await namesIn(folder)).filter((name) => !name.startsWith('.'));
  const translated = all.filter((name) => languages.some((language) => name.endsWith(`.${language}.mdx`)));
  const names = all.filter((name) => !translated.includes(name));
  const isPage = (name: string) => name.endsWith('.mdx') && isAddressName(name.slice(0, -4)) && !isReserved(name);
  const problems = names
    .filter((name) => !isPage(name))
    .map((name) => {
      const location = { file: `content/pages/${name}` };
      if (isReserved(name)) return createProblem('record/reserved-page', location);
      return /^[^.]+\.mdx$/.test(name)
        ? createProblem('record/bad-slug', location)
        : createProblem('file/unexpected', location, { name });
    });
  const pages = names.filter(isPage).map((name) => name.slice(0, -4));
  for (const name of translated) {
    const original = name.replace(/\.[^.]+\.mdx$/, '');
    if (!pages.includes(original))
      problems.push(
        createProblem('file/not-found', { file: `content/pages/${name}` }, { path: `content/pages/${original}.mdx` }),
      );
  }
  return { names: pages, translated: translated.map((name) => name.slice(0, -4)), problems };
}

/** Other files there are pictures that the places show. */
async function listSlots(
  folder: string,
  languages: readonly string[],
): Promise<{ names: string[]; problems: Problem[] }> {
  const files = (await namesIn(folder)).filter((name) => !name.startsWith('.'));
  const possible = themeSlots.flatMap((slot) => [slot, ...languages.map((language) => `${slot}.${language}`)]);
  const names = possible.filter((slot) => files.includes(`${slot}.mdx`));
  const problems = files
    .filter((name) => !pictureEnding.test(name) && !names.some((slot) => name === `${slot}.mdx`))
    .map((name) =>
      createProblem('theme/unknown-place', { file: `content/theme/${name}` }, { name, known: themeSlots }),
    );
  return { names, problems };
}

function isReserved(name: string): boolean {
  return reservedPageIds.includes(name.replace(/\.mdx$/, ''));
}

/** Names in a folder in the order of their bytes; none when there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
