/** `candor new`: begins a postmortem, from flags, from questions or from what an incident tool exported. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DraftAnswers, draftTimes } from '../author/drafting/draft-answers.ts';
import { nextId } from '../author/drafting/next-id.ts';
import { TemplateRefused, writeDraft } from '../author/drafting/write-draft.ts';
import { slugOf } from '../author/importers/names.ts';
import { codeFile } from '../disk/installation.ts';
import { readSiteText } from '../disk/safe-file.ts';
import { readSite } from '../disk/source/read-site.ts';
import { surveySite } from '../disk/source/survey-site.ts';
import { parseInstant } from '../shared/incident/instant.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { answersFromFlags, type DraftChoices, readMoment } from './draft-flags.ts';
import { draftFromFile } from './draft-from-file.ts';
import { type BegunDraft, draftOfImport } from './draft-of-import.ts';
import { promptForDraft } from './prompt-for-draft.ts';
import { writeEditorFiles } from './schema.ts';

const builtInTemplate = codeFile('author/drafting/template.mdx');

export async function newPostmortem(options: CommandOptions): Promise<ExitCode> {
  const { site, now, draft, console } = options;
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const { ids, teams } = await surveySite(site);
  const choices: DraftChoices = {
    severities: source.settings.severities,
    services: Object.entries(source.services).map(([id, { name }]) => ({ id, name })),
    teams,
    timezone: draft.zone ?? source.settings.timezone,
  };
  const from =
    draft.from === undefined
      ? undefined
      : await draftFromFile(draft.from, {
          site,
          zone: draft.zone,
          call: options.call,
          momentOf: (typed) => readMoment(typed, choices.timezone),
        });
  if (from && 'complaint' in from) {
    console.error(from.complaint);
    return from.isUsage ? 2 : 1;
  }
  const flags = answersFromFlags(draft, choices, from && 'incident' in from ? from.incident : undefined);
  if ('complaint' in flags) {
    console.error(flags.complaint);
    return 2;
  }
  if (from && 'imported' in from) {
    const read = flags.answers;
    return await write(draftOfImport(from.imported, { flags: draft, read, today: now.slice(0, 10) }), ids, options);
  }
  const answers =
    flags.answers.title === undefined && options.isInteractive
      ? await promptForDraft(flags.answers, choices)
      : flags.answers;
  if (answers === undefined) return 1;
  if (answers.title === undefined) {
    console.error(`Say at least --title "What happened". \`${options.call('new --help')}\` lists the flags.`);
    return 2;
  }
  const template = await readTemplate(options);
  if (template === undefined) {
    console.error(`There is no template content/templates/${draft.template}.mdx.`);
    return 1;
  }
  const day = dayOf(answers.times, now);
  const slug = `${day}-${shortened(slugOf(answers.title), answers.title)}`;
  return await write({ template, answers, slug, day }, ids, options);
}

/** The file of the site, or the one that comes with Candor; none where a name was given that the site has not. */
async function readTemplate({ site, draft }: CommandOptions): Promise<string | undefined> {
  const owned = await readSiteText(site, `content/templates/${draft.template}.mdx`);
  return owned ?? (draft.template === 'postmortem' ? await readFile(builtInTemplate, 'utf8') : undefined);
}

function shortened(slug: string, title: string): string {
  return slug.slice(0, 60).replace(/-[^-]*$/, (end) => (title.length > 60 ? '' : end));
}

async function write(
  { template, answers, slug: usual, day }: BegunDraft,
  ids: string[],
  options: CommandOptions,
): Promise<ExitCode> {
  const { site, draft, call, console } = options;
  const slug = draft.slug ?? usual;
  const id = nextId(ids, day.slice(0, 4));
  try {
    const mdx = writeDraft(template, id, answers);
    const path = `content/postmortems/${slug}`;
    await mkdir(join(site, 'content', 'postmortems'), { recursive: true });
    await mkdir(join(site, path));
    await writeFile(join(site, path, 'index.mdx'), mdx, { flag: 'wx' });
    const { site: source } = await readSite(site);
    if (source && existsSync(join(site, 'schemas'))) await writeEditorFiles(site, source);
    console.out(
      `Wrote ${path}/index.mdx as ${id}, a draft.\nNext: write it. \`${call('dev')}\` shows it as you save, and what blocks its publication; \`${call('check')}\` lists all that is wrong.`,
    );
    return 0;
  } catch (cause) {
    if (cause instanceof TemplateRefused) console.error(`content/templates/${draft.template}.mdx\n  ${cause.message}`);
    else if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      console.error(
        `content/postmortems/${slug} is there already, and stays as it is. Choose another name with --slug.`,
      );
    else throw cause;
    return 1;
  }
}

/** The day in UTC of the first phase that is known; today where none is. */
function dayOf(times: DraftAnswers['times'], now: string): string {
  const known = draftTimes.flatMap((key) => parseInstant(times[key]?.replace(/^about /, '') ?? '') ?? []);
  return (known[0] ?? now).slice(0, 10);
}
