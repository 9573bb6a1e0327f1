/**
 * Goes through the fields of a public postmortem as its schema names them. What is done alike to all prose or all words
 * (reading, marking, translating, comparing) is done here, so that a new field needs to be named in the schema alone.
 */
import { z } from 'zod';
import { factSchema, proseSchema } from './public-postmortem.ts';

export type FieldPath = readonly PropertyKey[];

/** `prose` has markup, `words` stand as they are; `fact` is no text: a time, a count, a choice. A string is words unless it says otherwise. */
export type FieldKind = 'prose' | 'words' | 'fact' | 'list' | 'record';

export interface FieldVisitor<Value> {
  /** Inline Markdown as it is written, or prose that has been read. */
  prose(value: Value, path: FieldPath): unknown;
  words(value: string, path: FieldPath): unknown;
  /** Whether an item of a list is left out; those behind it keep their places in the path. */
  isLeftOut?(value: unknown, path: FieldPath): boolean;
}

/** The schema of a value that is there. */
export function presentSchema(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

export function kindOf(schema: z.core.$ZodType): FieldKind {
  const present = presentSchema(schema);
  if (present === proseSchema) return 'prose';
  if (present instanceof z.ZodString) return present === factSchema ? 'fact' : 'words';
  if (present instanceof z.ZodArray) return 'list';
  return present instanceof z.ZodObject ? 'record' : 'fact';
}

/** The schema of an item of a list. */
export function itemSchema(schema: z.core.$ZodType): z.core.$ZodType {
  return (presentSchema(schema) as z.ZodArray).element;
}

/** The schemas of the fields of a record, in their order. */
export function fieldSchemas(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  return Object.entries((presentSchema(schema) as z.ZodObject).shape);
}

/** A copy of `value` with only the fields that the schema names, in its order; what is absent stays so. */
export function mapFields<Value>(
  schema: z.core.$ZodType,
  value: unknown,
  visitor: FieldVisitor<Value>,
  path: FieldPath = [],
): unknown {
  if (value === undefined) return undefined;
  const kind = kindOf(schema);
  if (kind === 'prose') return visitor.prose(value as Value, path);
  if (kind === 'words') return visitor.words(value as string, path);
  if (kind === 'list')
    return (value as unknown[]).flatMap((item, index) => {
      const at = [...path, index];
      return visitor.isLeftOut?.(item, at) ? [] : [mapFields(itemSchema(schema), item, visitor, at)];
    });
  if (kind === 'fact') return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    fieldSchemas(schema).flatMap(([key, field]) => {
      const mapped = Object.hasOwn(record, key) ? mapFields(field, record[key], visitor, [...path, key]) : undefined;
      return mapped === undefined ? [] : [[key, mapped]];
    }),
  );
}

/** Paths of all fields of one kind: `lessons.wentWell`; items of a list are in the path of the list. */
export function pathsOf(schema: z.core.$ZodType, kind: FieldKind, path: readonly string[] = []): string[][] {
  const own = kindOf(schema);
  if (own === kind) return [[...path]];
  if (own === 'list') return pathsOf(itemSchema(schema), kind, path);
  if (own !== 'record') return [];
  return fieldSchemas(schema).flatMap(([key, field]) => pathsOf(field, kind, [...path, key]));
}

/** What a path leads to in a value; `undefined` where it leads nowhere. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
