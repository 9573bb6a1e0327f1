/** What settings publish: the site's own words, public services, roles of people; each text with its place. */
import { join } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { parseYaml, type YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { LocatedText } from './check-secrets.ts';

type Path = readonly PropertyKey[];

/** Files that cannot be read were refused before. */
export async function readSettingsTexts(site: string, source: SiteSource): Promise<LocatedText[]> {
  const publicServices = Object.entries(source.services).flatMap(([id, { internal }]) => (internal ? [] : [id]));
  const content = join(site, 'content');
  const texts = [
    ...(await readTexts(content, 'site.yaml', 'content/site.yaml', () => true)),
    ...(await readTexts(content, 'people.yaml', 'content/people.yaml', isShownOfPeople(source))),
  ];
  for (const id of publicServices) {
    const file = `content/services/${id}.yaml`;
    texts.push({ text: id, locationAt: () => ({ file }) });
    texts.push(...(await readTexts(join(content, 'services'), `${id}.yaml`, file, () => true)));
  }
  return texts;
}

/** Roles are shown in the place of names; names only of those who may be named. */
function isShownOfPeople({ policy }: SiteSource): (path: Path) => boolean {
  return ([handle, key]) =>
    key === 'role' || key === 'roles' || (key === 'name' && policy.people[String(handle)]?.public === true);
}

async function readTexts(
  folder: string,
  name: string,
  file: string,
  isShown: (path: Path) => boolean,
): Promise<LocatedText[]> {
  const { value } = await readPlainText(folder, name, { file });
  const { document } = value === undefined ? {} : parseYaml(value, file);
  return document ? stringsIn(document.value, []).flatMap((string) => place(string, document, isShown)) : [];
}

export interface LocatedString {
  text: string;
  path: Path;
}

/** Every string within a value, with its path. */
export function stringsIn(value: unknown, path: Path): LocatedString[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function place({ text, path }: LocatedString, document: YamlDocument, isShown: (path: Path) => boolean): LocatedText[] {
  return isShown(path) ? [{ text, locationAt: (offset) => document.locationWithin(path, offset) }] : [];
}
