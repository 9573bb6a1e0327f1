/** Private text in what is published from settings: the site's own words, public services, roles of people. */
import { basename, dirname, join } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { translationsOf } from '../../shared/incident/site-schema.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { doubtsOnce, privateTextProblems } from '../../shared/redaction/private-text-problems.ts';
import { parseYaml, type YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { hasMarker } from '../markdown/account-markers.ts';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { checkSecrets, type PlacedText } from './check-secrets.ts';

type Path = readonly PropertyKey[];

/** Every find at its place. Files that cannot be read were refused before. */
export async function checkSettings(
  site: string,
  source: SiteSource,
  findPrivateText: PrivateTextFinder,
): Promise<Problem[]> {
  const publicServices = Object.entries(source.services).flatMap(([id, { internal }]) => (internal ? [] : [id]));
  const content = join(site, 'content');
  const texts = [
    ...(await readTexts(content, 'site.yaml', 'content/site.yaml', () => true)),
    ...(await readTexts(content, 'people.yaml', 'content/people.yaml', isShownOfPeople(source))),
  ];
  for (const id of publicServices) {
    const file = `content/services/${id}.yaml`;
    texts.push({ text: id, placeAt: () => ({ file }) });
    texts.push(...(await readTexts(join(content, 'services'), `${id}.yaml`, file, () => true)));
  }
  const unused = [
    ...(await findUnused(content, 'people.yaml', 'roles', source)),
    ...(
      await Promise.all(
        Object.keys(source.services).map((id) => findUnused(content, `services/${id}.yaml`, 'translations', source)),
      )
    ).flat(),
  ];
  const found = texts.flatMap((text) => checkText(text, findPrivateText));
  return [...unused, ...doubtsOnce(found), ...(await checkSecrets(texts, source.policy))];
}

/** Words in a language that the site does not have, which nobody would see. `key` holds them, at any depth. */
async function findUnused(
  content: string,
  path: string,
  key: 'roles' | 'translations',
  { settings }: SiteSource,
): Promise<Problem[]> {
  const file = `content/${path}`;
  const known = translationsOf(settings);
  const { value } = await readPlainText(join(content, dirname(path)), basename(path), { file });
  const { document } = value === undefined ? {} : parseYaml(value, file);
  const depth = key === 'roles' ? 1 : 0;
  const tags = stringsIn(document?.value, []).flatMap(({ path: steps }) => {
    const language = steps[depth] === key ? steps[depth + 1] : undefined;
    return typeof language === 'string' && !known.includes(language) ? [steps.slice(0, depth + 2)] : [];
  });
  const distinct = new Map(tags.map((steps) => [JSON.stringify(steps), steps]));
  return [...distinct.values()].map((steps) =>
    createProblem('translation/unused', document?.placeOfKey(steps) ?? { file }, { known }),
  );
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
): Promise<PlacedText[]> {
  const { value } = await readPlainText(folder, name, { file });
  const { document } = value === undefined ? {} : parseYaml(value, file);
  return document ? stringsIn(document.value, []).flatMap((string) => place(string, document, isShown)) : [];
}

interface Located {
  text: string;
  path: Path;
}

function stringsIn(value: unknown, path: Path): Located[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    stringsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function place({ text, path }: Located, document: YamlDocument, isShown: (path: Path) => boolean): PlacedText[] {
  return isShown(path) ? [{ text, placeAt: (offset) => document.placeWithin(path, offset) }] : [];
}

function checkText({ text, placeAt }: PlacedText, findPrivateText: PrivateTextFinder): Problem[] {
  const place = placeAt(0);
  return [
    ...privateTextProblems({ text, placeAt }, findPrivateText),
    ...(hasMarker(text) ? [createProblem('redaction/unaccounted', place, { name: 'Internal' })] : []),
    ...findBadCharacters(text, place.file).map((problem) => ({ ...problem, place })),
  ];
}
