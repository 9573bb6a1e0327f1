/** The engine's own words: what its pages say on every site. An ordinary word among them gives nothing away. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spokenLanguages } from '../incident/languages.ts';
import type { EngineTexts } from '../redaction/fingerprints.ts';
import { normalText } from '../redaction/normalise.ts';
import { wordsOf } from '../redaction/word-scanner.ts';
import type { Engine } from './compile-engine.ts';

/** Words and texts of the compiled engine, server and browser side. */
export async function engineVocabulary(engine: Engine): Promise<EngineTexts> {
  const words = new Set<string>();
  const texts: string[] = [];
  const entries = await readdir(engine.folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:m?js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const text = normalText(await readFile(path, 'utf8'));
    texts.push(text);
    for (const word of wordsOf(text)) words.add(word);
  }
  for (const name of namesFromIntl()) words.add(normalText(name));
  return { words, texts };
}

/** Months and weekdays, which pages write through `Intl`. */
function namesFromIntl(): string[] {
  const days = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, index + 1)));
  return spokenLanguages.flatMap((language) => {
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return days.flatMap((day) => [month.format(day), weekday.format(day)]);
  });
}
