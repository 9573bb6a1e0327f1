/** What an import asks of the site that it writes into, and what it writes of one where there is none. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { ImportOptions } from '../author/importers/importer.ts';
import { starterFolders, starterSite } from '../author/importers/starter-site.ts';

/** The site's severities and services, or those that a new one gets. */
export function importOptions(into: string, zone: string | undefined): ImportOptions {
  const severities = severitiesOf(into);
  return { severity: standInOf(severities), severities, services: servicesOf(into), ...(zone && { zone }) };
}

/** Writes the settings without which the folder is no site; leaves each that exists. */
export function addSite(into: string, report: (line: string) => void): void {
  if (existsSync(join(into, 'content', 'site.yaml'))) return;
  for (const folder of starterFolders) mkdirSync(join(into, folder), { recursive: true });
  for (const [path, text] of Object.entries(starterSite)) {
    const target = join(into, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    report(`wrote ${path}`);
  }
}

function severitiesOf(into: string): { id: string; name: string }[] {
  const path = join(into, 'content', 'site.yaml');
  const settings = existsSync(path) ? readFileSync(path, 'utf8') : (starterSite['content/site.yaml'] ?? '');
  const severities: unknown = parse(settings)?.severities;
  return Array.isArray(severities)
    ? severities.map((severity) => ({ id: String(severity?.id), name: String(severity?.name ?? severity?.id) }))
    : [];
}

/** The severity for postmortems that state none: `unclassified` where the site knows it, else the site's mildest. */
function standInOf(severities: readonly { id: string }[]): string {
  const ids = severities.map(({ id }) => id);
  return ids.includes('unclassified') ? 'unclassified' : (ids.at(-1) ?? 'unclassified');
}

function servicesOf(into: string): { id: string; name: string }[] {
  const folder = join(into, 'content', 'services');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return files.sort().map((name) => {
    const id = name.replace(/\.yaml$/, '');
    const [, written] = /^name:[ \t]*["']?([^"'\n#]+)/m.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    return { id, name: written?.trim() ?? id };
  });
}
