/** `candor check --links`: what was built, for links that lead nowhere. */

import { listOutput, markerFile } from '../build/render/output-folder.ts';
import { OutputRefused } from '../disk/output-refused.ts';
import { checkLinks } from '../private/links/check-links.ts';
import { findSource } from '../private/links/find-source.ts';
import type { PublicSite } from '../shared/incident/site-schema.ts';
import type { Problem } from '../shared/problem/problem.ts';

/** Throws `OutputRefused` when `out` holds no built site. */
export async function checkBuilt(
  site: string,
  out: string,
  { url, languages }: Pick<PublicSite, 'url' | 'languages'>,
): Promise<Problem[]> {
  const files = await listOutput(out);
  if (!files.includes(markerFile))
    throw new OutputRefused(`--links looks through what was built, and there is no site in ${out}. Build it first.`);
  const address = url.endsWith('/') ? url : `${url}/`;
  const base = new URL(address).pathname;
  return checkLinks({
    out,
    files,
    url: address,
    findSource: (page, href) => findSource(site, page, { href, base, translations: languages.slice(1) }),
  });
}
