/** The rules as a `vercel.json`, which lies at the top of the repository that Vercel builds. */

import {
  contentSecurityPolicy,
  embedPath,
  embedPolicy,
  type Headers,
  headerRules,
  securityHeaders,
} from './response-headers.ts';
import { buildCommand, type ServedSite } from './served-site.ts';

export function vercelJson(place: Pick<ServedSite, 'base' | 'folder'>): string {
  const { base, folder } = place;
  const at = (source: string, headers: Headers) => ({
    source,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  });
  const sourceOf = (path: string) => `${base}${path.replaceAll('.', '\\.').replace('*', '(.*)')}`;
  const rule = (path: string, headers: Headers) => at(sourceOf(path), headers);
  const policies = [
    rule(embedPath, { 'Content-Security-Policy': embedPolicy }),
    at(`${base}((?!${embedPath.replace('*', '')}).*)`, { 'Content-Security-Policy': contentSecurityPolicy }),
  ];
  const rules = headerRules.flatMap(({ paths, headers }) => paths.map((path) => rule(path, headers)));
  const settings = {
    buildCommand: buildCommand(place, ['404.html']),
    outputDirectory: folder,
    trailingSlash: true,
    headers: [rule('*', securityHeaders), ...policies, ...rules],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
