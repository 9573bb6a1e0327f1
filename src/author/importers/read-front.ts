/** What the frontmatter of another tool says of an incident. */
import { parse } from 'yaml';
import { plainTitle } from './clean-text.ts';
import { findDay } from './read-lead.ts';

/** Title and day of another tool's frontmatter; nothing where it is no YAML. */
export function readFront(yaml: string): { title?: string; day?: string } {
  try {
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0 });
    const { title, date } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const day = typeof date === 'string' ? findDay(date) : undefined;
    return {
      ...(typeof title === 'string' && title.trim() !== '' && { title: plainTitle(title) }),
      ...(day && { day }),
    };
  } catch {
    return {};
  }
}
