/**
 * What the other generators are given: the public text that Candor made of the same sources, and the list of documents
 * that both make of it. Each writes for every postmortem a page (facts, table of contents, story, tables of impact and
 * timeline, promises, neighbours, addresses for networks and search engines, structured data), a copy as data and a copy
 * as Markdown; home, an archive a year, a list a tag, service and severity; and feeds with whole texts in Atom, RSS and
 * JSON: of all, of updates, of each service and severity.
 *
 * Only Candor checks its sources, computes verdicts and availability, draws cards, makes feeds of promises and of one
 * severity of one service, a calendar and tables, and compares every byte with what is private. Only the others publish
 * feeds of all postmortems in one document; Candor cuts the same texts into archives.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

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
  /** Public Markdown. */
  body: string;
}

export const address = 'https://postmortems.example/';
/** Entries of feeds that hold the newest only. */
export const feedSize = 50;

/** Reads what Candor built into `dist`. */
export function readPages(dist: string): PeerPage[] {
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
      const body = readFileSync(join(dist, 'postmortems', name), 'utf8').replace(/^# .*\n/, '');
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
      };
    });
}

export function withFrontmatter({ body, slug: _, ...matter }: PeerPage, more: Record<string, unknown> = {}): string {
  return `---\n${stringify({ ...matter, ...more }, { version: '1.1' })}---\n${body}`;
}

/** Every value once, in order. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
