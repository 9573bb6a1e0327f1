/** `candor export --into DIR`: the sources without everything internal, as a site of their own. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkLeaks } from '../build/gate/leak-gate.ts';
import { compileEngine } from '../build/render/compile-engine.ts';
import { engineVocabulary } from '../build/render/engine-vocabulary.ts';
import { listOutput } from '../build/render/output-folder.ts';
import { vendorDigests } from '../build/search/vendor-files.ts';
import { openFileDigests } from '../disk/file-digests.ts';
import { createOutputWriter } from '../disk/output-writer.ts';
import { readSite } from '../disk/source/read-site.ts';
import { publicCopy } from '../private/export/public-copy.ts';
import { projectSite } from '../private/publish/project-site.ts';
import type { SiteSnapshot } from '../private/publish/site-snapshot.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import { createProblem, hasErrors, type Problem } from '../shared/problem/problem.ts';
import { isAttachmentPath, permittedFiles } from '../shared/redaction/permitted-files.ts';
import { tokensOf } from '../shared/text/tokens.ts';
import { copyPublic } from './build-site.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { readPrivate } from './open-gate.ts';

const parts = ['content', 'public'];

/** `DIR/content` and `DIR/public` are replaced as a whole, and only by a copy that publishes as the site does. */
export async function exportSite({ site, into, now, console }: CommandOptions): Promise<ExitCode> {
  const target = into === undefined ? undefined : resolve(into);
  if (target === undefined) return refuse(console, 'Usage: candor export --into DIR');
  if (target === site || target.startsWith(join(site, 'content')) || site.startsWith(`${target}/`))
    return refuse(console, '--into takes a folder apart from the site.');
  const foreign = await findForeign(target);
  if (foreign !== undefined)
    return refuse(
      console,
      `${target}/${foreign} is no copy that candor made. Choose an empty folder, or one with an earlier copy.`,
    );
  const projected = await projectSite({ site, edition: 'public', now, write: false });
  const { site: source } = await readSite(site);
  const snapshot = await projected.takeSnapshot?.();
  if (!snapshot || !source || hasErrors(projected.problems)) {
    console.error(printProblems(projected.problems));
    return 1;
  }
  // Beside the target, so that a run that is killed leaves nothing there that was not proved.
  const staging = `${target}.waiting`;
  await rm(staging, { recursive: true, force: true });
  try {
    const unexpected = await writeCopy(site, staging, await publicCopy(site, source, snapshot));
    const problems = unexpected.length > 0 ? unexpected : await proveCopy(site, staging, { now, snapshot });
    if (problems.length > 0) {
      console.error(`${printProblems(problems)}\n\nNothing was exported; an earlier copy stays.`);
      return 1;
    }
    await swapIn(staging, target);
    console.out(`Exported ${projected.published} postmortems into ${target}.`);
    return 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** What is half swapped in when the run is killed is proved; the next run takes it for a copy by its marker. */
async function swapIn(staging: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await writeFile(join(target, marker), 'This folder holds a public copy that `candor export` makes and replaces.\n');
  for (const part of parts) {
    const old = join(staging, `old-${part}`);
    await rename(join(target, part), old).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
    await rename(join(staging, part), join(target, part));
  }
}

/** Tells a copy from sources that somebody wrote. */
const marker = '.candor-copy';

async function findForeign(target: string): Promise<string | undefined> {
  const names = await readdir(target).catch(() => []);
  return names.some((name) => name === marker) ? undefined : names.find((name) => parts.includes(name));
}

async function writeCopy(
  site: string,
  staging: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Problem[]> {
  for (const part of parts) await mkdir(join(staging, part), { recursive: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(staging, path)), { recursive: true });
    await writeFile(join(staging, path), content);
  }
  return copyPublic(site, createOutputWriter(staging, openFileDigests(join(staging, '.digests'))), 'public');
}

/** Projects the copy by itself, and compares; then searches every byte of it for what is private in the original. */
async function proveCopy(
  site: string,
  staging: string,
  { now, snapshot }: { now: string; snapshot: SiteSnapshot },
): Promise<Problem[]> {
  const copy = await projectSite({ site: staging, edition: 'public', now, write: false });
  const copied = await copy.takeSnapshot?.();
  await rm(join(staging, '.candor'), { recursive: true, force: true });
  if (hasErrors(copy.problems) || !copied) return copy.problems;
  const different = findDifference(snapshot, copied);
  if (different !== undefined) return [createProblem('export/differs', { file: different })];
  const engine = await compileEngine();
  const { site: source } = await readSite(site);
  const files = source ? permittedFiles(source.policy, now.slice(0, 10)) : [];
  const permitted = new Map(
    [...files].map(([path, sha256]) => [isAttachmentPath(path) ? path : `public/${path}`, sha256]),
  );
  const gate = {
    ...(await readPrivate(site, {
      now,
      engine: { digest: engine.digest, readTexts: async () => ({ ...(await engineVocabulary(engine)), fileNames }) },
    })),
    known: await vendorDigests(),
    permitted,
  };
  return checkLeaks(staging, await listOutput(staging), gate);
}

/** Files of sources are called so on every site: a comment that names one gives nothing away. */
const fileNames = new Set(tokensOf('content/site.yaml content/people.yaml content/redaction.yaml index.mdx'));

/** The first source whose public form is not the same; `undefined` when all are. */
function findDifference(site: SiteSnapshot, copy: SiteSnapshot): string | undefined {
  const others = new Map(copy.postmortems.map((postmortem) => [postmortem.slug, postmortem]));
  const changed = site.postmortems.find((postmortem) => !isDeepStrictEqual(postmortem, others.get(postmortem.slug)));
  if (changed) return `content/postmortems/${changed.slug}/index.mdx`;
  const retold = Object.keys(site.translations).find(
    (slug) => !isDeepStrictEqual(site.translations[slug], copy.translations[slug]),
  );
  if (retold !== undefined) return `content/postmortems/${retold}`;
  if (copy.postmortems.length !== site.postmortems.length) return 'content/postmortems';
  if (!isDeepStrictEqual(site.services, copy.services)) return 'content/services';
  if (!isDeepStrictEqual([site.pages, site.translatedPages], [copy.pages, copy.translatedPages]))
    return 'content/pages';
  if (!isDeepStrictEqual(site.theme, copy.theme)) return 'content/theme';
  return isDeepStrictEqual(site.settings, copy.settings) ? undefined : 'content/site.yaml';
}

function refuse(console: CommandOptions['console'], sentence: string): ExitCode {
  console.error(sentence);
  return 2;
}
