/** `netlify.toml`, which lies at the top of the repository. Headers and redirects are in the built folder already. */
import { buildCommand, type Place } from './place.ts';

export function netlifyToml(place: Place): string {
  const command = buildCommand(place, ['_headers', '_redirects', '404.html']);
  return `[build]\n  command = ${JSON.stringify(command)}\n  publish = ${JSON.stringify(place.folder)}\n`;
}
