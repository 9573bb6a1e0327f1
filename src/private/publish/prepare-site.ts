/** Reads what holds for every postmortem of a site: its settings, policy and theme, and what they publish by themselves. */
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import type { FileDigests } from '../../disk/file-digests.ts';
import { readSite, type SiteSource } from '../../disk/source/read-site.ts';
import type { Edition } from '../../shared/incident/site-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import { createFinder, type PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { checkPublicFiles } from './check-public-files.ts';
import { checkSettings } from './check-settings.ts';
import type { SiteFacts } from './check-site.ts';
import { checkPolicy, createContext } from './create-context.ts';
import { type FilledTheme, fillTheme } from './fill-theme.ts';
import { knownContent } from './known-addresses.ts';
import { maskProblems } from './mask-problems.ts';
import type { PublicationContext } from './publication-context.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { readSettingsTexts } from './settings-texts.ts';
import { locationByFile, type ShownText } from './shown-texts.ts';
import { openTicketPrefixes } from './ticket-prefixes.ts';

/** What holds for every postmortem, until a file of the site's own changes. */
export interface PreparedSite {
  source: SiteSource;
  publisher: Publisher;
  findPrivateText: PrivateTextFinder;
  look: FilledTheme;
  known: SiteFacts['known'];
  /** Problems of the site's own files. */
  problems: Problem[];
  /** What the settings publish; empty in the internal edition. */
  settingsTexts: ShownText[];
}

export interface PrepareOptions {
  /** Absolute path of the site's folder. */
  site: string;
  edition: Edition;
  /** The build's instant in canonical form. */
  now: string;
  /** Folder of all that is kept between runs. */
  work: string;
  digests: FileDigests;
  whileWriting?: boolean | undefined;
  checksOnly?: boolean | undefined;
  borrow?: string | undefined;
  jobs?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface SitePreparer {
  /** The problems alone, where there is no site or no policy. What was prepared before goes on being used where it can. */
  prepare(before: PreparedSite | undefined): Promise<PreparedSite | Problem[]>;
  /** Whether what was prepared still holds when these postmortems changed. */
  holds(prepared: PreparedSite, changed: ReadonlySet<string>): Promise<boolean>;
}

export function createPreparer({ site, edition, now, work, ...options }: PrepareOptions): SitePreparer {
  const { borrow, digests, jobs, signal, whileWriting, checksOnly } = options;
  const prefixes = createPrefixes(site, { work, digests });
  const publisherFor = async (context: PublicationContext, before: PreparedSite | undefined) => {
    if (before && JSON.stringify(before.publisher.context) === JSON.stringify(context)) return before.publisher;
    await before?.publisher.close();
    return createPublisher({ context, cache: join(work, 'cache'), borrow, digests, jobs, signal });
  };
  const checkOwnFiles = async (source: SiteSource, policy: Policy, findPrivateText: PrivateTextFinder) => {
    if (edition === 'internal') return { problems: [], texts: [] };
    const texts = await readSettingsTexts(site, source);
    return {
      problems: [
        ...(await checkSettings(site, source, { texts, findPrivateText })),
        ...(await checkPublicFiles(site, { policy, findPrivateText, day: now.slice(0, 10) })),
      ],
      texts: locationByFile(texts),
    };
  };
  return {
    async prepare(before) {
      const { site: source, problems } = await readSite(site);
      if (!source) return problems;
      const ticketPrefixes = await prefixes.readAll(source.postmortems);
      const context = createContext(source, { site, edition, now, ticketPrefixes, whileWriting, checksOnly });
      const refused = await checkPolicy(context);
      if (refused) return [...problems, refused];
      const findPrivateText = createFinder(context.policy, context);
      const publisher = await publisherFor(context, before);
      const look = await fillTheme(source, publisher);
      const own = await checkOwnFiles(source, context.policy, findPrivateText);
      return {
        source,
        publisher,
        findPrivateText,
        look,
        known: knownContent(source, context),
        problems: [...maskProblems([...problems, ...look.problems], findPrivateText), ...own.problems],
        settingsTexts: own.texts,
      };
    },
    async holds({ source, publisher }, changed) {
      if (![...changed].every((slug) => source.postmortems.includes(slug))) return false;
      return (await prefixes.read([...changed])).join() === publisher.context.ticketPrefixes.join();
    },
  };
}

/** Prefixes of the tickets of all postmortems, sorted; a ticket of one is private in all. */
function createPrefixes(site: string, { work, digests }: { work: string; digests: FileDigests }) {
  const known = new Map<string, readonly string[]>();
  let tickets: ReturnType<typeof openTicketPrefixes> | undefined;
  const open = () => {
    const path = join(work, 'cache', 'prefixes.json');
    tickets ??= openTicketPrefixes(site, { path, version: codeVersion(), digests });
    return tickets;
  };
  const read = async (slugs: readonly string[]): Promise<string[]> => {
    for (const slug of slugs) known.set(slug, open().find(slug));
    return [...new Set([...known.values()].flat())].sort();
  };
  return {
    /** Those of these postmortems, the others as they were read last. */
    read,
    async readAll(slugs: readonly string[]): Promise<string[]> {
      known.clear();
      const all = await read(slugs);
      open().save();
      return all;
    },
  };
}
