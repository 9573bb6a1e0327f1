/** The inside of a worker: publishes what it is told, one at a time, in a process part that can be stopped. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { maximumAttachmentBytes, readPlainFile, readPlainText } from '../../disk/safe-file.ts';
import { readPostmortem } from '../../disk/source/read-postmortem.ts';
import { translationsOf } from '../../shared/incident/site-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import { createFinder, type PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { contextInLanguage } from './context-in-language.ts';
import { type ListedPublication, listPublication } from './listed-publication.ts';
import { createPublicationCache, postmortemEntry } from './publication-cache.ts';
import type { PublicationContext } from './publication-context.ts';
import { type PagePublication, publishPage } from './publish-page.ts';
import { publishPostmortem } from './publish-postmortem.ts';
import { publishSlot, type SlotPublication } from './publish-slot.ts';
import { packShown } from './shown-texts.ts';
import type { PostmortemSource, Publication } from './types.ts';

export type Task =
  | { kind: 'page' | 'slot'; name: string }
  | {
      kind: 'postmortem';
      name: string;
      /** Given: what is listed of it comes back, under this key; the whole is written into the cache, where there is one. */
      keep?: { key: string; cache?: string };
      /** Whether its public texts come with their places. */
      withLocations?: boolean;
      /** Whether a draft comes as if it were published; it is not kept. */
      asIfPublished?: boolean;
    };
/** What a worker is told: first what it publishes in, then what. A context replaces the one before. */
export type Message = Task | { kind: 'context'; context: PublicationContext };
/** What is listed of a postmortem, with its public texts as `packShown` writes them. */
export type ListedResult = ListedPublication & { shown: string };
export type TaskResult = Publication | ListedResult | PagePublication | SlotPublication;
export interface WorkerFailure {
  failed: { name: string; frames: string[]; isLimit: boolean };
}

let context: PublicationContext;
let findPrivateText: PrivateTextFinder;
parentPort?.on('message', async (message: Message) => {
  if (message.kind === 'context') {
    context = message.context;
    findPrivateText = createFinder(context.policy, context);
    return;
  }
  try {
    parentPort?.postMessage(await run(message));
  } catch (cause) {
    parentPort?.postMessage(describeFailure(cause));
  }
});

async function run(task: Task): Promise<TaskResult> {
  if (task.kind !== 'postmortem') return task.kind === 'page' ? runPage(task.name) : runSlot(task.name);
  const publication = await runPostmortem(task.name, task);
  const { keep } = task;
  if (!keep) return publication;
  if (keep.cache !== undefined)
    createPublicationCache(keep.cache).write(postmortemEntry(task.name), keep.key, publication);
  return { ...listPublication(publication, keep.key), shown: packShown(publication.shown ?? []) };
}

/** What failed and where in the program, without the message, which may quote what was read. */
function describeFailure(cause: unknown): WorkerFailure {
  const error = cause instanceof Error ? cause : new Error();
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { failed: { name: error.name, frames, isLimit: error instanceof RangeError } };
}

async function runPostmortem(
  slug: string,
  {
    withLocations = false,
    asIfPublished = context.asIfPublished ?? false,
  }: { withLocations?: boolean; asIfPublished?: boolean },
): Promise<Publication> {
  const { files, problems } = await readPostmortem(context.site, slug, translationsOf(context.settings));
  if (!files) return { slug, problems, images: [] };
  const publication = await publishPostmortem(files, { ...context, withLocations, asIfPublished }, findPrivateText);
  return { ...publication, problems: [...problems, ...publication.problems] };
}

/** What comes of a text that could not be opened. */
const empty = { images: [], suppressions: [], links: [] };

/** `about`, or `about.de` for its translation. */
async function runPage(name: string): Promise<PagePublication> {
  const { source, problem } = await readOwn('pages', name);
  if (!source) return { problems: [problem], ...empty };
  const [slug = name, language] = name.split('.');
  return publishPage({ ...source, slug }, { ...contextOf(language), withLocations: true }, findPrivateText);
}

function contextOf(language: string | undefined): PublicationContext {
  return language === undefined ? context : contextInLanguage(context, language);
}

async function runSlot(name: string): Promise<SlotPublication> {
  const { source, problem } = await readOwn('theme', name);
  return source
    ? publishSlot(source, { ...contextOf(name.split('.')[1]), withLocations: true }, findPrivateText)
    : { problems: [problem], ...empty };
}

type Own = { source: PostmortemSource; problem?: never } | { source?: never; problem: Problem };

/** A file of the owner's that is no postmortem, `content/<part>/<id>.mdx`. */
async function readOwn(part: 'pages' | 'theme', id: string): Promise<Own> {
  const folder = join(context.site, 'content', part);
  const file = `content/${part}/${id}.mdx`;
  const read = await readPlainText(folder, `${id}.mdx`, { file });
  if (read.problem) return { problem: read.problem };
  const attachment = (name: string) =>
    readPlainFile(folder, name, { file: `content/${part}/${name}`, limit: maximumAttachmentBytes });
  return { source: { slug: id, file, text: read.value, translations: [], attachment } };
}
