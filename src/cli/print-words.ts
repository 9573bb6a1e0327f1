/** `candor announce SLUG --print`: words to copy, from what the built site says. */
import { join } from 'node:path';
import { findPublished } from '../author/announcing/find-published.ts';
import { openFeeds } from '../author/announcing/open-feed.ts';
import { wordsToCopy } from '../author/announcing/words-to-copy.ts';
import { readSite } from '../disk/source/read-site.ts';
import { translationsOf } from '../shared/incident/site-schema.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode } from './command.ts';

/** Throws `AnnounceRefused` where there is no built site. */
export async function printWords(slug: string, { site, out, announcing, console }: CommandOptions): Promise<ExitCode> {
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const { settings } = source;
  const languages = [settings.language, ...translationsOf(settings)];
  const { language = settings.language, after = out } = announcing;
  if (!languages.includes(language)) {
    console.error(`The site is not there in \`${language}\`. It speaks ${languages.join(', ')}.`);
    return 1;
  }
  const folder = language === settings.language ? after : join(after, language);
  const { updates } = await openFeeds(folder, { folder: process.cwd() });
  const message = await findPublished(updates, slug);
  if (!message) {
    console.error(`No postmortem of the built site has the slug \`${slug}\`. Build the site, or mend the slug.`);
    return 1;
  }
  for (const [index, { name, text }] of wordsToCopy(message).entries())
    console.out(`${index > 0 ? '\n' : ''}=== ${name} ===\n\n${text}`);
  return 0;
}
