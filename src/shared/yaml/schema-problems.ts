/** Turns what zod says about a value into problems at the value's place in its YAML source. */
import { z } from 'zod';
import { nearest } from '../problem/nearest.ts';
import { createProblem, type Problem } from '../problem/problem.ts';
import type { YamlDocument } from './yaml-document.ts';

export interface SchemaCheck<T> {
  value?: T;
  problems: Problem[];
}

/**
 * Checks the document against `schema`. With `secret`, no key and no value is ever quoted: for files, such as the
 * policy, whose every word is private. Values under keys with `audience: 'internal'` and in rows with `internal: true`
 * are never quoted either.
 */
export function checkSchema<S extends z.ZodType>(
  document: YamlDocument,
  schema: S,
  options: { secret?: boolean } & Pick<Context, 'describeUnknown' | 'describeWrong'> = {},
): SchemaCheck<z.output<S>> {
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data, problems: [] };
  const { secret = false, describeUnknown, describeWrong } = options;
  const context = { document, schema, secret, describeUnknown, describeWrong };
  return { problems: result.error.issues.flatMap((issue) => issueProblems(issue, [], context)) };
}

interface Context {
  document: YamlDocument;
  schema: z.ZodType;
  secret: boolean;
  /** Has more to say of some keys that are not known at `path`. */
  describeUnknown?: ((key: string, path: readonly PropertyKey[]) => Problem | undefined) | undefined;
  /** Has more to say of some values that do not fit, at `path`; never asked of private ones. */
  describeWrong?: ((value: unknown, path: readonly PropertyKey[]) => Problem | undefined) | undefined;
}

type Issue = z.core.$ZodIssue;

function issueProblems(issue: Issue, before: PropertyKey[], context: Context): Problem[] {
  const path = [...before, ...issue.path];
  const { document } = context;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, context));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionProblems(issue.errors, path, context);
  const value = valueAt(document.value, path);
  const key = context.secret ? secretKeyName(path, context) : keyName(path);
  if (value === undefined && isMissing(issue)) {
    if (isMisspelt(path, context)) return [];
    const meaning = schemaAt(context.schema, path)?.description;
    return [createProblem('schema/missing', document.locationOf(path.slice(0, -1)), { key, meaning })];
  }
  const location = document.locationOf(path);
  const isHidden = context.secret || isPrivate(path, context);
  const described = isHidden ? undefined : context.describeWrong?.(value, path);
  if (described) return [described];
  if (issue.code === 'invalid_type') {
    const remedy = schemaAt(context.schema, path)?.meta()?.['remedy'] as string | undefined;
    const [expected, found] = [typeName(issue.expected), foundName(value)];
    return [createProblem('schema/wrong-type', location, { key, expected, found, remedy })];
  }
  if (issue.code === 'custom' && issue.params?.['remedy'] !== undefined && context.secret)
    // The schema of a secret file says what is wrong without a word of it.
    return [createProblem('schema/wrong-value', location, { key, ...reasonOf(issue) })];
  if (isHidden) {
    return [
      createProblem('schema/wrong-value', location, {
        key,
        reason: 'is not in the form required.',
      }),
    ];
  }
  return [createProblem('schema/wrong-value', location, { key, ...reasonOf(issue) })];
}

function unknownKey(key: string, path: PropertyKey[], context: Context): Problem {
  const described = context.describeUnknown?.(key, path);
  if (described) return described;
  const location = context.document.locationOfKey([...path, key]);
  const known = knownKeys(schemaAt(context.schema, path), valueAt(context.document.value, path));
  const hidden = isHiddenKey(key, path, context);
  return createProblem('schema/unknown-key', location, {
    key: hidden ? '…' : key,
    nearest: hidden ? undefined : nearest(key, known),
    known,
  });
}

/** A key that may be as private as its value, or is no word at all. */
function isHiddenKey(key: string, path: PropertyKey[], context: Context): boolean {
  return context.secret || isPrivate(path, context) || !/^[\w-]{1,40}$/.test(key);
}

/** Whether an unknown key beside a missing one is said to mean it: that alone is what its author has to mend. */
function isMisspelt(path: PropertyKey[], context: Context): boolean {
  const [around, missing] = [path.slice(0, -1), path.at(-1)];
  const block = valueAt(context.document.value, around);
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return false;
  const known = knownKeys(schemaAt(context.schema, around), block);
  return Object.keys(block).some(
    (key) => !known.includes(key) && !isHiddenKey(key, around, context) && nearest(key, known) === missing,
  );
}

