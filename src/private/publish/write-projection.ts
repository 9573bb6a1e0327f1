/** Writes the projection: the public bytes, as files that the renderer reads and people can inspect and compare. */
import { hash } from 'node:crypto';
import type { FileDigests } from '../../disk/file-digests.ts';
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { PublicService, Service } from '../../shared/incident/service-schema.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import type { CountedRecord } from '../../shared/incident/sum-counts.ts';
import type { ContentPage, Translations } from '../../shared/projection.ts';
import type { PublicTheme } from '../../shared/theme/public-theme.ts';
import { createFolderWriter, type FolderFiles } from './folder-writer.ts';
import { attachedPath, type ListedPostmortem, type ListedPublication } from './listed-publication.ts';
import { markLanguage, markListed } from './mark-language.ts';
import type { PagePublication } from './publish-page.ts';
import { actionsOf, summarise } from './summarise-postmortem.ts';
import type { Publication } from './types.ts';

export interface ProjectionParts {
  settings: PublicSite;
  /** The same in each further language. */
  translated: readonly PublicSite[];
  theme: PublicTheme;
  services: Record<string, Service>;
  /** What is published now. */
  publications: ListedPublication[];
  /** The whole of one of them. */
  load(publication: ListedPublication): Promise<Publication>;
  /** The owner's pages, and what else has pictures and no address. */
  pages: Pick<PagePublication, 'page' | 'images'>[];
  now: string;
}

export interface ProjectionWriter {
  /** Brings the folder to exactly these parts, and gives back its path; files whose bytes stay the same are not touched. */
  write(parts: ProjectionParts): Promise<string>;
}

/** A writer into `folder`, which nothing else may write to. */
export function createProjectionWriter(folder: string, digests: FileDigests): ProjectionWriter {
  const writer = createFolderWriter(folder, digests);
  return {
    async write(parts) {
      await writer.write(projectionFiles(parts));
      return folder;
    },
  };
}

/** Every file of the projection by its path. */
function projectionFiles(parts: ProjectionParts): FolderFiles {
  const { settings, translated, publications, pages, load } = parts;
  const files: FolderFiles = new Map();
  addSite(files, '', settings, parts);
  // A site in another language is one of its own, beside which lies nothing that has no language.
  for (const site of translated) addSite(files, `${translationFolder(site.language)}/`, site, parts);
  for (const publication of publications)
    for (const name of publication.images) {
      const content = async () => (await load(publication)).images.find((image) => image.name === name)?.bytes ?? '';
      files.set(`images/${name}`, { key: name, content });
    }
  for (const publication of publications)
    for (const path of publication.attached ?? []) {
      const content = async () =>
        (await load(publication)).attached?.find((file) => attachedPath(file) === path)?.bytes ?? '';
      files.set(`attachments/${path}`, { key: path, content });
    }
  for (const { images } of pages)
    for (const { name, bytes } of images) files.set(`images/${name}`, { key: name, content: () => bytes });
  return files;
}

/** Where, in the folder of a projection, that of the site in `language` lies. */
export function translationFolder(language: string): string {
  return `translations/${language}`;
}

function addSite(
  files: FolderFiles,
  folder: string,
  settings: PublicSite,
  { theme, services, publications, pages, now, load }: ProjectionParts,
): void {
  const { edition, language } = settings;
  const visibleIds = new Set(publications.map(({ id }) => id));
  const postmortems = publications.flatMap((publication) => {
    const postmortem = listedIn(publication, settings);
    if (!postmortem) return [];
    const relate = { visible: visibleIds, embargoed: (publication.publishedAt ?? '') > now };
    const shown = withRelations(postmortem, relate);
    files.set(`${folder}postmortems/${shown.slug}.json`, {
      key: keyOf([publication.key, settings.languages, language, shown.related, relate.embargoed, shown.publishedAt]),
      content: async () => {
        const whole = inLanguage(await load(publication), settings);
        if (!whole) throw new Error('The sources changed while the site was built.');
        return json(withRelations(whole, relate));
      },
    });
    return [shown];
  });
  const sorted = [...postmortems].sort(newestFirst);
  const add = (name: string, value: unknown) => {
    const text = json(value);
    files.set(`${folder}${name}.json`, { key: keyOf(text), content: () => text });
  };
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

/** The same of what lists show. */
function listedIn(
  { postmortem, translations }: ListedPublication,
  { language, languages }: PublicSite,
): ListedPostmortem | undefined {
  const [original = language] = languages;
  if (!postmortem || language === original) return postmortem;
  return translations?.[language]?.postmortem ?? markListed(postmortem, original);
}

/** By slug, when each was translated into which language. */
function translationsOf(publications: readonly ListedPublication[], { languages }: PublicSite): Translations {
  const entries = publications.flatMap(({ slug, translations = {} }) => {
    const times = languages.flatMap((language) => {
      const at = translations[language]?.translatedAt;
      return at === undefined ? [] : [[language, at] as const];
    });
    return times.length === 0 ? [] : [[slug, Object.fromEntries(times)] as const];
  });
  return Object.fromEntries(entries);
}

function withRelations<P extends ListedPostmortem>(
  postmortem: P,
  { visible, embargoed }: { visible: ReadonlySet<string | undefined>; embargoed: boolean },
): P {
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
      const translated = Object.hasOwn(translations, language) ? translations[language] : undefined;
      const { name = service.name, description = service.description, group = service.group } = translated ?? {};
      return {
        id,
        ...service,
        name,
        ...(description === undefined ? {} : { description }),
        ...(group === undefined ? {} : { group }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function recordOf({ slug, severity, publishedAt, times, impact }: ListedPostmortem): CountedRecord {
  const { users, accounts, supportRequests, services } = impact;
  return { slug, severity, publishedAt, times, impact: { users, accounts, supportRequests, services } };
}

function newestFirst(a: ListedPostmortem, b: ListedPostmortem): number {
  const key = ({ times: { started }, publishedAt }: ListedPostmortem) =>
    started.certainty === 'unknown' ? publishedAt : started.at;
  return key(a) > key(b) ? -1 : key(a) < key(b) ? 1 : a.slug < b.slug ? -1 : 1;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** Short for what decides a file. */
function keyOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url');
}
