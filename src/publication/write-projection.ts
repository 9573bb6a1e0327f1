/** Writes the projection: the public bytes, as files that the renderer reads and people can inspect and compare. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { PromisedActions } from '../incident/promises.ts';
import type { ProjectedPostmortem } from '../incident/public-postmortem.ts';
import type { PublicService, Service } from '../incident/service-schema.ts';
import type { PublicSite } from '../incident/site-schema.ts';
import type { CountedRecord } from '../incident/sum-counts.ts';
import type { ContentPage, PostmortemSummary, Translations } from '../site-data.ts';
import type { PublicTheme } from '../theme/public-theme.ts';
import { markLanguage } from './mark-language.ts';
import type { PagePublication } from './publish-page.ts';
import type { Publication } from './publish-postmortem.ts';

export interface ProjectionParts {
  settings: PublicSite;
  /** The same in each further language. */
  translated: readonly PublicSite[];
  theme: PublicTheme;
  services: Record<string, Service>;
  /** What is published now. */
  publications: Publication[];
  /** The owner's pages, and what else has pictures and no address. */
  pages: Pick<PagePublication, 'page' | 'images'>[];
  now: string;
}

export interface ProjectionWriter {
  /** Brings the folder to exactly these parts, and gives back its path; files whose bytes stay the same are not touched. */
  write(parts: ProjectionParts): Promise<string>;
}

/** Remembers what it wrote, so that writing again after a small change touches little. Nothing else may write there. */
export function createProjectionWriter(folder: string): ProjectionWriter {
  let written: ReadonlyMap<string, string | Uint8Array> | undefined;
  const texts: KnownTexts = new WeakMap();
  return {
    async write(parts) {
      const files = projectionFiles(parts, texts);
      const earlier = written;
      const present = earlier ? [...earlier.keys()] : await listFiles(folder);
      // Not known again until all of it is written.
      written = undefined;
      for (const [path, content] of files) {
        if (earlier?.get(path) !== content) await writeChanged(join(folder, path), content);
      }
      for (const path of present) if (!files.has(path)) await rm(join(folder, path));
      written = files;
      return folder;
    },
  };
}

/** Every file of the projection by its path. */
function projectionFiles(parts: ProjectionParts, texts: KnownTexts): Map<string, string | Uint8Array> {
  const { settings, translated, publications, pages } = parts;
  const files = new Map<string, string | Uint8Array>();
  addSite(files, '', settings, parts, texts);
  // A site in another language is one of its own, beside which lies nothing that has no language.
  for (const site of translated) addSite(files, `${translationFolder(site.language)}/`, site, parts, texts);
  for (const { images } of [...publications, ...pages])
    for (const { name, bytes } of images) files.set(`images/${name}`, bytes);
  return files;
}

/** Where, in the folder of a projection, that of the site in `language` lies. */
export function translationFolder(language: string): string {
  return `translations/${language}`;
}

type KnownTexts = WeakMap<ProjectedPostmortem, { key: string; text: string }>;

function addSite(
  files: Map<string, string | Uint8Array>,
  folder: string,
  settings: PublicSite,
  { theme, services, publications, pages, now }: ProjectionParts,
  texts: KnownTexts,
): void {
  const { edition, language } = settings;
  const visibleIds = new Set(publications.map(({ id }) => id));
  const postmortems = publications.flatMap((publication) => {
    const { publishedAt } = publication;
    const postmortem = inLanguage(publication, settings);
    if (!postmortem) return [];
    const shown = withRelations(postmortem, visibleIds, publishedAt !== undefined && publishedAt > now);
    const key = JSON.stringify([shown.related, shown.internal?.embargoed]);
    const known = texts.get(postmortem);
    const text = known?.key === key ? known.text : json(shown);
    texts.set(postmortem, { key, text });
    files.set(`${folder}postmortems/${shown.slug}.json`, text);
    return [shown];
  });
  const sorted = [...postmortems].sort(newestFirst);
  const add = (name: string, value: unknown) => files.set(`${folder}${name}.json`, json(value));
  add('site', settings);
  add('theme', theme);
  add('services', publicServices(services, edition === 'internal', language));
  add('postmortems', sorted.map(summarise));
  add('records', sorted.map(recordOf));
  add('actions', sorted.flatMap(actionsOf));
  add('translations', translationsOf(publications, settings));
  add('today', now.slice(0, 10));
  add(
    'pages',
    pagesIn(
      settings,
      pages.flatMap(({ page }) => page ?? []),
    ),
  );
}

