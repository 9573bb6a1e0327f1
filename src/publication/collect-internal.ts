/** Everything internal of a postmortem's frontmatter and folder, for the leak gate's fingerprints. */
import type { Postmortem } from '../incident/postmortem-schema.ts';
import type { Service } from '../incident/service-schema.ts';
import type { Removed } from '../markdown/remove-internal.ts';
import type { Problem } from '../problem/problem.ts';
import type { Policy } from '../redaction/policy-schema.ts';
import { decodeText } from '../source/safe-file.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import type { PostmortemSource } from './publish-postmortem.ts';

export interface InternalOptions {
  document: YamlDocument;
  source: PostmortemSource;
  services: Record<string, Service>;
  policy: Policy;
}

type Path = PropertyKey[];

/** Texts of internal fields, of internal rows, of the minutes and of YAML comments. A missing minutes file is a problem. */
export async function collectInternal(
  postmortem: Postmortem,
  options: InternalOptions,
): Promise<{ removed: Removed[]; problems: Problem[] }> {
  const { document, source } = options;
  const removed = internalPaths(postmortem, options).flatMap((path): Removed[] => {
    const place = document.placeOf(path);
    const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], document.value);
    return [document.sourceOf(path), ...stringsOf(value)].map((text) => ({ text, place }));
  });
  const comments = document.comments.map(({ text, line }) => ({ text, place: { file: source.file, line } }));
  const minutes = await readMinutes(postmortem, options);
  return {
    removed: [
      ...removed,
      ...comments,
      ...(minutes.text === undefined ? [] : [{ text: minutes.text, place: { file: minutes.file } }]),
    ].filter(({ text }) => text.trim() !== ''),
    problems: minutes.problem ? [minutes.problem] : [],
  };
}

/** The minutes' text; all absent when the postmortem names none. */
export async function readMinutes(
  { review }: Postmortem,
  { source, document }: Pick<InternalOptions, 'source' | 'document'>,
): Promise<{ text?: string; problem?: Problem; file: string }> {
  const name = review?.minutes;
  const file = source.file.replace(/[^/]*$/, name ?? '');
  if (name === undefined) return { file };
  const read = await source.attachment(name.replace(/^\.\//, ''));
  const place = document.placeOf(['review', 'minutes']);
  if (read.problem) return { file, problem: { ...read.problem, place } };
  const text = decodeText(read.value, file);
  return text.problem ? { file, problem: text.problem } : { file, text: text.value };
}

function internalPaths(postmortem: Postmortem, { services, policy }: InternalOptions): Path[] {
  const indexes = <T>(list: T[] | undefined, keep: (item: T) => boolean) =>
    (list ?? []).flatMap((item, index) => (keep(item) ? [index] : []));
  return [
    ...(postmortem.internal === undefined ? [] : [['internal']]),
    ...(postmortem.review?.attendees ? [['review', 'attendees']] : []),
    ...(postmortem.review?.minutes ? [['review', 'minutes']] : []),
    ...indexes(postmortem.responders, ({ people }) => people !== undefined).map((index) => [
      'responders',
      index,
      'people',
    ]),
    ...indexes(postmortem.timeline, ({ internal }) => internal === true).map((index) => ['timeline', index]),
    ...indexes(postmortem.actions, ({ ticket }) => ticket !== undefined).map((index) => ['actions', index, 'ticket']),
    ...indexes(postmortem.tags, (tag) => policy.redaction.tags.includes(tag)).map((index) => ['tags', index]),
    ...indexes(postmortem.impact.services, ({ service }) => services[service]?.internal === true).map((index) => [
      'impact',
      'services',
      index,
    ]),
  ];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
  return [];
}
