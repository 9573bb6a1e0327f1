/** Everything in the settings of `candor announce` as private text, for the leak gate: it reads the file by itself. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateText } from '../../shared/text/fingerprints.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';

const file = 'content/announce.yaml';

/** Addresses and names of variables are terms: they count wherever they stand, unless public text of the sources has them too. */
const isTelling = /[@_]|:\/\//;

/** None where there is no such file; the whole text of one that cannot be parsed. */
export async function splitAnnounce(site: string): Promise<PrivateText[]> {
  const text = await readFile(join(site, file), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const { document } = parseYaml(text, file);
  if (!document) return [{ text, origin: file }];
  const comments = document.comments.map(({ text: comment, line }) => ({ text: comment, origin: `${file}:${line}` }));
  const values = stringsIn(document.value, []).map(({ value, path }) => {
    const origin = `${file}:${document.locationOf(path).line ?? 1}`;
    return { text: value, origin, isTerm: isTelling.test(value) };
  });
  return [...comments, ...values];
}

function stringsIn(value: unknown, path: PropertyKey[]): { value: string; path: PropertyKey[] }[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ value: String(value), path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
