/** Names of people in the frontmatter of another tool: `author: …`, `owner: …`. */
import { textsIn } from './find-unplaced.ts';
import type { Fields } from './read-json.ts';
import { roleOf } from './role-labels.ts';

/** Texts of fields whose keys are roles. */
export function namedIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    roleOf(key.replaceAll('_', ' ')) === 'always' ? (Array.isArray(value) ? value : [value]).flatMap(namesOf) : [],
  );
}

function namesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return textsIn(value);
  return Object.values(value).flatMap(textsIn);
}

/** The same fields with every text of them as `hide` gives it. */
export function withoutNames(fields: Fields, hide: (text: string) => string): Fields {
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner)]));
  };
  return within(fields) as Fields;
}
