/** What the frontmatter of another tool says of an incident. */
import { plainTitle } from './clean-text.ts';
import { type Fields, textIn } from './read-json.ts';
import { findDay } from './read-lead.ts';

export interface Front {
  title?: string;
  day?: string;
}

/** Nothing where it says nothing. */
export function readFront(fields: Fields): Front {
  const [title, date] = [textIn(fields, 'title'), textIn(fields, 'date')];
  const day = date === undefined ? undefined : findDay(date);
  return { ...(title !== undefined && { title: plainTitle(title) }), ...(day && { day }) };
}
