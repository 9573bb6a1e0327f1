/** Says which packages are in a bundle, and under which licences. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name?: string };
}

/** The folder of the package that a file belongs to; `undefined` for one of our own. */
export function packageOf(path: string): string | undefined {
  const [, folder, outer = ''] = /^\0?((.*)[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path) ?? [];
  // Some packages hold others, of which only the code is left.
  return folder === undefined || existsSync(join(folder, 'package.json')) ? folder : packageOf(`${outer}/`);
}

/** Writes one section a package, in order of their names. Throws where one does not say its licence. */
export function writeNotices(path: string, folders: readonly string[]): void {
  const sections = [...new Set(folders)].map(noticeOf).sort((a, b) => (a < b ? -1 : 1));
  const heading = 'Candor contains code and fonts of these packages, under the licences that follow each name.\n';
  writeFileSync(path, [heading, ...new Set(sections)].join(border));
}

const border = `\n${'-'.repeat(80)}\n\n`;

/** Names and versions of the packages of notices as `writeNotices` writes them. */
export function listedIn(notices: string): { name: string; version: string }[] {
  return notices
    .split(border)
    .slice(1)
    .map((section) => {
      const [name = '', version = ''] = section.slice(0, section.indexOf('\n')).split(' ');
      return { name, version };
    });
}

function noticeOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (license === undefined) throw new Error(`${name} does not say its licence.`);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:\.|-|$)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const by = typeof author === 'string' ? author : author?.name;
  return `${name} ${version}\n${license}${by === undefined ? '' : `, ${by}`}\n\n${texts.join('\n\n')}\n`;
}
