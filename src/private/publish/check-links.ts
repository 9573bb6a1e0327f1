/** Links between pages of the site: each leads to an address that is there when its own is. */
import { isFilePath, spellingsOf } from '../../shared/addresses/find-address.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { SiteLink } from '../lint/list-links.ts';

/** True for the path of an address that can be there: of the built site, decoded, without base. */
export type IsAddress = (path: string) => boolean;

/** `page` is the path of the page in which the links stand, without language. Speaks up only where nothing can be there. */
export function checkLinks(
  links: readonly SiteLink[],
  { page, translations, isAddress }: { page: string; translations: readonly string[]; isAddress: IsAddress },
): Problem[] {
  return links.flatMap(({ url, location }) => {
    const language = translations.find((tag) => location.file.endsWith(`.${tag}.mdx`));
    const path = pathOf(url, { page, language });
    return path === undefined || spellingsOf(path).some(isAddress) ? [] : [createProblem('links/dead-path', location)];
  });
}

/** Where the link leads on the built site: a translation is one of its own, but for files. `undefined` for what is no path. */
function pathOf(url: string, { page, language }: { page: string; language: string | undefined }): string | undefined {
  const home = language === undefined ? '' : `/${language}`;
  const written = url.startsWith('/') && !isFilePath(url) ? home + url : url;
  const resolved = URL.parse(written, `https://site.invalid${home}${page}`);
  try {
    return resolved ? decodeURIComponent(resolved.pathname) : undefined;
  } catch {
    return undefined;
  }
}
