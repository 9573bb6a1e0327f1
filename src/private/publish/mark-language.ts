/** Says of words that they are in another language than the page they will stand on. */
import { mapFields } from '../../shared/incident/map-fields.ts';
import { type Prose, type PublicPostmortem, publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import type { ListedPostmortem } from './listed-publication.ts';

const fields = publicPostmortemSchema.omit({ story: true });

/** A sentence whose HTML names its language; its plain text stays. */
export function markProse({ text, html }: Prose, language: string): Prose {
  return html === '' ? { text, html } : { text, html: `<span lang="${language}">${html}</span>` };
}

/** All prose of a postmortem's fields, marked. Names, such as the title, cannot carry a mark. */
export function markLanguage<P extends Omit<PublicPostmortem, 'story'>>(postmortem: P, language: string): P {
  return { ...postmortem, ...markAll(fields, postmortem, language) };
}

/** The same of what lists show. */
export function markListed(postmortem: ListedPostmortem, language: string): ListedPostmortem {
  const { summary, actions } = postmortem;
  return {
    ...postmortem,
    summary: markProse(summary, language),
    actions: markAll(fields.shape.actions, actions, language),
  };
}

function markAll<Value>(schema: Parameters<typeof mapFields>[0], value: Value, language: string): Value {
  const prose = (inner: Prose) => markProse(inner, language);
  return mapFields<Prose>(schema, value, { prose, words: (words) => words }) as Value;
}
