/** Public text of a site's sources with its places, kept beside the listing for the checks across texts. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { shardOf } from '../../disk/shards.ts';
import type { Place } from '../../shared/problem/problem.ts';
import type { PlacedText } from './check-secrets.ts';

/** A text that becomes public, and where its lines stand. */
export interface ShownText {
  text: string;
  file: string;
  /** Begins of lines: offset in the text, line and column, three numbers each; in order. */
  lines: number[];
}

/** Without repetitions: an address is read in several forms. */
export function placeShown(texts: readonly PlacedText[]): ShownText[] {
  const shown = new Map<string, ShownText>();
  for (const { text, placeAt } of texts) {
    const [first, last] = [placeAt(0), placeAt(text.length)];
    const key = `${first.line} ${text}`;
    if (text.trim() === '' || shown.has(key)) continue;
    const lines = [0, first.line ?? 0, first.column ?? 0];
    divide({ lines, placeAt }, [0, first], [text.length, last]);
    shown.set(key, { text, file: first.file, lines });
  }
  return [...shown.values()];
}

type Point = readonly [offset: number, place: Place];

/** Looks closer where the ends of a stretch are on different lines. */
function divide(options: { lines: number[]; placeAt: PlacedText['placeAt'] }, begin: Point, end: Point): void {
  const [[from, first], [to, last]] = [begin, end];
  if (first.line === last.line) return;
  if (to - from <= 1) {
    options.lines.push(to, last.line ?? 0, last.column ?? 0);
    return;
  }
  const middle: Point = [(from + to) >> 1, options.placeAt((from + to) >> 1)];
  divide(options, begin, middle);
  divide(options, middle, end);
}

/** The begin of the line that a character stands on, as far as the text shows it; without `line` where that is not known. */
export function lineOf({ file, lines }: ShownText, offset: number): Place {
  let place: Place = { file };
  for (let at = 0; at < lines.length; at += 3) {
    const [start = 0, line = 0, column = 0] = lines.slice(at, at + 3);
    if (start > offset) break;
    place = line === 0 ? { file } : { file, line, column };
  }
  return place;
}

export interface TextShelf {
  read(name: string, key: string): readonly ShownText[] | undefined;
  add(name: string, key: string, texts: readonly ShownText[]): void;
  /** Writes what was added, and keeps those of `names` alone. */
  save(names: readonly string[]): void;
}

type Entry = readonly [key: string, texts: readonly ShownText[]];

/** In `folder`; what is damaged or not whole counts as none. One file is open at a time. */
export function openTextShelf(folder: string): TextShelf {
  const fileOf = (shard: number) => join(folder, `${shard}.json`);
  const added = new Map<number, Map<string, Entry>>();
  let open: { shard: number; entries: Map<string, Entry> } | undefined;
  const entriesOf = (shard: number) => {
    if (open?.shard !== shard) open = { shard, entries: new Map(parse(readSealed(fileOf(shard), ''))) };
    return open.entries;
  };
  return {
    read(name, key) {
      const shard = shardOf(name);
      const [kept, texts] = added.get(shard)?.get(name) ?? entriesOf(shard).get(name) ?? [];
      return kept === key ? texts : undefined;
    },
    add(name, key, texts) {
      const shard = shardOf(name);
      const row = added.get(shard) ?? new Map<string, Entry>();
      row.set(name, [key, texts]);
      added.set(shard, row);
    },
    save(names) {
      const wanted = new Set(names);
      for (const [shard, row] of added) {
        const entries = new Map([...entriesOf(shard), ...row].filter(([name]) => wanted.has(name)));
        if (entries.size > 0) writeSealed(fileOf(shard), '', JSON.stringify([...entries]));
        else rmSync(fileOf(shard), { force: true });
      }
      added.clear();
      open = undefined;
    },
  };
}

function parse(body: string | undefined): [string, Entry][] {
  return JSON.parse(body ?? '[]') as [string, Entry][];
}
