/** `candor init`: writes the repository of a site, once; afterwards it belongs to whoever owns the site. */
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fillStarter, type StarterAnswers } from '../author/starter/fill-starter.ts';
import { codeFile } from '../disk/installation.ts';
import { listEntries } from '../disk/list-entries.ts';
import { readSite } from '../disk/source/read-site.ts';
import { siteSchema } from '../shared/incident/site-schema.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import type { CommandOptions, ExitCode, StartFlags } from './command.ts';
import { writeEditorFiles } from './schema.ts';
import { UsageError } from './usage-error.ts';
import { readVersion } from './version.ts';

type Asked = Omit<StarterAnswers, 'candor'>;

const usual: Asked = {
  organisation: 'Your organisation',
  name: 'Postmortems',
  url: 'https://postmortems.example.org/',
  language: 'en',
  timezone: 'UTC',
  host: 'github',
  updates: 'dependabot',
  issueForm: false,
};

/** Where a site has files in these, its owner knows what belongs there. */
const ownFolders = ['postmortems', 'pages', 'services'].map((name) => `content/${name}/`);

export async function init({ words, start, now, call, isInteractive, console }: CommandOptions): Promise<ExitCode> {
  if (words.length > 1) throw new UsageError(`\`candor init\` takes one folder; ${words[1]} is a second.`);
  const folder = resolve(words[0] ?? '.');
  const given = checkFlags(start);
  const answers = isInteractive ? await ask(given) : { ...usual, ...given, updates: updatesOf(given) };
  if (answers === undefined) return 1;
  const packed = packedFile(start.packageFile, folder);
  const candor = packed === undefined ? await readVersion() : `file:${packed}`;
  const severities = await severitiesOf(folder);
  const files = fillStarter(readStarter(), { ...answers, candor, severities }, now);
  const template = 'content/templates/postmortem.mdx';
  files.set(template, readFileSync(codeFile('author/drafting/template.mdx'), 'utf8'));
  const filled = ownFolders.filter((own) => existsSync(join(folder, own)));
  const missing = [...files].filter(([path]) => !filled.some((own) => path.startsWith(own)));
  const { written, kept } = writeMissing(folder, missing);
  if (start.packageFile !== undefined && packed !== undefined && !existsSync(join(folder, packed)))
    copyFileSync(resolve(start.packageFile), join(folder, packed), constants.COPYFILE_EXCL);
  const { site, problems } = await readSite(folder);
  if (!site) {
    console.error(printProblems(problems));
    return 1;
  }
  if (!existsSync(join(folder, 'schemas'))) await writeEditorFiles(folder, site);
  console.out(
    `Wrote ${written} files into ${folder}${kept.length > 0 ? `, and left as they are: ${kept.join(', ')}` : ''}.`,
  );
  if (!readFileSync(join(folder, 'package.json'), 'utf8').includes('"candor"'))
    console.out(`Your package.json needs Candor among its dependencies: "candor": "${candor}".`);
  const way = relative(process.cwd(), folder);
  console.out(
    [
      'Next:',
      ...(way === '' ? [] : [`  cd ${way}`]),
      '  npm install',
      '  npm run dev',
      `Then replace what is invented: content/site.yaml, people.yaml, redaction.yaml and services/. \`${call('new')}\` begins a postmortem.`,
    ].join('\n'),
  );
  return 0;
}

/** Throws `UsageError` for the first that a site could not have. */
function checkFlags(start: StartFlags): Partial<Asked> {
  const { packageFile: _, ...flags } = start;
  const given = Object.entries(flags).filter(([, value]) => value !== undefined) as [keyof Asked, string | boolean][];
  if (flags.issueForm && (flags.host ?? usual.host) !== 'github')
    throw new UsageError('--issue-form is of GitHub; the other hosts have none.');
  for (const [key, value] of given) {
    if (typeof value === 'boolean') continue;
    const complaint = complaintOf(key, value);
    if (complaint !== undefined) throw new UsageError(`--${key === 'timezone' ? 'zone' : key} takes ${complaint}.`);
  }
  return Object.fromEntries(given) as Partial<Asked>;
}

/** What the schema of settings says of one of them. */
function complaintOf(key: keyof Asked, value: string): string | undefined {
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(value) || value.length > 200) return 'one line of text';
  const { error } = siteSchema.safeParse({ ...usual, [key]: value });
  return error?.issues.find(({ path }) => path[0] === key)?.message;
}

function updatesOf({ host = usual.host, updates }: Partial<Asked>): Asked['updates'] {
  return updates ?? ({ github: 'dependabot', gitlab: 'renovate', none: 'none' } as const)[host];
}

async function ask(given: Partial<Asked>): Promise<Asked | undefined> {
  const { promptForStart } = await import('./prompt-for-start.ts');
  const answers = await promptForStart(given, usual, complaintOf);
  return (
    answers && {
      ...answers,
      updates: updatesOf({ host: answers.host, ...(given.updates && { updates: given.updates }) }),
    }
  );
}

/** Ids, the gravest first: of the site that is there, or of the one that is written. */
async function severitiesOf(folder: string): Promise<string[]> {
  const isThere = existsSync(join(folder, 'content', 'site.yaml'));
  const { site } = isThere ? await readSite(folder) : {};
  return site?.settings.severities.map(({ id }) => id) ?? ['sev1', 'sev2', 'sev3'];
}

/**
 * Where the packed file lies in the folder, or will lie: whoever clones the repository installs from it. Throws `UsageError` where
 * there is none.
 */
function packedFile(packageFile: string | undefined, folder: string): string | undefined {
  if (packageFile === undefined) return undefined;
  const path = resolve(packageFile);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${packageFile}.`);
  if (!path.endsWith('.tgz')) throw new UsageError(`${packageFile} is no package file, whose name ends with .tgz.`);
  const within = relative(folder, path);
  return within.startsWith('..') || isAbsolute(within) ? basename(path) : within.split(sep).join('/');
}

function readStarter(): Map<string, string> {
  const folder = codeFile('author/starter');
  const files = listEntries(folder).filter(({ file }) => file.includes('/'));
  return new Map(files.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Nothing that is there is written over, whatever it is. */
function writeMissing(
  folder: string,
  files: readonly (readonly [string, string])[],
): { written: number; kept: string[] } {
  const kept: string[] = [];
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    try {
      writeFileSync(target, content, { flag: 'wx' });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      kept.push(path);
    }
  }
  return { written: files.length - kept.length, kept };
}
