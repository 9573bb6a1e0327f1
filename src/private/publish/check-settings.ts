/** Private text in what is published from settings: the site's own words, public services, roles of people. */
import { basename, dirname, join } from 'node:path';
import { readPlainText } from '../../disk/safe-file.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { translationsOf } from '../../shared/incident/site-schema.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { doubtsOnce, privateTextProblems } from '../../shared/redaction/private-text-problems.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';
import { hasMarker } from '../markdown/account-markers.ts';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { checkSecrets, type LocatedText } from './check-secrets.ts';
import { stringsIn } from './settings-texts.ts';

/** Every find at its place in `texts`, those of the settings. */
export async function checkSettings(
  site: string,
  source: SiteSource,
  { texts, findPrivateText }: { texts: readonly LocatedText[]; findPrivateText: PrivateTextFinder },
): Promise<Problem[]> {
  const content = join(site, 'content');
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
    createProblem('translation/unused', document?.locationOfKey(steps) ?? { file }, { known }),
  );
}

function checkText({ text, locationAt }: LocatedText, findPrivateText: PrivateTextFinder): Problem[] {
  const location = locationAt(0);
  return [
    ...privateTextProblems({ text, locationAt }, findPrivateText),
    ...(hasMarker(text) ? [createProblem('redaction/unaccounted', location, { name: 'Internal' })] : []),
    ...findBadCharacters(text, location.file).map((problem) => ({ ...problem, location })),
  ];
}
