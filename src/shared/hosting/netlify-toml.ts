/** `netlify.toml`, which lies at the top of the repository. Headers and redirects are in the built folder already. */
import { buildCommand, type ServedSite } from './served-site.ts';

export function netlifyToml(place: ServedSite): string {
  const command = buildCommand(place, ['_headers', '_redirects', '404.html']);
  return `[build]\n  command = ${JSON.stringify(command)}\n  publish = ${JSON.stringify(place.folder)}\n`;
}