/** The branch that came nearest: the one whose complaints lie deepest. */
function unionProblems(branches: Issue[][], path: PropertyKey[], context: Context): Problem[] {
  const depth = (issues: Issue[]) =>
    Math.max(...issues.map((i) => i.path.length + (i.code === 'invalid_type' && i.path.length === 0 ? 0 : 1)));
  const best = [...branches].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  return best.flatMap((issue) => issueProblems(issue, path, context));
}

function isMissing(issue: Issue): boolean {
  return (
    issue.code === 'invalid_type' ||
    issue.code === 'invalid_value' ||
    issue.code === 'invalid_union' ||
    issue.code === 'custom'
  );
}

function reasonOf(issue: Issue): { reason: string; remedy?: string | undefined } {
  switch (issue.code) {
    case 'custom': {
      const remedy = issue.params?.['remedy'];
      return remedy ? { reason: issue.message, remedy: String(remedy) } : { reason: `must be ${issue.message}.` };
    }
    case 'invalid_value':
      return { reason: 'is none of the known values.', remedy: `Use one of: ${issue.values.map(String).join(', ')}.` };
    case 'invalid_union':
      return { reason: 'is none of the known kinds.', remedy: 'Mend the value of its `kind`.' };
    case 'too_big':
      return { reason: `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.` };
    case 'too_small':
      return { reason: issue.origin === 'string' ? 'must not be empty.' : `must be at least ${issue.minimum}.` };
    default:
      return { reason: /^[A-Z]/.test(issue.message) ? `${issue.message}.` : `must be ${issue.message}.` };
  }
}

/** The last three steps of a path in words: `timeline[2].at`. */
function keyName(path: readonly PropertyKey[]): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name.replace(/^\./, '') || 'the file';
}

/** The last step alone, where the schema itself has that key; a key that the author chose is as private as a value. */
function secretKeyName(path: readonly PropertyKey[], { schema }: Context): string {
  const parent = schemaAt(schema, path.slice(0, -1));
  const isKnown = unwrapAll(parent).some(
    (inner) => inner instanceof z.ZodObject && Object.hasOwn(inner.shape, path.at(-1) ?? ''),
  );
  return isKnown ? String(path.at(-1)) : 'a value here';
}

function unwrapAll(schema: z.ZodType | undefined): z.ZodType[] {
  return schema === undefined ? [] : unwrap(schema);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function isPrivate(path: readonly PropertyKey[], { schema, document }: Context): boolean {
  return path.some((_, index) => {
    const prefix = path.slice(0, index + 1);
    const audience = schemaAt(schema, prefix)?.meta()?.['audience'];
    const value = valueAt(document.value, prefix);
    const row = typeof value === 'object' && value !== null && Object.hasOwn(value, 'internal');
    return audience === 'internal' || (row && index > 0);
  });
}

/** The schema of the value at `path`; `undefined` where the path leads nowhere. */
function schemaAt(schema: z.ZodType | undefined, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [step, ...rest] = path;
  if (schema === undefined || step === undefined) return schema;
  const inner = unwrap(schema);
  for (const candidate of inner) {
    const next = stepInto(candidate, step);
    if (next) return schemaAt(next, rest);
  }
  return undefined;
}

function stepInto(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, step) ? (schema.shape[String(step)] as z.ZodType) : undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

/** The objects, arrays and values inside optionals, defaults, transforms and unions. */
function unwrap(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option as z.ZodType));
  return [schema];
}

/** The keys that the block at `path` of a value may have. */
export function knownKeysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  return knownKeys(schemaAt(schema, path), valueAt(value, path));
}

function knownKeys(schema: z.ZodType | undefined, value: unknown): string[] {
  if (!schema) return [];
  const kind = valueAt(value, ['kind']);
  const objects = unwrap(schema).filter((inner): inner is z.ZodObject => inner instanceof z.ZodObject);
  const fitting = objects.filter((object) => object.shape['kind']?.safeParse(kind).success);
  return [...new Set((fitting.length > 0 ? fitting : objects).flatMap((object) => Object.keys(object.shape)))];
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    object: 'a block of keys',
    array: 'a list',
    boolean: 'true or false',
    record: 'a block of keys',
    number: 'a number',
    int: 'a whole number',
  };
  return names[expected] ?? expected;
}

function foundName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  const names: Record<string, string> = {
    string: 'text',
    object: 'a block of keys',
    boolean: 'true or false',
    number: 'a number',
  };
  return names[typeof value] ?? typeof value;
}
