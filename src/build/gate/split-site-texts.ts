/** Divides what is a site's own and no postmortem's into private and public, for the leak gate. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteSource } from '../../disk/source/read-site.ts';
import type { PrivateText } from '../../shared/text/fingerprints.ts';
import { type AttachedFile, attachFile } from './attached-file.ts';
import { splitAnnounce } from './split-announce.ts';
import { createShownCheck, plainLines } from './split-postmortem.ts';
import { type SplitSource, splitSource } from './split-source.ts';

/** Policy, settings of announcing, services, pages and theme. */
export interface SplitSiteTexts extends SplitSource {
  files: AttachedFile[];
}

/** Tags and services that are private as list entries. */
export function privateWordsOf({ services, policy }: SiteSource): Set<string> {
  const hidden = Object.entries(services).filter(([, service]) => service.internal);
  return new Set([...hidden.map(([id]) => id), ...policy.redaction.tags]);
}

/** Files that are no text were refused before. */
export async function splitSiteTexts(site: string, source: SiteSource): Promise<SplitSiteTexts> {
  const { services, policy } = source;
  const privateWords = privateWordsOf(source);
  const privateTexts: PrivateText[] = [...policyTexts(source), ...(await splitAnnounce(site))];
  const publicTexts: string[] = [JSON.stringify(source.settings)];
  for (const [id, service] of Object.entries(services)) {
    const origin = `content/services/${id}.yaml`;
    if (service.internal)
      privateTexts.push(
        // Its name may be a word of every day; the address of its page is not.
        { text: `services/${id}`, origin, isTerm: true },
        { text: id, origin, isTerm: /[^a-z]/.test(id) },
        { text: service.name, origin, isTerm: /[^\p{L}]/u.test(service.name.trim()) },
        { text: service.description ?? '', origin },
        { text: service.group ?? '', origin },
        ...Object.values(service.translations).flatMap(({ name = '', description = '', group = '' }) => [
          { text: name, origin, isTerm: /[^\p{L}]/u.test(name.trim()) },
          { text: description, origin },
          { text: group, origin },
        ]),
      );
    else publicTexts.push(id, JSON.stringify(service));
  }
  for (const id of [...source.pages, ...source.translatedPages]) {
    const file = `content/pages/${id}.mdx`;
    const split = splitSource(await readFile(join(site, file), 'utf8'), { file, isWithheld: false, privateWords });
    privateTexts.push(...split.privateTexts);
    publicTexts.push(...split.publicTexts, id);
  }
  const theme = await splitTheme(site, source, privateWords);
  // Roles stand in the place of names.
  for (const person of Object.values(policy.people))
    publicTexts.push(person.role, ...Object.values(person.roles), ...(person.public ? [person.name] : []));
  for (const { text } of policy.redaction.allow) publicTexts.push(text);
  return {
    privateTexts: [...privateTexts, ...theme.privateTexts],
    publicTexts: [...publicTexts, ...theme.publicTexts],
    files: theme.files,
  };
}

/** Its places, and the files beside them. */
async function splitTheme(
  site: string,
  { slots }: SiteSource,
  privateWords: ReadonlySet<string>,
): Promise<SplitSiteTexts> {
  const folder = join(site, 'content', 'theme');
  const splits = await Promise.all(
    slots.map(async (name) =>
      splitSource(plainLines(await readFile(join(folder, `${name}.mdx`), 'utf8')), {
        file: `content/theme/${name}.mdx`,
        isWithheld: false,
        privateWords,
        isBare: true,
      }),
    ),
  );
  const publicTexts = splits.flatMap((split) => split.publicTexts);
  const isShown = createShownCheck(publicTexts.join('\n'));
  const names = (await readdir(folder).catch(() => [])).filter((name) => !/^\.|\.mdx$/.test(name)).sort();
  const files: AttachedFile[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.of());
    if (bytes.length > 0) files.push(await attachFile(`content/theme/${name}`, bytes, { isShown: isShown(name) }));
  }
  return {
    privateTexts: [
      ...splits.flatMap((split) => split.privateTexts),
      ...names.filter((name) => !isShown(name)).map((text) => ({ text, origin: `content/theme/${text}` })),
    ],
    publicTexts,
    files,
  };
}

/** What it says beside people, terms, hosts and patterns, which are searched for by themselves: see `policy-search.ts`. */
function policyTexts({ policy }: SiteSource): PrivateText[] {
  const { terms, tags, allow, patterns, files } = policy.redaction;
  const origin = 'content/redaction.yaml';
  return [
    ...tags.map((text) => ({ text, origin, isTerm: true })),
    ...[...terms, ...allow, ...patterns, ...files].map(({ because }) => ({ text: because, origin })),
  ];
}
