/** What is internal by its kind anywhere on the site, held against all that its texts make public. */
import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { permittedFiles } from '../../shared/redaction/permitted-files.ts';
import { checkInternalValues, type InternalCheck, type ShownSource } from './check-internal-values.ts';
import { maskName } from './check-public-files.ts';
import { internalServiceNames } from './internal-values.ts';
import type { ListedPublication } from './listed-publication.ts';
import type { PublicationContext } from './publication-context.ts';
import type { SlotPublication } from './publish-slot.ts';
import type { AllPublications, Publisher } from './publisher.ts';
import { digestOf, readPublicFile } from './read-public-file.ts';
import { locationByFile, type ShownText } from './shown-texts.ts';

interface AcrossOptions {
  publisher: Pick<Publisher, 'context' | 'readShown' | 'locateShown'>;
  /** What was published of the theme's places. */
  slots: readonly SlotPublication[];
  /** What the settings publish. */
  settingsTexts: readonly ShownText[];
  findPrivateText: PrivateTextFinder;
  /** The build's instant. */
  now: string;
  memory: InternalCheck['memory'];
}

/** Nothing in the internal edition. */
export async function checkInternalAcross(
  { postmortems, pages, translatedPages }: AllPublications,
  { publisher, slots, settingsTexts, findPrivateText, now, memory }: AcrossOptions,
): Promise<Problem[]> {
  const { site, policy, services, settings, edition } = publisher.context;
  if (edition === 'internal') return [];
  const own = [...pages, ...translatedPages, ...slots];
  return checkInternalValues({
    site,
    policy,
    values: [
      ...internalServiceNames(services),
      ...[...postmortems, ...own].flatMap(({ internalValues }) => internalValues ?? []),
    ],
    sources: [
      ...postmortems.map((listed) => ({
        name: listed.slug,
        key: listed.key,
        read: () => publisher.readShown(listed),
        locate: () => publisher.locateShown(listed),
      })),
      ...own.map(({ shown }, index) => ({ name: String(index), read: () => shown ?? [] })),
      { name: 'settings', read: () => settingsTexts },
      ...(await publicFiles(publisher.context, { now, findPrivateText })),
    ],
    known: [
      settings.name,
      settings.organisation,
      ...settings.severities.map(({ name }) => name),
      ...Object.entries(services).flatMap(namesOfService),
      ...postmortems.flatMap(publicNames),
    ],
    memory,
  });
}

/** Files of `public/` and their names. Those that cannot be read, or are permitted as they are, are told elsewhere. */
async function publicFiles(
  { site, policy }: PublicationContext,
  { now, findPrivateText }: Pick<AcrossOptions, 'now' | 'findPrivateText'>,
): Promise<ShownSource[]> {
  const folder = join(site, 'public');
  const permitted = permittedFiles(policy, now.slice(0, 10));
  const files = listEntries(folder).filter(({ file, entry }) => entry.isFile() && !permitted.has(file));
  const names = files.map(({ file }) => ({ text: file, file: 'public', lines: [] }));
  const contents = files.map(async ({ file }) => ({
    name: `public/${file}`,
    key: await digestOf(join(folder, file)),
    read: async () => {
      const read = await readPublicFile(folder, { file, shown: `public/${maskName(file, findPrivateText)}` });
      return locationByFile(read.texts ?? []);
    },
  }));
  return [{ name: 'public', read: () => names }, ...(await Promise.all(contents))];
}

function namesOfService([id, { internal, name, translations }]: [string, Service]): string[] {
  return internal ? [] : [id, name, ...Object.values(translations).flatMap((texts) => texts.name ?? [])];
}

function publicNames({ slug, id, state, postmortem }: ListedPublication): string[] {
  // An import makes the public id from the source's own, behind a prefix.
  const names = [slug, ...(id === undefined ? [] : [id, id.slice(id.indexOf('-') + 1)])];
  // While it is written, a draft is shown, and is not public yet.
  if (!postmortem || state === 'draft' || state === 'review') return names;
  const { title, tags, detection, impact, actions } = postmortem;
  const teams = [...(detection.team ? [detection.team] : []), ...actions.map(({ owner }) => owner)];
  return [...names, title, ...tags, ...impact.regions, ...teams];
}

/**
 * Where both are told of the same words, the one that names both places; of files of `public/`, the one that was told of
 * them before anything else was known.
 */
export function withBothLocations(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ location: { file, line, column }, fact }: Problem) =>
    `${file}:${line}:${column} ${/(?<!\d)\d+ characters/.exec(fact)?.[0]}`;
  const keysOf = (wanted: string) => new Set(problems.filter(({ code }) => code === wanted).map(keyOf));
  const [elsewhere, text] = [keysOf('redaction/internal-elsewhere'), keysOf('redaction/private-text')];
  return problems.filter((problem) => {
    const isPublicFile = problem.location.file.startsWith('public/');
    if (problem.code === 'redaction/private-text') return isPublicFile || !elsewhere.has(keyOf(problem));
    return problem.code !== 'redaction/internal-elsewhere' || !isPublicFile || !text.has(keyOf(problem));
  });
}
