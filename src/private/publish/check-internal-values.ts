/** Values that are internal by their kind, in public text of the same site: looked for across all of its texts. */
import { join, posix } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import { mostFindsTold, permitCover } from '../../shared/redaction/find-private-text.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { occurrences } from '../../shared/redaction/word-matchers.ts';
import { normalise, normalText } from '../../shared/text/normalise.ts';
import { wordsOf } from '../../shared/text/word-scanner.ts';
import type { InternalValue } from './internal-values.ts';
import { lineOf, type ShownText } from './shown-texts.ts';
import { createValueSearch, isCertain } from './value-search.ts';

/** The public texts of one source. */
export interface ShownSource {
  name: string;
  /** The same for the same texts under the same policy; without one they are always searched. */
  key?: string;
  read(): readonly ShownText[] | Promise<readonly ShownText[]>;
  /** The same with places, where `read` gives none; asked for where something was found. */
  locate?: () => Promise<readonly ShownText[]>;
}

export interface InternalCheck {
  /** The site's folder. */
  site: string;
  policy: Policy;
  /** In the order in which places are told: of the same value, the first. */
  values: readonly InternalValue[];
  sources: readonly ShownSource[];
  /** What is public by itself: names of services, teams, the organisation. */
  known: readonly string[];
  /** File of what was searched before, and the code that it holds for. */
  memory: { path: string; version: string };
}

interface Find {
  value: string;
  location: SourceLocation;
  length: number;
}

interface Remembered {
  values: string[];
  finds: Record<string, { key: string; found: Find[] }>;
}

/** Of a source that did not change only new values are looked for. */
export async function checkInternalValues(options: InternalCheck): Promise<Problem[]> {
  const { path, version } = options.memory;
  const known = new Set(options.known.map(normalText));
  const values = new Map<string, InternalValue>();
  for (const value of options.values)
    if (!values.has(value.text) && !known.has(normalText(value.text.trim()))) values.set(value.text, value);
  const earlier = JSON.parse(readSealed(path, version) ?? '{"values":[],"finds":{}}') as Remembered;
  const before = new Set(earlier.values);
  const added = [...values.values()].filter(({ text }) => !before.has(text));
  const searchAdded = lazily(() => createValueSearch(added));
  const searchAll = lazily(() => createValueSearch([...values.values()]));
  const now: Remembered = { values: [...values.keys()], finds: {} };
  const problems: Problem[] = [];
  let isChanged = added.length > 0 || before.size !== values.size;
  for (const source of options.sources) {
    const remembered = source.key === undefined ? undefined : earlier.finds[source.name];
    const isSame = remembered !== undefined && remembered.key === source.key;
    const kept = isSame ? remembered.found.filter(({ value }) => values.has(value)) : [];
    const search = isSame ? searchAdded : searchAll;
    const finds = isSame && added.length === 0 ? kept : [...kept, ...(await findIn(source, search(), options))];
    if (source.key !== undefined) now.finds[source.name] = { key: source.key, found: finds };
    isChanged ||= !isSame && source.key !== undefined;
    problems.push(...finds.slice(0, mostFindsTold).map((find) => problemOf(find, values.get(find.value))));
  }
  if (isChanged) writeSealed(path, version, JSON.stringify(now));
  return problems;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Each value once in a file, at the first place that no exception names. */
async function findIn(
  source: ShownSource,
  search: ReturnType<typeof createValueSearch>,
  { site, policy }: InternalCheck,
): Promise<Find[]> {
  const finds = new Map<string, Find>();
  const linesOf = createLineReader(site);
  const read = await source.read();
  const isFound = source.locate !== undefined && read.some(({ text }) => search(text).length > 0);
  if (source.locate !== undefined && !isFound) return [];
  for (const shown of (await source.locate?.()) ?? read) {
    const isPermitted = lazily(() => permitCover(policy, shown.text));
    for (const { value, start, end } of search(shown.text)) {
      const key = `${shown.file} ${value}`;
      if (finds.has(key) || isPermitted()(start, end)) continue;
      const location = await exactLocation(linesOf, shown, { start, end });
      finds.set(key, { value, location, length: end - start });
    }
  }
  return [...finds.values()];
}

type LineReader = (file: string) => Promise<readonly string[]>;

/** Each file of the site once; of one that cannot be read no line. */
function createLineReader(site: string): LineReader {
  const known = new Map<string, Promise<readonly string[]>>();
  const read = async (file: string) => {
    const [folder, name] = [posix.dirname(file), posix.basename(file)];
    const { value = '' } = await readPlainText(join(site, folder), name, { file });
    return value.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  };
  return (file) => {
    const lines = known.get(file) ?? read(file);
    known.set(file, lines);
    return lines;
  };
}

/** The column is looked up in the source, for marks stand between its words: as often as before it in the text, it is passed over. */
async function exactLocation(
  linesOf: LineReader,
  shown: ShownText,
  { start, end }: { start: number; end: number },
): Promise<SourceLocation> {
  const { location, start: lineStart } = lineOf(shown, start);
  if (location.line === undefined) return location;
  const line = normalise((await linesOf(location.file))[location.line - 1] ?? '');
  const normal = normalText(shown.text.slice(start, end));
  const [word = ''] = wordsOf(normal);
  const first = normal.slice(0, normal.indexOf(word) + word.length);
  const begin = line.offsets.findIndex((offset) => offset >= (location.column ?? 1) - 1);
  const ranges = occurrences(line.text, first).filter(([from]) => from >= begin);
  const passed = occurrences(normalText(shown.text.slice(lineStart, start)), first).length;
  const [at] = ranges[passed] ?? ranges[0] ?? [];
  return at === undefined ? location : { ...location, column: (line.offsets[at] ?? 0) + 1 };
}

function problemOf({ location, length }: Find, value: InternalValue | undefined): Problem {
  const { kind = 'a value of `internal`', location: origin } = value ?? {};
  const code = value && isCertain(value) ? 'redaction/internal-elsewhere' : 'redaction/perhaps-internal';
  return createProblem(code, location, { kind, length }, origin);
}
