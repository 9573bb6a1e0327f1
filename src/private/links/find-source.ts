/** Where an author wrote what a page of the built site shows. */

import { readSiteText } from '../../disk/safe-file.ts';
import { findAddress, pathOfFile } from '../../shared/addresses/find-address.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';

/** The first place of `href` in the source of `page`, also as it was before the site's base was put before it. `translations` are languages. */
export async function findSource(
  site: string,
  page: string,
  { href, base, translations }: { href: string; base: string; translations: readonly string[] },
): Promise<SourceLocation | undefined> {
  const found = findAddress(pathOfFile(page), translations);
  if (found?.kind !== 'postmortem' && found?.kind !== 'ownPage') return undefined;
  const { kind, parts, language } = found;
  const begin = kind === 'postmortem' ? `content/postmortems/${parts.slug}/index` : `content/pages/${parts.id}`;
  // What is not translated is shown as it is.
  const files = [...(language === undefined ? [] : [`${begin}.${language}.mdx`]), `${begin}.mdx`];
  const { file, text } = await readFirst(site, files);
  const spellings = [href, ...(href.startsWith(base) ? [`/${href.slice(base.length)}`] : [])];
  const start = spellings.map((spelling) => findHref(text ?? '', spelling)).find((offset) => offset >= 0);
  if (file === undefined || text === undefined || start === undefined) return undefined;
  const before = text.slice(0, start);
  return { file, line: before.split('\n').length, column: start - before.lastIndexOf('\n') };
}

async function readFirst(site: string, files: readonly string[]): Promise<{ file?: string; text?: string }> {
  for (const file of files) {
    const text = await readSiteText(site, file);
    if (text !== undefined) return { file, text };
  }
  return {};
}

/** Where `address` stands between the marks of a link, not as a part of a longer one. */
function findHref(text: string, address: string): number {
  for (let start = text.indexOf(address); start >= 0; start = text.indexOf(address, start + 1)) {
    const [before, after] = [text[start - 1] ?? '', text[start + address.length] ?? ''];
    if (/[\s(<"'\]:]/.test(before) && (after === '' || /[\s)>"'\],}]/.test(after))) return start;
  }
  return -1;
}
