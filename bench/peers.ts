/**
 * What the other generators are given: the public text that Candor made of the same sources, the pictures beside these
 * sources, and the list of documents that both make of it. Each writes for every postmortem a page (facts, table of
 * contents, story, tables of impact and timeline, promises, neighbours, addresses for networks and search engines,
 * structured data), a copy as data and a copy as Markdown; home, an archive a year, a list a tag, service and severity;
 * and feeds with whole texts in Atom, RSS and JSON: of all, of updates, of each service and severity.
 *
 * Each makes every picture anew as WebP, of the same quality and as wide as Candor does: 480, 960 and 1600 pixels, none
 * wider than the original; and offers them by `srcset`. Each draws for every postmortem a social card of 1200 by 630
 * pixels with the names of site, postmortem, severity and services, and the day; unless `cards` is false, for the rows
 * without cards. Candor and Astro draw PNGs by the same library, Hugo JPEGs by its own filter of text.
 *
 * Only Candor checks its sources, computes verdicts and availability, makes feeds of promises and of one severity of one
 * service, a calendar and tables, fits long titles into its cards, draws them without the right to read a source, and
 * compares every byte with what is private. Only the others publish feeds of all postmortems in one document; Candor cuts
 * the same texts into archives. Hugo publishes the originals of pictures too, as it does unless it is told not to.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { imageName } from './generate-site.ts';

export interface PeerPage {
  slug: string;
  title: string;
  date: string;
  year: string;
  tags: string[];
  services: string[];
  severity: string;
  summary: string;
  /** All recorded facts, as Candor's data document has them. */
  record: Record<string, unknown>;
  /** Public Markdown; its pictures have the names of their originals. */
  body: string;
  /** Path of the original picture, where the story has one. */
  picture?: string;
}

export interface PeerOptions {
  /** Whether each postmortem has a social card. */
  cards: boolean;
}

export const address = 'https://postmortems.example/';
/** Pixels. */
export const pictureWidths = [480, 960, 1600];
/** Of WebP. */
export const pictureQuality = 84;
/** Entries of feeds that hold the newest only. */
export const feedSize = 50;

/** Reads what Candor built of `site` into its `dist`, and where the originals of its pictures are. */
export function readPages(site: string): PeerPage[] {
  const dist = join(site, 'dist');
  return readdirSync(join(dist, 'postmortems'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const slug = name.replace(/\.md$/, '');
      const { story: _, ...record } = JSON.parse(
        readFileSync(join(dist, 'postmortems', `${slug}.json`), 'utf8'),
      ) as Record<string, unknown> & {
        title: string;
        publishedAt: string;
        severity: string;
        tags: string[];
        summary: { text: string };
        times: { started: { at?: string } };
        impact: { services: { service: string }[] };
      };
      const body = readFileSync(join(dist, 'postmortems', name), 'utf8')
        .replace(/^# .*\n/, '')
        .replace(/(!\[[^\]]*\]\()[^)]*\/images\/[^)]*/g, `$1${imageName}`);
      const picture = join(site, 'content/postmortems', slug, imageName);
      return {
        slug,
        title: record.title,
        date: record.publishedAt,
        year: (record.times.started.at ?? record.publishedAt).slice(0, 4),
        tags: record.tags,
        services: [...new Set(record.impact.services.map(({ service }) => service))],
        severity: record.severity,
        summary: record.summary.text,
        record,
        body,
        ...(existsSync(picture) ? { picture } : {}),
      };
    });
}

/** Writes the text of a page below `folder`: a file, or a folder with its picture. `ending` is that of the text's name. */
export function writePage(folder: string, { slug, picture }: PeerPage, ending: string, text: string): void {
  write(folder, { [picture ? `${slug}/index${ending}` : `${slug}${ending}`]: text });
  if (picture) copyFileSync(picture, join(folder, slug, imageName));
}

export function withFrontmatter(
  { body, slug: _, picture: __, ...matter }: PeerPage,
  more: Record<string, unknown> = {},
): string {
  return `---\n${stringify({ ...matter, ...more }, { version: '1.1' })}---\n${body}`;
}

/** Every value once, in order. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
