/** `candor promote SLUG`: goes through what an import left to do in a draft, and makes it what `check` accepts. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { answerTodos, isAnsweredBy } from '../author/promoting/answer-todos.ts';
import { enterState } from '../author/promoting/enter-state.ts';
import { findTodos } from '../author/promoting/find-todos.ts';
import { readSiteText } from '../disk/safe-file.ts';
import { readSite } from '../disk/source/read-site.ts';
import { surveySite } from '../disk/source/survey-site.ts';
import { isAddressName } from '../shared/incident/address-name.ts';
import { isTimeZone } from '../shared/incident/instant.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import { check } from './check.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import type { DraftChoices } from './draft-flags.ts';
import { readMoment } from './draft-flags.ts';

export async function promote(options: CommandOptions): Promise<ExitCode> {
  const { site, words, promotion, console, call } = options;
  const [slug] = words;
  if (slug === undefined || words.length > 1 || !isAddressName(slug)) {
    console.error(
      `Usage: candor promote SLUG, the name of a folder in content/postmortems. \`${call('promote --help')}\``,
    );
    return 2;
  }
  const path = `content/postmortems/${slug}/index.mdx`;
  const mdx = await readSiteText(site, path);
  if (mdx === undefined) {
    console.error(`There is no plain file ${path}.`);
    return 1;
  }
  const { site: source, problems } = await readSite(site);
  if (!source) {
    console.error(printProblems(problems));
    return 1;
  }
  const choices: DraftChoices = {
    severities: source.settings.severities,
    services: Object.entries(source.services).map(([id, { name }]) => ({ id, name })),
    teams: (await surveySite(site)).teams,
    timezone: options.draft.zone ?? source.settings.timezone,
  };
  if (!isTimeZone(choices.timezone)) {
    console.error(`--zone: \`${choices.timezone}\` is no time zone; write it like Europe/London.`);
    return 2;
  }
  const save = (text: string) => writeWhole(join(site, path), text);
  const isFlagged = promotion.set.length + promotion.done.length > 0 || promotion.state !== undefined;
  if (!isFlagged && options.isInteractive) {
    const { promptForPromotion } = await import('./prompt-for-promotion.ts');
    if (!(await promptForPromotion(mdx, { ...choices, now: options.now, save }))) return 1;
  } else if (isFlagged) {
    const answered = answerByFlags(mdx, options, choices.timezone);
    if ('complaint' in answered) {
      console.error(answered.complaint);
      return 1;
    }
    await save(answered.mdx);
  }
  const left = findTodos((await readSiteText(site, path)) ?? '');
  // Passages are the author's own; a log is not the place for them.
  for (const { line, key } of left) console.out(`${path}:${line} ${key || 'to do'}`);
  console.out(left.length === 0 ? `Nothing is left to do in ${path}.` : `${left.length} left to do.`);
  return await check({ ...options, words: [join(site, path)], format: 'text', fix: false });
}

/** What the flags say, in one step: all of it is written, or nothing. */
function answerByFlags(
  mdx: string,
  { promotion: { set, done, state, publishedAt }, now }: CommandOptions,
  timezone: string,
): { mdx: string } | { complaint: string } {
  const values: { path: string; value: unknown }[] = [];
  for (const written of set) {
    const [, path, text] = /^([A-Za-z]\w*(?:\.\w+)*)=([\s\S]*)$/.exec(written) ?? [];
    if (path === undefined || text === undefined)
      return { complaint: '--set takes a path and a value: `impact.users=1200`.' };
    const value = readValue(path, text, timezone);
    if (value === undefined) return { complaint: `--set ${path}: the value is no YAML, or no moment in ${timezone}.` };
    values.push({ path, value });
  }
  const known = findTodos(mdx);
  const unknown = done.find(
    (name) => name !== 'all' && !known.some(({ key, line }) => key === name || String(line) === name),
  );
  if (unknown !== undefined) return { complaint: `--done ${unknown}: there is no to-do at this key or line.` };
  const isAnswered = isAnsweredBy(values.map(({ path }) => path));
  const answered = answerTodos(mdx, {
    set: values,
    isAnswered: (todo) =>
      isAnswered(todo) || done.includes('all') || done.includes(todo.key) || done.includes(String(todo.line)),
  });
  return 'complaint' in answered || state === undefined
    ? answered
    : enterState(answered.mdx, { state, publishedAt, now });
}

function readValue(path: string, text: string, timezone: string): unknown {
  if (/^times\.|\.(?:at|from|to)$/.test(path)) return readMoment(text, timezone);
  try {
    return parse(text, { schema: 'core', maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** The file is whole at every moment. */
async function writeWhole(file: string, text: string): Promise<void> {
  const fresh = `${file}.new`;
  await writeFile(fresh, text, { flag: 'w' });
  await rename(fresh, file);
}
