/** Frontmatter of other tools, YAML between lines of `---` or TOML between lines of `+++`. */
import { parse as parseToml, TomlDate } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Fields } from './read-json.ts';

export interface SplitFront {
  /** As it stood, without its lines; absent where there is none. */
  source?: string;
  /** Absent where it cannot be read; days and moments are text, as they were written. */
  fields?: Fields;
  body: string;
  /** Lines before the body. */
  lines: number;
}

/** `text` has lines ended by `\n`. What begins like frontmatter and does not end is body. */
export function splitFront(text: string): SplitFront {
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (fence === null) return { body: text, lines: 0 };
  const mark = fence[1] ?? '';
  const begin = fence[0].length;
  const rest = text.slice(begin);
  const end = new RegExp(`^${mark.replaceAll('+', '\\+')}[ \\t]*(?:\\n|$)`, 'm').exec(rest);
  if (end === null) return { body: text, lines: 0 };
  const source = rest.slice(0, end.index).replace(/\n$/, '');
  const fields = mark === '---' ? readYaml(source) : readToml(source);
  const body = rest.slice(end.index + end[0].length);
  return {
    source,
    ...(fields && { fields }),
    body,
    lines: text.slice(0, text.length - body.length).split('\n').length - 1,
  };
}

/** `undefined` where it is no YAML, or no mapping. Aliases are refused, for they can unfold without end. */
function readYaml(source: string): Fields | undefined {
  try {
    return fieldsOf(parseYaml(source, { schema: 'core', maxAliasCount: 0 }));
  } catch {
    return undefined;
  }
}

function readToml(source: string): Fields | undefined {
  try {
    return fieldsOf(withoutDates(parseToml(source)));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}
