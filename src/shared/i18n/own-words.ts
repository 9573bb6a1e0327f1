/** The labels of the interface that an owner may word otherwise: `words` in `site.yaml`. Plain text, in one language. */
import { z } from 'zod';
import type { Words } from './words.ts';

/** Where each stands among the words, and what it labels. */
const labels = {
  archive: { at: ['nav.archive', 'archive.title'], labels: 'The list of all postmortems by year.' },
  services: { at: ['nav.services', 'services.title'], labels: 'The list of services.' },
  numbers: { at: ['nav.numbers', 'numbers.title'], labels: 'The figures over all incidents.' },
  promises: { at: ['nav.promises', 'promises.title'], labels: 'The list of promised changes.' },
  tags: { at: ['nav.tags', 'tags.title'], labels: 'The list of topics.' },
  search: { at: ['nav.search', 'search.title'], labels: 'The search.' },
  subscribe: { at: ['feeds.subscribe'], labels: 'The page about feeds and other ways to follow.' },
  data: { at: ['data.title'], labels: 'The page about data for programs.' },
  howWeMeasure: { at: ['nav.readingTheFigures'], labels: 'The page that explains the figures.' },
  home: { at: ['answers.home.title'], labels: 'The heading of the home page.' },
  latest: { at: ['home.latest'], labels: 'The list on the home page.' },
  isItOver: { at: ['answers.answer.over'], labels: 'The first question below a title.' },
  wasIAffected: { at: ['answers.answer.affected'], labels: 'The second question.' },
  whenWasIt: { at: ['answers.answer.when'], labels: 'The third question.' },
  whatToDo: { at: ['answers.answer.advice'], labels: 'The fourth question.' },
  started: { at: ['postmortem.started'], labels: 'When the incident began.' },
  detected: { at: ['postmortem.firstLogged'], labels: 'When it was first logged.' },
  acknowledged: { at: ['postmortem.acknowledged'], labels: 'When a responder took it on.' },
  impactEnded: { at: ['postmortem.mitigated'], labels: 'When nobody was affected any more.' },
  resolved: { at: ['postmortem.resolved'], labels: 'When it was fixed.' },
  impact: { at: ['part.impact'], labels: 'The part on what was affected.' },
  timeline: { at: ['part.timeline'], labels: 'The part on what happened when.' },
  responders: { at: ['part.responders'], labels: 'The part on the teams that responded.' },
  trigger: { at: ['part.trigger'], labels: 'The part on what set it off.' },
  factors: { at: ['part.factors'], labels: 'The part on contributing factors.' },
  mitigations: { at: ['part.mitigations'], labels: 'The part on what ended the impact.' },
  lessons: { at: ['part.lessons'], labels: 'The part on lessons.' },
  agreements: { at: ['part.agreements', 'services.agreements'], labels: 'The part on service levels.' },
  actions: { at: ['part.actions'], labels: 'The part on promised changes.' },
  revisions: { at: ['part.revisions'], labels: 'The part on corrections and updates.' },
  references: { at: ['part.references'], labels: 'The part on sources.' },
  reportError: { at: ['postmortem.reportError'], labels: 'The link for readers who found an error.' },
} as const satisfies Record<string, { at: readonly string[]; labels: string }>;

export type OwnLabel = keyof typeof labels;
export type OwnWords = { [Label in OwnLabel]?: string | undefined };

const longest = 60;
const label = z
  .string()
  .trim()
  .min(1)
  .max(longest)
  .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, { error: 'one line of plain text' });

export const ownWordsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(labels).map(([name, row]) => [name, label.optional().describe(row.labels)]),
  ) as Record<OwnLabel, z.ZodOptional<typeof label>>,
);

/** The words with those of the owner in their places. */
export function withOwnWords(words: Words, own: OwnWords): Words {
  const changed = { ...words };
  for (const [name, text] of Object.entries(own) as [OwnLabel, string | undefined][])
    if (text !== undefined) for (const path of labels[name].at) replace(changed, path.split('.'), text);
  return changed;
}

/** Copies what is on the way, for the words are shared by all sites of a process. */
function replace(into: object, [key = '', ...rest]: readonly string[], text: string): void {
  const place = into as Record<string, unknown>;
  if (rest.length === 0) {
    if (typeof place[key] !== 'string') throw new Error(`The words have no label at ${key}.`);
    place[key] = text;
    return;
  }
  const inner = { ...(place[key] as object) };
  place[key] = inner;
  replace(inner, rest, text);
}
