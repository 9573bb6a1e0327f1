/** What a link may lead to, before anything is built. */
import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { type AddressKind, addressKinds } from '../../shared/addresses/address-kinds.ts';
import { countContents } from '../../shared/addresses/count-contents.ts';
import { findAddress, pathOfFile } from '../../shared/addresses/find-address.ts';
import { listAddresses } from '../../shared/addresses/list-addresses.ts';
import { translationsOf } from '../../shared/incident/site-schema.ts';
import type { IsAddress } from './check-links.ts';
import type { ListedPublication } from './listed-publication.ts';
import type { PublicationContext } from './publication-context.ts';
import { actionsOf, summarise } from './summarise-postmortem.ts';

/** What a site has beside postmortems. */
export interface KnownContent {
  pages: readonly string[];
  services: readonly string[];
  severities: readonly string[];
  timezone: string;
  /** Languages. */
  translations: readonly string[];
  /** Paths of the files in `public/`, with `/`. */
  publicFiles: readonly string[];
}

export function knownContent(
  { pages }: SiteSource,
  { site, services, settings, edition }: PublicationContext,
): KnownContent {
  return {
    pages,
    services: Object.keys(services).filter((id) => edition === 'internal' || !services[id]?.internal),
    severities: settings.severities.map(({ id }) => id),
    timezone: settings.timezone,
    translations: translationsOf(settings),
    publicFiles: listEntries(join(site, 'public')).map(({ file }) => file),
  };
}

/**
 * What can be there when these postmortems are published: exactly the addresses of the public edition, and whatever has the
 * form of what is named by its content, such as a picture, which only a build can tell. Nothing is counted before it is asked.
 */
export function knownAddresses(
  publications: readonly ListedPublication[],
  { known, today }: { known: KnownContent; today: string },
): IsAddress {
  let paths: ReadonlySet<string> | undefined;
  return (path) => {
    paths ??= listPaths(publications, known, today);
    return paths.has(path) || isNamedByContent(path);
  };
}

/**
 * The same for what is not published yet: `slugs` are those of all, with their earlier ones, and nobody knows the years and
 * tags that there will be.
 */
export function addressesOfDrafts(
  published: IsAddress,
  { slugs, translations }: { slugs: ReadonlySet<string>; translations: readonly string[] },
): IsAddress {
  return (path) => {
    const { parts } = findAddress(path, translations) ?? {};
    return published(path) || (parts?.slug === undefined ? isOpen(parts) : slugs.has(parts.slug));
  };
}

function isOpen(parts: Readonly<Record<string, string>> | undefined): boolean {
  return parts?.['year'] !== undefined || parts?.['tag'] !== undefined;
}

function listPaths(
  publications: readonly ListedPublication[],
  { publicFiles, ...known }: KnownContent,
  today: string,
): Set<string> {
  return new Set([...writtenFiles(publications, known, today), ...publicFiles].map(pathOfFile));
}

/** The files of the public edition that are rendered when these postmortems are published, below the output. */
export function writtenFiles(
  publications: readonly ListedPublication[],
  { translations, ...content }: Omit<KnownContent, 'publicFiles'>,
  today: string,
): string[] {
  const shown = publications.flatMap(({ postmortem }) => postmortem ?? []);
  const contents = countContents({
    ...content,
    postmortems: shown.map(summarise),
    actions: shown.flatMap(actionsOf),
    today,
  });
  const filesIn = (translated?: ReadonlySet<string>) =>
    listAddresses(contents, { edition: 'public', translated }).map(({ file }) => file);
  const translated = translations.flatMap((tag) => {
    const slugs = publications.flatMap((each) => (each.translations?.[tag] ? [each.slug] : []));
    return filesIn(new Set(slugs)).map((file) => `${tag}/${file}`);
  });
  return [...filesIn(), ...translated];
}

function isNamedByContent(path: string): boolean {
  const kind = findAddress(path)?.kind;
  return kind !== undefined && (kind === 'themeStyles' || (addressKinds[kind] as AddressKind).type === 'made');
}
