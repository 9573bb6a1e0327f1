/** The look that settings ask for: the files they name are read and checked, and the stylesheet is written. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lookAtImage } from '../../disk/images/publish-image.ts';
import { readPlainText, readSiteFile } from '../../disk/safe-file.ts';
import { takeApart } from '../../shared/formats/take-apart.ts';
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import { findElsewhere } from '../../shared/theme/find-elsewhere.ts';
import type { PublicTheme } from '../../shared/theme/public-theme.ts';
import type { ThemeSettings } from '../../shared/theme/theme-schema.ts';
import { themeStylesheet } from '../../shared/theme/theme-stylesheet.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';

export interface ReadTheme {
  theme: Omit<PublicTheme, 'slots'>;
  problems: Problem[];
}

type Path = readonly string[];

interface NamedFile {
  path: Path;
  file: string;
  kind: 'picture' | 'icon' | 'font' | 'css';
}

/** What is known of a file that can be used. */
interface Usable {
  digest: string;
  width?: number;
  height?: number;
}

/** `base` begins and ends with a slash. With problems the theme is not whole. */
export async function readTheme(site: string, settings: ThemeSettings, base: string): Promise<ReadTheme> {
  const problems: Problem[] = [];
  const known = new Map<string, Usable>();
  const icon = settings.icon ?? (await findIcon(site));
  const files = namedFiles({ ...settings, ...(icon === undefined ? {} : { icon }) });
  const locationOf = files.length > 0 ? await slotsIn(site) : () => ({ file: 'content/site.yaml' });
  for (const named of files) {
    const outcome = await useFile(site, named, locationOf(named.path));
    if ('problems' in outcome) problems.push(...outcome.problems);
    else known.set(named.file, outcome);
  }
  if (problems.length > 0) return { theme: {}, problems };
  const digestOf = (file: string) => known.get(file)?.digest ?? '';
  const sheet = themeStylesheet(settings, (file) => `${base}${file}?v=${digestOf(file)}`);
  const { css, logo } = settings;
  const size = logo && known.get(logo.file);
  return {
    problems,
    theme: {
      ...(sheet === '' ? {} : { stylesheet: { name: `${digest(Buffer.from(sheet))}.css`, css: sheet } }),
      ...(css === undefined ? {} : { css: { file: css, digest: digestOf(css) } }),
      ...(icon === undefined ? {} : { icon: { file: icon, type: iconTypes[endingOf(icon)], digest: digestOf(icon) } }),
      ...(logo ? { logo: { ...logo, width: size?.width ?? 0, height: size?.height ?? 0 } } : {}),
    },
  };
}

const iconTypes = { svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon' } as const;

function endingOf(icon: string): keyof typeof iconTypes {
  return icon.slice(icon.lastIndexOf('.') + 1).toLowerCase() as keyof typeof iconTypes;
}

/** What browsers ask for by themselves. */
async function findIcon(site: string): Promise<string | undefined> {
  for (const name of ['favicon.svg', 'favicon.png', 'favicon.ico'])
    if (await readSiteFile(site, `public/${name}`)) return name;
  return undefined;
}

function namedFiles({ logo, icon, fonts, css }: ThemeSettings): NamedFile[] {
  const files: NamedFile[] = [];
  const add = (kind: NamedFile['kind'], path: Path, file: string | undefined) => {
    if (file !== undefined) files.push({ kind, path, file });
  };
  for (const key of ['file', 'dark'] as const) add('picture', ['logo', key], logo?.[key]);
  for (const role of ['text', 'reading', 'code'] as const)
    for (const key of ['file', 'bold', 'italic'] as const) add('font', ['fonts', role, key], fonts?.[role]?.[key]);
  add('icon', ['icon'], icon);
  add('css', ['css'], css);
  return files;
}

async function slotsIn(site: string): Promise<(path: Path) => SourceLocation> {
  const file = 'content/site.yaml';
  const { value } = await readPlainText(join(site, 'content'), 'site.yaml', { file });
  const { document } = value === undefined ? {} : parseYaml(value, file);
  return (path) => document?.locationOf(path) ?? { file };
}

async function useFile(
  site: string,
  { file, kind }: NamedFile,
  location: SourceLocation,
): Promise<Usable | { problems: Problem[] }> {
  const path = `public/${file}`;
  const refuse = (problem: Problem) => ({ problems: [problem] });
  const bytes = await readSiteFile(site, path);
  if (!bytes) return refuse(createProblem('theme/no-file', location, { path }));
  const wrong = (reason: string) => refuse(createProblem('theme/wrong-file', location, { path, reason }));
  if (kind === 'font')
    return isFont(bytes, file) ? { digest: digest(bytes) } : wrong('it is no font of the form its ending says');
  if (kind === 'css') {
    const problems = checkStylesheet(bytes, path);
    return problems.length > 0 ? { problems } : { digest: digest(bytes) };
  }
  const size = await sizeOf(file, bytes);
  return size ? { digest: digest(bytes), ...size } : wrong('it is no picture that browsers show and nothing else');
}

function isFont(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === (name.toLowerCase().endsWith('2') ? 'wOF2' : 'wOFF');
}

async function sizeOf(name: string, bytes: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  if (/\.avif$/i.test(name)) {
    const looked = await lookAtImage(bytes);
    return 'failed' in looked ? undefined : { width: looked.width, height: looked.height };
  }
  try {
    return takeApart(name, bytes).size;
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return undefined;
  }
}

/** Addresses that are not the site's own: the security policy stops them, and a host without one would tell others of readers. */
function checkStylesheet(bytes: Uint8Array, path: string): Problem[] {
  const text = decodeUtf8(bytes);
  const wrong = (reason: string, location: SourceLocation = { file: path }) =>
    createProblem('theme/wrong-file', location, { path, reason });
  // In another encoding the same bytes are other characters.
  if (text === undefined || /^@charset(?! "utf-8";)/i.test(text)) return [wrong('it is not UTF-8 text')];
  const problems: Problem[] = [];
  let [line, lineStart, lineEnd] = [0, 0, -1];
  for (const { kind, offset } of findElsewhere(text)) {
    // One problem a line is enough.
    if (offset <= lineEnd) continue;
    while (lineEnd < offset) {
      line += 1;
      lineStart = lineEnd + 1;
      const next = text.indexOf('\n', lineStart);
      lineEnd = next < 0 ? text.length : next;
    }
    const location = { file: path, line, column: offset - lineStart + 1 };
    problems.push(
      kind === 'elsewhere'
        ? createProblem('theme/elsewhere', location)
        : wrong('a quote or an address in it is not closed', location),
    );
  }
  return problems;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
