/** Names in a record that must be known elsewhere: its severity, its services, and people written as handles. */
import { isAddressName } from '../../shared/incident/address-name.ts';
import { matchSeverity } from '../../shared/incident/match-severity.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { PublicationContext } from './publication-context.ts';

type Around = Pick<PublicationContext, 'settings' | 'services'>;

export function checkReferences(
  postmortem: Postmortem,
  document: YamlDocument,
  { settings, services, policy: { people } }: PublicationContext,
): Problem[] {
  const { severity, impact } = postmortem;
  const around = { settings, services };
  const isKnown = settings.severities.some(({ id }) => id === severity);
  const unknown = impact.services.flatMap(({ service }, index) => {
    if (Object.hasOwn(services, service)) return [];
    const location = document.locationOf(['impact', 'services', index, 'service']);
    return [unknownService(service, location, around)];
  });
  return [
    ...(isKnown ? [] : [unknownSeverity(severity, document.locationOf(['severity']), around)]),
    ...unknown,
    ...checkHandles(postmortem, document, people),
  ];
}

/** The same of names that do not even have the form of one; for the schema. */
export function describeReference(document: YamlDocument, around: Around) {
  return (value: unknown, path: readonly PropertyKey[]): Problem | undefined => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    // It is as long as a name may be, and nothing but one.
    const written = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(String(value)) ? String(value) : '…';
    const location = document.locationOf(path);
    if (path.join('.') === 'severity') return unknownSeverity(written, location, around);
    const isService = path.at(-1) === 'service' && (path[0] === 'impact' || path[0] === 'agreements');
    return isService ? unknownService(written, location, around) : undefined;
  };
}

function unknownSeverity(severity: string, location: SourceLocation, { settings: { severities } }: Around): Problem {
  const known = severities.map(({ id }) => id);
  // Another number is another severity, and no slip.
  const numberOf = (name: string) => /\d+/.exec(name)?.[0];
  const alike = known.filter((id) => numberOf(id) === numberOf(severity));
  const meant = matchSeverity(severity, severities) ?? nearest(severity, alike);
  return createProblem('record/unknown-severity', location, { severity, known, nearest: meant });
}

function unknownService(service: string, location: SourceLocation, { services }: Around): Problem {
  const publicOnes = Object.entries(services).filter(([, { internal }]) => !internal);
  const [named] = publicOnes.find(([, { name }]) => name.toLowerCase() === service.toLowerCase()) ?? [];
  const ids = publicOnes.map(([id]) => id);
  const values = { service, nearest: named ?? nearest(service, ids), isName: isAddressName(service) };
  return createProblem('record/unknown-service', location, values);
}

/** What is written like a handle must be one; names written out are free, for people who are not in `people.yaml`. */
function checkHandles({ responders, review }: Postmortem, document: YamlDocument, people: People): Problem[] {
  const lists: [string[] | undefined, PropertyKey[]][] = [
    ...(responders ?? []).map((responder, index): [string[] | undefined, PropertyKey[]] => [
      responder.people,
      ['responders', index, 'people'],
    ]),
    [review?.attendees, ['review', 'attendees']],
  ];
  return lists.flatMap(([names, path]) =>
    (names ?? []).flatMap((name, index) =>
      /^[a-z][a-z0-9_-]*$/.test(name) && !Object.hasOwn(people, name)
        ? [createProblem('record/unknown-person', document.locationOf([...path, index]))]
        : [],
    ),
  );
}