/** Every page of the owner's once: its translation, or as it is; each with the languages that it is in. */
function pagesIn(
  { language, languages }: PublicSite,
  pages: readonly NonNullable<PagePublication['page']>[],
): ContentPage[] {
  const [original = language] = languages;
  const isIn = (page: (typeof pages)[number], tag: string) => (page.language ?? original) === tag;
  return pages
    .filter((page) => isIn(page, original))
    .map((page) => {
      const all = pages.filter(({ id }) => id === page.id);
      const { language: _, ...shown } = all.find((other) => isIn(other, language)) ?? page;
      return { ...shown, languages: languages.filter((tag) => all.some((other) => isIn(other, tag))) };
    });
}

/** A postmortem as the site in the language of `settings` shows it: without a translation, the original says what it is. */
function inLanguage(
  { postmortem, translations }: Publication,
  { language, languages }: PublicSite,
): ProjectedPostmortem | undefined {
  const [original = language] = languages;
  if (!postmortem || language === original) return postmortem;
  return translations?.[language]?.postmortem ?? markLanguage(postmortem, original);
}

/** By slug, when each was translated into which language. */
function translationsOf(publications: readonly Publication[], { languages }: PublicSite): Translations {
  const entries = publications.flatMap(({ slug, translations = {} }) => {
    const times = languages.flatMap((language) => {
      const at = translations[language]?.translatedAt;
      return at === undefined ? [] : [[language, at] as const];
    });
    return times.length === 0 ? [] : [[slug, Object.fromEntries(times)] as const];
  });
  return Object.fromEntries(entries);
}

function withRelations(
  postmortem: ProjectedPostmortem,
  visible: Set<string | undefined>,
  embargoed: boolean,
): ProjectedPostmortem {
  const related = postmortem.related.filter((id) => visible.has(id));
  return {
    ...postmortem,
    related,
    ...(postmortem.internal ? { internal: { ...postmortem.internal, embargoed } } : {}),
  };
}

/** What of the services this edition shows, in order of their names. */
export function publicServices(
  services: Record<string, Service>,
  isInternal: boolean,
  language: string,
): PublicService[] {
  return Object.entries(services)
    .filter(([, service]) => isInternal || !service.internal)
    .map(([id, { translations, ...service }]) => {
      const { name = service.name, description = service.description } =
        (Object.hasOwn(translations, language) ? translations[language] : undefined) ?? {};
      return { id, ...service, name, ...(description === undefined ? {} : { description }) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function summarise(postmortem: ProjectedPostmortem): PostmortemSummary {
  const {
    id,
    slug,
    title,
    summary,
    state,
    publishedAt,
    severity,
    tags,
    times,
    detection,
    redirectFrom,
    impact,
    revisions,
    internal,
  } = postmortem;
  return {
    id,
    slug,
    title,
    summary,
    state,
    publishedAt,
    severity,
    tags,
    times,
    detection,
    redirectFrom,
    services: [...new Set(impact.services.map(({ service }) => service))],
    updatedAt: revisions.at(-1)?.at ?? publishedAt,
    revisedAt: revisions.map(({ at }) => at),
    ...(internal ? { internal: { state: internal.state, embargoed: internal.embargoed } } : {}),
  };
}

function recordOf({ slug, severity, publishedAt, times, impact }: ProjectedPostmortem): CountedRecord {
  const { users, accounts, supportRequests, services } = impact;
  return { slug, severity, publishedAt, times, impact: { users, accounts, supportRequests, services } };
}

function actionsOf({ id, slug, title, publishedAt, impact, actions }: ProjectedPostmortem): PromisedActions[] {
  const services = [...new Set(impact.services.map(({ service }) => service))];
  return actions.length > 0 ? [{ id, slug, title, publishedAt, services, actions }] : [];
}

function newestFirst(a: ProjectedPostmortem, b: ProjectedPostmortem): number {
  const key = ({ times: { started }, publishedAt }: ProjectedPostmortem) =>
    started.certainty === 'unknown' ? publishedAt : started.at;
  return key(a) > key(b) ? -1 : key(a) < key(b) ? 1 : a.slug < b.slug ? -1 : 1;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

async function writeChanged(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(content);
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
