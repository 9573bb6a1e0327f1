/** Reads a path: which kind of address it is. */
import { escapePattern } from '../text/escape-pattern.ts';
import { type AddressKind, addressKinds, type Kind, partShapes } from './address-kinds.ts';

export interface FoundAddress {
  kind: Kind;
  parts: Readonly<Partial<Record<keyof typeof partShapes, string>>>;
  /** Of the pages of a translation, where it is in one. */
  language?: string;
}

const patterns = Object.entries(addressKinds).flatMap(([kind, { pattern, further, file }]: [string, AddressKind]) =>
  [pattern, ...(further === undefined ? [] : [further]), ...(file === undefined ? [] : [`/${file}`])].map(
    (written) => ({
      kind: kind as Kind,
      shape: new RegExp(`^${shapeOf(written)}$`),
    }),
  ),
);

const sharedShape = new RegExp(
  `^(?:${Object.values(addressKinds)
    .filter((kind: AddressKind) => kind.isShared)
    .flatMap(({ pattern, further }: AddressKind) => [pattern, ...(further === undefined ? [] : [further])])
    .map((pattern) => shapeOf(pattern).replaceAll(/\(\?<\w+>/g, '(?:'))
    .join('|')})$`,
);

/**
 * The address that `path` of the built site can have, given without base, query and anchor; `undefined` where there is none
 * of its form. Whether it is there is another question. `languages` are those of the translations.
 */
export function findAddress(path: string, languages: readonly string[] = []): FoundAddress | undefined {
  const language = languages.find((tag) => path.startsWith(`/${tag}/`));
  const own = language === undefined ? path : path.slice(language.length + 1);
  for (const { kind, shape } of patterns) {
    const parts = shape.exec(own);
    if (!parts) continue;
    const { isShared }: AddressKind = addressKinds[kind];
    if (language !== undefined && isShared) return undefined;
    return { kind, parts: { ...parts.groups }, ...(language === undefined ? {} : { language }) };
  }
  return undefined;
}

/** Path of the address at which a file of the output is: `archive/index.html` is `/archive/`. */
export function pathOfFile(file: string): string {
  return `/${file.replace(/(?<=^|\/)index\.html$/, '')}`;
}

/** The paths at which what `path` leads to may be: hosts show a page without its last slash too, and with its file. */
export function spellingsOf(path: string): string[] {
  const own = path.replace(/(?<=\/)index\.html$/, '');
  return own.endsWith('/') ? [own] : [own, `${own}/`];
}

/** True for a link whose path, without query and anchor, has an ending: it leads to a file, which has no language. */
export function isFilePath(link: string): boolean {
  const [path = ''] = link.split(/[?#]/, 1);
  return path.includes('.', path.lastIndexOf('/'));
}

/** True for a path, given without base, that is there once, whatever the languages of the site. */
export function isShared(path: string): boolean {
  return sharedShape.test(path);
}

function shapeOf(pattern: string): string {
  return pattern
    .split(/:([a-z]+)/)
    .map((part, index) =>
      index % 2 === 0 ? escapePattern(part) : `(?<${part}>${partShapes[part as keyof typeof partShapes]})`,
    )
    .join('');
}
