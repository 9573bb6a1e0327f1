/** Files of `public/` that cannot be copied, since the site has something of that name: told before anything is built. */
import { findAddress, pathOfFile } from '../../shared/addresses/find-address.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { maskName } from './check-public-files.ts';
import { type KnownContent, writtenFiles } from './known-addresses.ts';
import type { ListedPublication } from './listed-publication.ts';

export interface PublicNamesOptions {
  /** What is published now. */
  visible: readonly ListedPublication[];
  known: KnownContent;
  today: string;
  findPrivateText: PrivateTextFinder;
}

/** What the owner writes into these is added to what is there. */
const joined: ReadonlySet<string> = new Set(['_headers', '_redirects', '.nojekyll']);
const searchFolder = pathTo('searchIndex', { inner: '' }).slice(1);
const marker = pathTo('marker').slice(1);

/** Upper and lower case make no other name. What has a name by its content alone is in nobody's way. */
export function checkPublicNames({ visible, known, today, findPrivateText }: PublicNamesOptions): Problem[] {
  const { publicFiles, ...content } = known;
  let written: ReadonlySet<string> | undefined;
  const isWritten = (path: string) => {
    const name = path.toLowerCase();
    if (name === marker || name.startsWith(searchFolder)) return true;
    // Of most files the name alone tells, and nothing has to be counted.
    if (![path, name].some((each) => findAddress(pathOfFile(each), content.translations))) return false;
    written ??= new Set(writtenFiles(visible, content, today).map((file) => file.toLowerCase()));
    return written.has(name);
  };
  return publicFiles
    .filter((file) => !joined.has(file) && namesOf(file).some(isWritten))
    .map((file) => createProblem('public/refused', { file: `public/${maskName(file, findPrivateText)}` }));
}

/** Its own, and those of the folders above it, which may be files of the site. */
function namesOf(file: string): string[] {
  const steps = file.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
