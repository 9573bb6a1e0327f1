/**
 * Mends in YAML what has one certain mend: a key with a slip, a UTC offset in its other spelling, rows out of the order of
 * time. Edits are made in the text, so that comments and layout stay; each is read again before it is kept.
 */

import leven from 'leven';
import { isMap, isScalar, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { knownKeysAt } from '../../shared/yaml/schema-problems.ts';
import type { FixedYaml } from './fixed-yaml.ts';
import { sortRows } from './sort-rows.ts';

/** Text that is not YAML comes back as it is. */
export function fixYaml(text: string, schema: z.ZodType): FixedYaml {
  const steps = [fixKeys, fixOffsets, sortRows];
  return steps.reduce<FixedYaml>(
    (before, step) => {
      if (parseDocument(before.text, { logLevel: 'silent' }).errors.length > 0) return before;
      const { text: after, fixes } = step(before.text, schema);
      return { text: after, fixes: [...before.fixes, ...fixes] };
    },
    { text, fixes: [] },
  );
}

interface Edit {
  from: number;
  to: number;
  words: string;
  what: string;
}

/** Where one known key that is not there yet is one letter away from a key that is not known. */
function fixKeys(text: string, schema: z.ZodType): FixedYaml {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'silent' });
  const value = document.toJS({ maxAliasCount: 0 }) as unknown;
  const issues = schema.safeParse(value).error?.issues ?? [];
  const edits = issues.flatMap((issue): Edit[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    const map = issue.path.length === 0 ? document.contents : document.getIn(issue.path, true);
    if (!isMap(map)) return [];
    const keys = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    const free = knownKeysAt(schema, issue.path, value).filter((key) => !keys.includes(key));
    const wanted = issue.keys.map((key) => ({ key, meant: free.filter((candidate) => leven(key, candidate) === 1) }));
    return wanted.flatMap(({ key, meant }) => {
      const [candidate] = meant;
      // Two slips that mean one key are no straight slips.
      const isClaimed = wanted.filter((other) => other.meant[0] === candidate).length > 1;
      const range = rangeOfKey(map.items, key);
      if (candidate === undefined || meant.length > 1 || isClaimed || !range) return [];
      if (text.slice(...range) !== key) return [];
      return [
        { from: range[0], to: range[1], words: candidate, what: `wrote the key \`${candidate}\`, one letter apart` },
      ];
    });
  });
  return applyEdits(text, edits);
}

function rangeOfKey(items: readonly Pair[], key: string): [number, number] | undefined {
  const found = items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const range = (found?.key as Node | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}

const utcOffset = /^["']?(?:about )?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?([+-]00:?00)["']?$/;
/** Keys whose values are moments. */
const momentKeys: ReadonlySet<unknown> = new Set(
  'at from to started firstLogged acknowledged mitigated resolved publishedAt nextUpdateBy translatedAt'.split(' '),
);

/** `Z` says the same and is what Candor writes. */
function fixOffsets(text: string): FixedYaml {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'silent' });
  const edits: Edit[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      // What is internal may be of any shape, and is nobody's to change.
      if (isScalar(key) && key.value === 'internal') return visit.SKIP;
      if (!isScalar(key) || !isScalar(value) || !value.range || !momentKeys.has(key.value)) return undefined;
      const source = text.slice(value.range[0], value.range[1]);
      const offset = utcOffset.exec(source)?.[1];
      if (offset === undefined) return undefined;
      const from = value.range[0] + source.lastIndexOf(offset);
      edits.push({ from, to: from + offset.length, words: 'Z', what: `wrote \`Z\` for \`${offset}\`` });
      return undefined;
    },
  });
  return applyEdits(text, edits);
}

function applyEdits(text: string, edits: readonly Edit[]): FixedYaml {
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  const fixed = sorted.reduceRight(
    (before, { from, to, words }) => before.slice(0, from) + words + before.slice(to),
    text,
  );
  const fixes = sorted.map(({ from, what }) => ({ line: text.slice(0, from).split('\n').length, what }));
  return parseDocument(fixed, { logLevel: 'silent' }).errors.length > 0 ? { text, fixes: [] } : { text: fixed, fixes };
}
