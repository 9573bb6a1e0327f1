/** What is internal by its kind, as values that must not stand in public text anywhere on the site. */

import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { trimSigns } from '../../shared/text/trim-signs.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { LocatedText } from './check-secrets.ts';
import type { PublicationContext } from './publication-context.ts';
import type { ShownText } from './shown-texts.ts';
import { sentencesIn, valuesIn } from './split-internal.ts';

/** For the report. */
export type InternalKind =
  | 'the name of an attendee'
  | 'the name of a responder'
  | 'the name of an internal service'
  | 'a ticket'
  | 'a value of `internal`'
  | 'a name in `internal`'
  | 'an internal sentence';

export interface InternalValue {
  text: string;
  kind: InternalKind;
  location: SourceLocation;
}

export interface InternalSources {
  document: YamlDocument;
  /** Internal parts of the story and of fields. */
  parts: readonly LocatedText[];
  /** Whose handles are searched for by themselves. */
  people: People;
}

/** Values of one postmortem, in the order of its fields. */
export function internalValuesOf(
  { review, responders = [], actions = [], internal, timeline = [] }: Postmortem,
  { document, parts, people }: InternalSources,
): InternalValue[] {
  const at = (kind: InternalKind, ...path: PropertyKey[]) => {
    const location = document.locationOf(path);
    return (text: string): InternalValue => ({ text, kind, location });
  };
  const named = (name: string) => (Object.hasOwn(people, name) ? [] : [(name.split(/[(<[]/, 1)[0] ?? '').trimEnd()]);
  return [
    ...(review?.attendees ?? []).flatMap((name, index) =>
      named(name).map(at('the name of an attendee', 'review', 'attendees', index)),
    ),
    ...responders.flatMap(({ people: names = [] }, row) =>
      names.flatMap((name, index) =>
        named(name).map(at('the name of a responder', 'responders', row, 'people', index)),
      ),
    ),
    ...actions.flatMap(({ ticket }, index) =>
      ticket === undefined ? [] : formsOfTicket(ticket).map(at('a ticket', 'actions', index, 'ticket')),
    ),
    ...leavesOf(internal, ['internal']).flatMap(({ text, path }) =>
      valuesIn(text).map(({ text: value, kind }) => at(kind, ...path)(value)),
    ),
    ...timeline.flatMap(({ what, internal: isInternal }, index) =>
      isInternal
        ? sentencesIn(what).map(({ text }) => at('an internal sentence', 'timeline', index, 'what')(text))
        : [],
    ),
    ...internalSentences(parts),
  ];
}

/** Sentences of internal parts of a text. */
export function internalSentences(parts: readonly LocatedText[]): InternalValue[] {
  return parts.flatMap(({ text, locationAt }) =>
    sentencesIn(text).map((sentence) => ({
      text: sentence.text,
      kind: 'an internal sentence' as const,
      location: locationAt(sentence.start),
    })),
  );
}

/** What a page or a place of the theme has a part in; nothing in the internal edition. */
export function textsAcross(
  parts: readonly LocatedText[],
  shown: ShownText[],
  { edition }: Pick<PublicationContext, 'edition'>,
): { internalValues?: InternalValue[]; shown?: ShownText[] } {
  return edition === 'public' ? { internalValues: internalSentences(parts), shown } : {};
}

/** Names of services that only staff know. Their ids stand in addresses, and count where they are no single word. */
export function internalServiceNames(services: Readonly<Record<string, Service>>): InternalValue[] {
  return Object.entries(services).flatMap(([id, { internal, name, translations }]) => {
    if (!internal) return [];
    const names = [name, ...Object.values(translations).flatMap((texts) => texts.name ?? []), id];
    const location = { file: `content/services/${id}.yaml` };
    return names.map((text) => ({ text, kind: 'the name of an internal service' as const, location }));
  });
}

/** An issue is also spoken of by its address without the scheme, and by its number. */
function formsOfTicket(ticket: string): string[] {
  if (!/^https?:\/\//i.test(ticket)) return [ticket];
  const [address = ''] = ticket.replace(/^https?:\/\//i, '').split(/[?#]/, 1);
  const bare = trimSigns(address, (sign) => sign === '/', 'end');
  const number = /\/(\d{1,12})$/.exec(bare)?.[1];
  return [bare, ...(number === undefined ? [] : [`#${number}`])];
}

interface Leaf {
  text: string;
  path: readonly PropertyKey[];
}

function leavesOf(value: unknown, path: readonly PropertyKey[]): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ text: String(value), path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
