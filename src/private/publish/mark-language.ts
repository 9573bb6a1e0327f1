/** Says of words that they are in another language than the page they will stand on. */
import type { Prose, PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { ListedPostmortem } from './listed-publication.ts';

type Texts = Omit<PublicPostmortem, 'story'>;

/** A sentence whose HTML names its language; its plain text stays. */
export function markProse({ text, html }: Prose, language: string): Prose {
  return html === '' ? { text, html } : { text, html: `<span lang="${language}">${html}</span>` };
}

/** All prose of a postmortem's fields, marked. Names, such as the title, cannot carry a mark. */
export function markLanguage<P extends Texts>(postmortem: P, language: string): P {
  const mark = (prose: Prose) => markProse(prose, language);
  const { advice, trigger, lessons } = postmortem;
  return {
    ...postmortem,
    summary: mark(postmortem.summary),
    ...(advice ? { advice: mark(advice) } : {}),
    ...(trigger ? { trigger: mark(trigger) } : {}),
    contributingFactors: postmortem.contributingFactors.map(mark),
    mitigations: postmortem.mitigations.map(mark),
    timeline: postmortem.timeline.map((row) => ({ ...row, what: mark(row.what) })),
    lessons: {
      wentWell: lessons.wentWell.map(mark),
      wentBadly: lessons.wentBadly.map(mark),
      gotLucky: lessons.gotLucky.map(mark),
    },
    actions: markActions(postmortem.actions, language),
    revisions: postmortem.revisions.map((revision) => ({ ...revision, note: mark(revision.note) })),
  };
}

/** The same of what lists show. */
export function markListed(postmortem: ListedPostmortem, language: string): ListedPostmortem {
  const { summary, actions } = postmortem;
  return { ...postmortem, summary: markProse(summary, language), actions: markActions(actions, language) };
}

function markActions<A extends Texts['actions']>(actions: A, language: string): A {
  const mark = (prose: Prose) => markProse(prose, language);
  return actions.map(({ droppedBecause, moved, ...action }) => ({
    ...action,
    what: mark(action.what),
    doneWhen: mark(action.doneWhen),
    ...(moved ? { moved: moved.map((move) => ({ ...move, because: mark(move.because) })) } : {}),
    ...(droppedBecause ? { droppedBecause: mark(droppedBecause) } : {}),
  })) as A;
}
