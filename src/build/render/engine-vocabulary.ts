/** The engine's own words: what its pages say on every site. An ordinary word among them gives nothing away. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listEntries } from '../../disk/list-entries.ts';
import type { EngineTexts } from '../../shared/text/fingerprints.ts';
import { normalText } from '../../shared/text/normalise.ts';
import { wordsOf } from '../../shared/text/word-scanner.ts';
import type { Engine } from './compile-engine.ts';
import { intlWords } from './intl-words.ts';

/** Words and texts of the compiled engine, server and browser side. */
export async function engineVocabulary(engine: Engine): Promise<EngineTexts> {
  const words = new Set<string>();
  const texts: string[] = [];
  for (const { content } of await readCode(engine)) {
    const text = normalText(content);
    texts.push(text);
    for (const word of wordsOf(text)) words.add(word);
  }
  for (const written of intlWords())
    for (const word of normalText(written).match(/[\p{L}\p{M}]+/gu) ?? []) words.add(word);
  return { words, texts };
}

/** What its templates write that is no text. */
export interface EngineNames {
  /** Attributes as they are written, `rel="canonical"`. */
  attributes: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  /** In lower case. */
  words: ReadonlySet<string>;
  /** Names of scripts and styles for browsers. */
  assets: readonly string[];
}

/** `words`: of its vocabulary. */
export async function engineNames(engine: Engine, words: ReadonlySet<string>): Promise<EngineNames> {
  const attributes = new Set<string>();
  const classes = new Set<string>();
  for (const { path, content } of await readCode(engine))
    if (path.endsWith('.css'))
      for (const [, name = ''] of content.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)) classes.add(name);
    else
      for (const [, name = '', value = ''] of content.matchAll(/([A-Za-z][\w:-]*)=\\?"([^"$`{}\\<>]{0,200})\\?"/g)) {
        attributes.add(`${name}="${value}"`);
        if (name === 'class') for (const part of value.split(/\s+/)) classes.add(part);
      }
  return { attributes, classes, words, assets: listEntries(engine.assets).map(({ file }) => basename(file)) };
}

/** SHA-256 digests of its scripts and styles for browsers, which are the same on every site. */
export function assetDigests({ assets }: Engine): string[] {
  return listEntries(assets).map(({ file }) => hash('sha256', readFileSync(join(assets, file))));
}

async function readCode(engine: Engine): Promise<{ path: string; content: string }[]> {
  const entries = await readdir(engine.folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:m?js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path, content: await readFile(path, 'utf8') })));
}
