/** The labels that an owner words, put among the words of the interface. */
import type { OwnLabel, OwnWords } from '../incident/own-labels.ts';
import type { Words } from './words.ts';

/** Where each stands. */
const labelPaths: Readonly<Record<OwnLabel, readonly string[]>> = {
  archive: ['nav.archive', 'archive.title'],
  services: ['nav.services', 'services.title'],
  numbers: ['nav.numbers', 'numbers.title'],
  promises: ['nav.promises', 'promises.title'],
  tags: ['nav.tags', 'tags.title'],
  search: ['nav.search', 'search.title'],
  subscribe: ['feeds.subscribe'],
  data: ['data.title'],
  howWeMeasure: ['nav.readingTheFigures'],
  home: ['answers.home.title'],
  latest: ['home.latest'],
  isItOver: ['answers.answer.over'],
  wasIAffected: ['answers.answer.affected'],
  whenWasIt: ['answers.answer.when'],
  whatToDo: ['answers.answer.advice'],
  started: ['postmortem.started'],
  detected: ['postmortem.firstLogged'],
  acknowledged: ['postmortem.acknowledged'],
  impactEnded: ['postmortem.mitigated'],
  resolved: ['postmortem.resolved'],
  impact: ['part.impact'],
  timeline: ['part.timeline'],
  responders: ['part.responders'],
  trigger: ['part.trigger'],
  factors: ['part.factors'],
  mitigations: ['part.mitigations'],
  lessons: ['part.lessons'],
  agreements: ['part.agreements', 'services.agreements'],
  actions: ['part.actions'],
  revisions: ['part.revisions'],
  attachments: ['part.attachments'],
  references: ['part.references'],
  reportError: ['postmortem.reportError'],
};

/** The words with those of the owner in their places. */
export function withOwnWords(words: Words, own: OwnWords): Words {
  const changed = { ...words };
  for (const [name, text] of Object.entries(own) as [OwnLabel, string | undefined][])
    if (text !== undefined) for (const path of labelPaths[name]) replace(changed, path.split('.'), text);
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
