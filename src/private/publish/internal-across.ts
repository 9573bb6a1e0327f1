/** What is internal by its kind anywhere on the site, held against all that its texts make public. */
import type { Service } from '../../shared/incident/service-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import { checkInternalValues, type InternalCheck } from './check-internal-values.ts';
import { internalServiceNames } from './internal-values.ts';
import type { ListedPublication } from './listed-publication.ts';
import type { PlacePublication } from './publish-place.ts';
import type { AllPublications, Publisher } from './publisher.ts';

interface AcrossOptions {
  publisher: Pick<Publisher, 'context' | 'readShown' | 'placeShown'>;
  /** What was published of the theme's places. */
  places: readonly PlacePublication[];
  memory: InternalCheck['memory'];
}

/** Nothing in the internal edition. */
export async function checkInternalAcross(
  { postmortems, pages, translatedPages }: AllPublications,
  { publisher, places, memory }: AcrossOptions,
): Promise<Problem[]> {
  const { site, policy, services, settings, edition } = publisher.context;
  if (edition === 'internal') return [];
  const own = [...pages, ...translatedPages, ...places];
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
        place: () => publisher.placeShown(listed),
      })),
      ...own.map(({ shown }, index) => ({ name: String(index), read: () => shown ?? [] })),
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

function namesOfService([id, { internal, name, translations }]: [string, Service]): string[] {
  return internal ? [] : [id, name, ...Object.values(translations).flatMap((texts) => texts.name ?? [])];
}

function publicNames({ slug, id, postmortem }: ListedPublication): string[] {
  // An import makes the public id from the source's own, behind a prefix.
  const names = [slug, ...(id === undefined ? [] : [id, id.slice(id.indexOf('-') + 1)])];
  if (!postmortem) return names;
  const { title, tags, detection, impact, actions } = postmortem;
  const teams = [...(detection.team ? [detection.team] : []), ...actions.map(({ owner }) => owner)];
  return [...names, title, ...tags, ...impact.regions, ...teams];
}

/** Where both are told of the same words, the one that names both places. */
export function withBothPlaces(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ place: { file, line, column }, fact }: Problem) =>
    `${file}:${line}:${column} ${/(?<!\d)\d+ characters/.exec(fact)?.[0]}`;
  const told = new Set(problems.filter(({ code }) => code === 'redaction/internal-elsewhere').map(keyOf));
  return problems.filter((problem) => problem.code !== 'redaction/private-text' || !told.has(keyOf(problem)));
}
