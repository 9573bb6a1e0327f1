/** Reads a site's sources for the leak gate: all that is private in them, and all that is public. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { translationsOf } from '../incident/site-schema.ts';
import type { PrivateText } from '../redaction/fingerprints.ts';
import { nameOfStory } from '../source/read-postmortem.ts';
import type { SiteSource } from '../source/read-site.ts';
import { type SplitSource, splitSource } from './split-source.ts';

export interface SourceTexts {
  /** Files beside postmortems and places of the theme that public text names, as `postmortems/slug/name`. */
  shownFiles: ReadonlySet<string>;
  privateTexts: PrivateText[];
  publicTexts: string[];
}

/** Texts of the public edition at the instant `now`. Files that are no text were refused before. */
export async function collectPrivateTexts(site: string, source: SiteSource, now: string): Promise<SourceTexts> {
  const { services, policy } = source;
  const hiddenServices = Object.entries(services).filter(([, service]) => service.internal);
  const privateWords = new Set([...hiddenServices.map(([id]) => id), ...policy.redaction.tags]);
  const privateTexts: PrivateText[] = policyTexts(source);
  const shownFiles = new Set<string>();
  const publicTexts: string[] = [JSON.stringify(source.settings)];
  for (const [id, service] of Object.entries(services)) {
    if (service.internal)
      privateTexts.push(
        // Its name may be a word of every day; the address of its page is not.
        { text: `services/${id}`, origin: `content/services/${id}.yaml`, isTerm: true },
        { text: id, origin: `content/services/${id}.yaml`, isTerm: /[^a-z]/.test(id) },
        { text: service.name, origin: `content/services/${id}.yaml`, isTerm: /[^\p{L}]/u.test(service.name.trim()) },
        { text: service.description ?? '', origin: `content/services/${id}.yaml` },
        ...Object.values(service.translations).flatMap(({ name = '', description = '' }) => [
          { text: name, origin: `content/services/${id}.yaml`, isTerm: /[^\p{L}]/u.test(name.trim()) },
          { text: description, origin: `content/services/${id}.yaml` },
        ]),
      );
    else publicTexts.push(id, JSON.stringify(service));
  }
  const stories = translationsOf(source.settings).map(nameOfStory);
  for (const slug of source.postmortems) {
    const folder = join(site, 'content', 'postmortems', slug);
    const file = `content/postmortems/${slug}/index.mdx`;
    const text = await readFile(join(folder, 'index.mdx'), 'utf8').catch(() => '');
    const isWithheld = !isPublished(text, now);
    const split = splitSource(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { file, isWithheld, privateWords });
    const translated = await translationTexts(folder, `content/postmortems/${slug}`, {
      names: stories,
      isWithheld,
      privateWords,
    });
    const shown = [...split.publicTexts, ...translated.publicTexts].join('\n');
    const attached = await attachmentTexts(folder, `content/postmortems/${slug}`, { shown, stories });
    privateTexts.push(...split.privateTexts, ...translated.privateTexts, ...attached);
    publicTexts.push(...translated.publicTexts);
    for (const name of await readdir(folder).catch(() => []))
      if (shown.includes(name) || decodeURIs(shown).includes(name)) shownFiles.add(`postmortems/${slug}/${name}`);
    publicTexts.push(...split.publicTexts, ...(isWithheld ? [] : [slug]));
    if (isWithheld) privateTexts.push({ text: slug, origin: `content/postmortems/${slug}` });
  }
  for (const id of [...source.pages, ...source.translatedPages]) {
    const file = `content/pages/${id}.mdx`;
    const split = splitSource(await readFile(join(site, file), 'utf8'), { file, isWithheld: false, privateWords });
    privateTexts.push(...split.privateTexts);
    publicTexts.push(...split.publicTexts, id);
  }
  const places = await placeTexts(site, source, privateWords);
  privateTexts.push(...places.privateTexts);
  publicTexts.push(...places.publicTexts);
  for (const file of places.shownFiles) shownFiles.add(file);
  // Roles stand in the place of names.
  for (const person of Object.values(policy.people))
    publicTexts.push(person.role, ...Object.values(person.roles), ...(person.public ? [person.name] : []));
  for (const { text } of policy.redaction.allow) publicTexts.push(text);
  return { privateTexts, publicTexts, shownFiles };
}

