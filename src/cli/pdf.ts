/** `candor pdf`: pages of postmortems as files for a customer's records, from the built site and by an installed browser. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { readMarker } from '../build/render/output-folder.ts';
import { OutputRefused } from '../disk/output-refused.ts';
import { readSiteFile } from '../disk/safe-file.ts';
import { writeWhole } from '../disk/sealed-file.ts';
import { pathTo } from '../shared/addresses/path-to.ts';
import { isAddressName } from '../shared/incident/address-name.ts';
import { nearest } from '../shared/problem/nearest.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { findChromium } from './find-chromium.ts';
import { help } from './help.ts';
import { printPage } from './print-page.ts';
import { untilStopped } from './serve.ts';
import { serveBuilt } from './serve-built.ts';

export async function pdf({
  site,
  out,
  into,
  words,
  isAll,
  language,
  call,
  environment,
  console,
}: CommandOptions): Promise<ExitCode> {
  const refuse = (text: string): ExitCode => {
    console.error(text);
    return 2;
  };
  if ((words.length === 0) !== isAll) return refuse(help('pdf'));
  const browser = findChromium(environment);
  if (browser === undefined)
    return refuse(
      environment['CHROMIUM']
        ? 'There is no browser at the path in CHROMIUM.'
        : 'No Chromium, Chrome or Edge was found, which prints the pages. Install one, or set CHROMIUM to its path.',
    );
  const served = await serveBuilt(site, out, 0);
  if (!served) return refuse(`There is no built site in ${out}. Run \`${call('build')}\` first.`);
  const stop = new AbortController();
  // However often it is told: a browser is ended, and its files are taken away, in any case.
  void untilStopped(() => {}).then(() => stop.abort());
  try {
    // Its pages hold what no customer may have.
    if ((await readMarker(out)) !== 'public')
      throw new OutputRefused(`${out} does not hold the public edition, which alone is printed.`);
    const languages = await readLanguages(out);
    if (language !== undefined && !languages.includes(language)) {
      console.error(`${out} has no pages in \`${language}\`; its languages are ${languages.join(', ')}.`);
      return 1;
    }
    const base = language === undefined || language === languages[0] ? '' : `${language}/`;
    const known = await listPrintable(out, base);
    const unknown = words.filter((word) => !known.includes(word));
    for (const word of unknown) {
      const guess = nearest(word, known);
      console.error(`There is no postmortem \`${word}\` in ${out}.${guess ? ` Did you mean \`${guess}\`?` : ''}`);
    }
    if (unknown.length > 0) return 1;
    const target = resolve(into ?? 'pdf');
    await mkdir(target, { recursive: true }).catch(() => {
      throw new OutputRefused(`${target} is no folder, and none can be made there. Choose another with --into.`);
    });
    if (isAll && known.length === 0) console.out(`There are no postmortems in ${out}.`);
    let failed = 0;
    for (const slug of isAll ? known : [...new Set(words)]) {
      const url = `${served.url}${base}${pathTo('postmortem', { slug }).slice(1)}#title-page`;
      const file = join(target, base === '' ? `${slug}.pdf` : `${slug}.${language}.pdf`);
      const isMade = await print(browser, url, { file, signal: stop.signal });
      if (stop.signal.aborted) return 2;
      if (isMade) console.out(`Wrote ${file}`);
      else {
        failed += 1;
        console.error(`The browser made no PDF of \`${slug}\`.`);
      }
    }
    return failed > 0 ? 2 : 0;
  } finally {
    served.close();
  }
}

/** Languages of the built site as its home page names them, that of the originals first. */
async function readLanguages(out: string): Promise<string[]> {
  const home = String((await readSiteFile(out, 'index.html')) ?? '');
  const own = /<html lang="([^"]+)"/.exec(home)?.[1];
  const others = [...home.matchAll(/ hreflang="([A-Za-z][\w-]*)" href=/g)].map(([, tag = '']) => tag);
  return [...new Set([...(own ? [own] : []), ...others])].filter((tag) => tag !== 'x-default');
}

/** Slugs of the pages below `base` that are there; those that only lead on are none. */
async function listPrintable(out: string, base: string): Promise<string[]> {
  const folder = `${base}${posix.dirname(pathTo('postmortem', { slug: '-' })).slice(1)}`;
  // A site without postmortems has no such folder.
  if (!existsSync(join(out, folder))) return [];
  const names = readdirSync(join(out, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isAddressName(entry.name))
    .map(({ name }) => name)
    .sort();
  const printable: string[] = [];
  // One after the other: so many open files at once are more than a system allows.
  for (const name of names) {
    const page = await readSiteFile(out, `${folder}/${name}/index.html`);
    if (page?.includes('id="title-page"')) printable.push(name);
  }
  return printable;
}

/** Whole, or not at all. */
async function print(
  browser: string,
  url: string,
  { file, signal }: { file: string; signal: AbortSignal },
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-pdf-'));
  try {
    const made = await printPage(browser, url, { folder, signal });
    if (made === undefined) return false;
    writeWhole(file, made);
    return true;
  } finally {
    // Processes of a browser that was ended may write to it for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
