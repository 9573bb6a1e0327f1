/** Names in a record that must be known elsewhere: its severity, its services, and people written as handles. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { PublicationContext } from './publication-context.ts';

export function checkReferences(
  postmortem: Postmortem,
  document: YamlDocument,
  { settings, services, policy: { people } }: PublicationContext,
): Problem[] {
  const known = settings.severities.map(({ id }) => id);
  const severity = known.includes(postmortem.severity)
    ? []
    : [
        createProblem('record/unknown-severity', document.locationOf(['severity']), {
          severity: postmortem.severity,
          known,
        }),
      ];
  const unknown = postmortem.impact.services.flatMap(({ service }, index) => {
    if (Object.hasOwn(services, service)) return [];
    const publicOnes = Object.keys(services).filter((id) => !services[id]?.internal);
    const location = document.locationOf(['impact', 'services', index, 'service']);
    return [createProblem('record/unknown-service', location, { service, nearest: nearest(service, publicOnes) })];
  });
  return [...severity, ...unknown, ...checkHandles(postmortem, document, people)];
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