/** Of the theme: its places, and the pictures beside them. */
async function placeTexts(
  site: string,
  { places }: SiteSource,
  privateWords: ReadonlySet<string>,
): Promise<SourceTexts> {
  const folder = join(site, 'content', 'theme');
  const splits = await Promise.all(
    places.map(async (name) => {
      const text = await readFile(join(folder, `${name}.mdx`), 'utf8');
      const options = { file: `content/theme/${name}.mdx`, isWithheld: false, privateWords, isBare: true };
      return splitSource(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), options);
    }),
  );
  const publicTexts = splits.flatMap((split) => split.publicTexts);
  const shown = publicTexts.join('\n');
  const names = (await readdir(folder).catch(() => [])).filter((name) => !/^\.|\.mdx$/.test(name)).sort();
  const isShown = (name: string) => shown.includes(name) || decodeURIs(shown).includes(name);
  const hidden = names.filter((name) => !isShown(name));
  return {
    privateTexts: [
      ...splits.flatMap((split) => split.privateTexts),
      ...hidden.map((text) => ({ text, origin: `content/theme/${text}` })),
    ],
    publicTexts,
    shownFiles: new Set(names.filter(isShown).map((name) => `theme/${name}`)),
  };
}

function decodeURIs(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** What the frontmatter says by its letters: a public state and a moment of publication not after `now`. */
function isPublished(text: string, now: string): boolean {
  const frontmatter = text.split(/^---\s*$/m)[1] ?? '';
  const state = /^state:\s*["']?(\w+)/m.exec(frontmatter)?.[1];
  const publishedAt = /^publishedAt:\s*["']?([^\s"'#]+)/m.exec(frontmatter)?.[1];
  const moment = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  return (state === 'final' || state === 'preliminary') && moment <= Date.parse(now);
}

function policyTexts({ policy }: SiteSource): PrivateText[] {
  const people = Object.entries(policy.people)
    .filter(([, person]) => !person.public)
    .flatMap(([handle, { name, aliases }]) =>
      [handle, name, ...aliases.filter((alias) => alias.length > 3)].map((text) => ({
        text,
        origin: 'content/people.yaml',
        isTerm: true,
      })),
    );
  const { terms, hosts, tags, allow, patterns } = policy.redaction;
  const origin = 'content/redaction.yaml';
  return [
    ...people,
    ...terms.map(({ term }) => ({ text: term, origin, isTerm: true })),
    ...hosts.map((host) => ({ text: host.replace(/^\*\./, ''), origin })),
    ...tags.map((text) => ({ text, origin, isTerm: true })),
    ...[...terms, ...allow, ...patterns].map(({ because }) => ({ text: because, origin })),
  ];
}

/** Translations are withheld with their original; one in a language that the site does not have is private as a whole. */
async function translationTexts(
  folder: string,
  place: string,
  { names, ...options }: { names: readonly string[]; isWithheld: boolean; privateWords: ReadonlySet<string> },
): Promise<SplitSource> {
  const all: SplitSource = { privateTexts: [], publicTexts: [] };
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const split = splitSource(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
      ...options,
      file: `${place}/${name}`,
    });
    all.privateTexts.push(...split.privateTexts);
    all.publicTexts.push(...split.publicTexts);
  }
  return all;
}

/** Minutes are private; of other files, names that public text does not mention, and words in CSV cells. */
async function attachmentTexts(
  folder: string,
  place: string,
  { shown, stories }: { shown: string; stories: readonly string[] },
): Promise<PrivateText[]> {
  const texts: PrivateText[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const origin = `${place}/${name}`;
    if (name === 'index.mdx' || stories.includes(name) || name.startsWith('.')) continue;
    if (!shown.includes(name)) texts.push({ text: name, origin });
    if (/\.(?:mdx|md|txt)$/i.test(name))
      texts.push({ text: await readFile(join(folder, name), 'utf8').catch(() => ''), origin });
    if (/\.csv$/i.test(name))
      texts.push({ text: wordsOfCsv(await readFile(join(folder, name), 'utf8').catch(() => ''), shown), origin });
  }
  return texts;
}

/** All cells of columns that public text does not name, and of the others those that are neither numbers nor moments. */
function wordsOfCsv(text: string, shown: string): string {
  const [head = '', ...rows] = text.split(/\r?\n/);
  const isNamed = head.split(',').map((name) => shown.includes(name.trim().replaceAll('"', '')));
  const cells = [head, ...rows].flatMap((row) =>
    row.split(',').filter((cell, column) => !isNamed[column] || !/^[\s\d.+:TZe-]*$/i.test(cell)),
  );
  return cells.filter((cell) => !shown.includes(cell.trim())).join('\n');
}
