/** Public text of a site's sources with its places, kept beside the listing for the checks across texts. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { shardOf } from '../../disk/shards.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import type { LocatedText } from './check-secrets.ts';

/** A text that becomes public, and where its lines stand. */
export interface ShownText {
  text: string;
  file: string;
  /** Begins of lines: offset in the text, line and column, three numbers each; in order. */
  lines: number[];
}

/** Without repetitions. Places take long to look up, and are left out where nobody asks for them yet. */
export function locateShown(
  texts: readonly LocatedText[],
  { file, withLocations }: { file: string; withLocations: boolean },
): ShownText[] {
  const shown = new Map<string, LocatedText>();
  for (const placed of texts) if (!shown.has(placed.text) && placed.text.trim() !== '') shown.set(placed.text, placed);
  return [...shown.values()].map(({ text, locationAt }) => {
    if (!withLocations) return { text, file, lines: [] };
    const first = locationAt(0);
    const lines = [0, first.line ?? 0, first.column ?? 0];
    // Where lines were folded, the source is not known closer than its begin.
    if (text.includes('\n')) divide({ lines, locationAt }, [0, first], [text.length, locationAt(text.length)]);
    return { text, file, lines };
  });
}

/** The same of texts of several files. */
export function locationByFile(texts: readonly LocatedText[]): ShownText[] {
  const files = Map.groupBy(texts, ({ locationAt }) => locationAt(0).file);
  return [...files].flatMap(([file, group]) => locateShown(group, { file, withLocations: true }));
}

type Point = readonly [offset: number, place: SourceLocation];

/** Looks closer where the ends of a stretch are on different lines. */
function divide(options: { lines: number[]; locationAt: LocatedText['locationAt'] }, begin: Point, end: Point): void {
  const [[from, first], [to, last]] = [begin, end];
  if (first.line === last.line) return;
  if (to - from <= 1) {
    options.lines.push(to, last.line ?? 0, last.column ?? 0);
    return;
  }
  const middle: Point = [(from + to) >> 1, options.locationAt((from + to) >> 1)];
  divide(options, begin, middle);
  divide(options, middle, end);
}

/**
 * The begin of the line that a character stands on, as far as the text shows it, in the file and in the text; without `line`
 * where that is not known.
 */
export function lineOf({ file, lines }: ShownText, offset: number): { location: SourceLocation; start: number } {
  let found: { location: SourceLocation; start: number } = { location: { file }, start: 0 };
  for (let at = 0; at < lines.length; at += 3) {
    const [start = 0, line = 0, column = 0] = lines.slice(at, at + 3);
    if (start > offset) break;
    found = { location: line === 0 ? { file } : { file, line, column }, start };
  }
  return found;
}

export interface TextShards {
  read(name: string, key: string): readonly ShownText[] | undefined;
  /** `texts` as `packShown` writes them. */
  add(name: string, key: string, texts: string): void;
  /** Writes what was added, and keeps those of `names` alone. */
  save(names: readonly string[]): void;
}

/** For the way out of a worker, and the shards: most of it is never looked at again. */
export function packShown(texts: readonly ShownText[]): string {
  return JSON.stringify(texts);
}

interface Entry {
  key: string;
  packed: string;
}

/** In `folder`; what is damaged or not whole counts as none. One file is open at a time. */
export function openTextShards(folder: string): TextShards {
  const fileOf = (shard: number) => join(folder, `${shard}.json`);
  const added = new Map<number, Map<string, Entry>>();
  const unsaved = new Set<number>();
  let open: { shard: number; entries: Map<string, Entry> } | undefined;
  const entriesOf = (shard: number) => {
    if (open?.shard !== shard) open = { shard, entries: readShard(fileOf(shard)) };
    return open.entries;
  };
  return {
    read(name, key) {
      const shard = shardOf(name);
      const entry = added.get(shard)?.get(name) ?? entriesOf(shard).get(name);
      return entry?.key === key ? (JSON.parse(entry.packed) as ShownText[]) : undefined;
    },
    add(name, key, packed) {
      const shard = shardOf(name);
      const row = added.get(shard) ?? new Map<string, Entry>();
      added.set(shard, row.set(name, { key, packed }));
      unsaved.add(shard);
    },
    save(names) {
      const wanted = new Set(names);
      for (const shard of unsaved) {
        const entries = [...entriesOf(shard), ...(added.get(shard) ?? [])];
        const kept = [...new Map(entries)].filter(([name]) => wanted.has(name));
        const lines = kept.map(([name, { key, packed }]) => `${key} ${encodeURIComponent(name)} ${packed}`);
        if (lines.length > 0) writeSealed(fileOf(shard), '', lines.join('\n'));
        else rmSync(fileOf(shard), { force: true });
      }
      unsaved.clear();
      open = undefined;
    },
  };
}

function readShard(path: string): Map<string, Entry> {
  const lines = readSealed(path, '')?.split('\n') ?? [];
  return new Map(
    lines.flatMap((line): [string, Entry][] => {
      const [key, name] = line.split(' ', 2);
      if (key === undefined || name === undefined) return [];
      return [[decodeURIComponent(name), { key, packed: line.slice(key.length + name.length + 2) }]];
    }),
  );
}
