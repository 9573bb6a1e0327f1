/** `candor schema`: writes what editors complete and explain fields with. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { authorSchemas } from '../author/editor/author-schemas.ts';
import { collectionsOf } from '../author/editor/editor-files.ts';
import { nameOfStory } from '../disk/source/read-postmortem.ts';
import { readSite, type SiteSource } from '../disk/source/read-site.ts';
import { translationsOf } from '../shared/incident/site-schema.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode } from './command.ts';

export async function schema({ site, console }: CommandOptions): Promise<ExitCode> {
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const written = await writeEditorFiles(site, source);
  console.out(
    written === 0 ? 'schemas/ is up to date.' : `Wrote ${written} files for editors; schemas/ is for committing.`,
  );
  return 0;
}

/** How many files changed. `schemas/` holds nothing of this machine and names nobody; `.astro/`, which does, stays out of git. */
export async function writeEditorFiles(site: string, source: SiteSource): Promise<number> {
  const { settings, services, policy, postmortems, pages, translatedPages } = source;
  const offered = {
    severities: settings.severities.map(({ id }) => id),
    services: Object.keys(services)
      .filter((id) => !services[id]?.internal)
      .sort(),
  };
  const schemas = authorSchemas(offered);
  const own = authorSchemas({ ...offered, people: Object.keys(policy.people).sort() });
  const files = new Map<string, string>();
  for (const [name, content] of Object.entries(schemas))
    files.set(`schemas/${name}.schema.json`, `${JSON.stringify(content, null, 2)}\n`);
  for (const name of ['postmortem', 'translation', 'page'] as const)
    files.set(`.astro/collections/${name}.schema.json`, JSON.stringify(own[name]));
  files.set(
    '.astro/collections/collections.json',
    collectionsOf({
      postmortem: postmortems.map((slug) => join(site, 'content', 'postmortems', slug, 'index.mdx')),
      translation: postmortems.flatMap((slug) =>
        translationsOf(settings).map((language) => join(site, 'content', 'postmortems', slug, nameOfStory(language))),
      ),
      page: [...pages, ...translatedPages].map((name) => join(site, 'content', 'pages', `${name}.mdx`)),
    }),
  );
  let written = 0;
  for (const [path, content] of files) written += (await writeChanged(join(site, path), content)) ? 1 : 0;
  return written;
}

async function writeChanged(path: string, content: string): Promise<boolean> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === content) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return true;
}
