/** Makes a built site readable from a disk, and below any path: links become relative and name the file of each page. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { listOutput } from './output-folder.ts';

/** Rewrites pages and stylesheets in `folder`, whose links begin with `base`. Full addresses, as in feeds, stay. */
export async function makeLinksRelative(folder: string, base: string): Promise<void> {
  const files = await listOutput(folder);
  const known = new Set(files);
  for (const file of files.filter((name) => /\.(?:html|css)$/.test(name))) {
    // A server shows it at any depth, where nothing relative leads anywhere.
    if (posix.basename(file) === '404.html') continue;
    const path = join(folder, file);
    const source = await readFile(path, 'utf8');
    const links = { base, file, known };
    await writeFile(path, file.endsWith('.css') ? relativeStyles(source, links) : relativePage(source, links));
  }
}

interface Links {
  base: string;
  /** The file in which the link stands, below the folder. */
  file: string;
  known: ReadonlySet<string>;
}

const tag = /<[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/g;
const linking = /(\s(?:href|src|action|data-base)=")([^"]*)"/g;

/** Text, and the scripts that are data, stay as they are. */
export function relativePage(source: string, links: Links): string {
  const markup = source.split(/(<script\b[^>]*>[\s\S]*?<\/script>)/);
  const rewrite = (part: string) =>
    part.replace(tag, (element) =>
      element
        .replace(linking, (_, name: string, link: string) => `${name}${relativeLink(link, links)}"`)
        .replace(/(\ssrcset=")([^"]*)"/, (_, name: string, set: string) => `${name}${relativeSet(set, links)}"`)
        .replace(
          /(\scontent="\d+; url=)([^"]*)"/,
          (_, name: string, link: string) => `${name}${relativeLink(link, links)}"`,
        )
        // Of files on a disk, not every browser holds one for its own page's.
        .replace(/^<meta http-equiv="Content-Security-Policy"[^>]*>$/, (policy) =>
          policy.replaceAll("'self'", "'self' file:"),
        ),
    );
  return markup
    .map((part, index) =>
      index % 2 === 0 ? rewrite(part) : part.replace(/^<script\b[^>]*>/, (opening) => rewrite(opening)),
    )
    .join('');
}

function relativeStyles(source: string, links: Links): string {
  return source.replace(/url\((["']?)(\/[^"')]*)\1\)/g, (_, quote: string, link: string) => {
    return `url(${quote}${relativeLink(link, links)}${quote})`;
  });
}

function relativeSet(set: string, links: Links): string {
  return set
    .split(', ')
    .map((candidate) => candidate.replace(/^\S+/, (link) => relativeLink(link, links)))
    .join(', ');
}

/** Links elsewhere, and those that no file answers, are left alone. */
function relativeLink(link: string, { base, file, known }: Links): string {
  if (!link.startsWith(base) || link.startsWith('//')) return link;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(link.slice(base.length)) ?? [];
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!known.has(decodeURI(target)) && path !== '') return link;
  const way = posix.relative(dirname(file), target);
  return `${way === '' ? posix.basename(target) : way}${rest}`;
}
