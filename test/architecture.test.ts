/** The layout of the code: which folder may import which, read from the import lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');

/** For each room of `src`, the others that it may import, of its own will or through others. */
const allowed: Record<string, readonly string[]> = {
  // Knows neither disk nor secrets: both sides of the boundary use it.
  shared: [],
  disk: ['shared'],
  private: ['shared', 'disk'],
  // What browsers and pages know. Never private, disk or build.
  site: ['shared'],
  build: ['shared', 'disk', 'site'],
  author: ['shared', 'disk', 'private'],
  cli: ['shared', 'disk', 'private', 'site', 'build', 'author'],
};

/** Rows for folders within a room, where its parts may not know each other as they like. */
const allowedWithin: Record<string, readonly string[]> = {
  // What a name or a text means letter by letter; knows nothing else.
  'shared/text': [],
  'shared/problem': [],
  'shared/theme': [],
  'shared/feeds': [],
  'shared/yaml': ['shared/problem'],
  'shared/hosting': ['shared/text', 'shared/addresses'],
  'shared/formats': ['shared/text'],
  'shared/incident': ['shared/problem', 'shared/theme', 'shared/addresses'],
  'shared/redaction': ['shared/text', 'shared/problem', 'shared/incident'],
  'private/markdown': [
    'shared/text',
    'shared/problem',
    'shared/redaction',
    'shared/incident',
    'shared/addresses',
    'shared/i18n',
  ],
  'private/lint': ['shared/text', 'shared/problem', 'shared/incident', 'private/markdown'],
  'site/feeds': ['shared/incident', 'shared/i18n', 'shared/feeds', 'shared/documents'],
  // The gate reads the sources by its own readers, and takes nothing of what it watches.
  'build/gate': ['shared', 'disk'],
  'build/cards': ['shared', 'disk', 'site/data', 'build/render'],
};

/** Libraries that read files stay out of these. */
const withoutNode = ['shared', 'private/markdown', 'private/lint', 'site/feeds'];
/** What needs a decoder, or names of files, all the same. */
const withNode: Record<string, readonly string[]> = {
  'shared/formats/png.ts': ['node:zlib'],
  'shared/formats/take-apart.ts': ['node:path'],
  'shared/formats/unpack.ts': ['node:zlib'],
};

interface Import {
  file: string;
  target: string;
  isType: boolean;
}

function listImports(): Import[] {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^\s*(?:import|export)\s+(type\s+)?(?:[^'"\n;]|\n(?!\s*(?:import|export)\b))*?\bfrom\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm,
      ),
    ].map((match) => ({
      file: relative(src, file),
      target: match[2] ?? match[3] ?? '',
      isType: match[1] !== undefined || onlyTypes(match[0]),
    })),
  );
}

function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

const roomOf = (path: string) => path.split('/')[0] ?? '';
const imports = listImports();
const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const targetOf = ({ file, target }: Import) => relative(src, resolve(join(src, dirname(file)), target));

test('every file of src is in a room', () => {
  expect(
    readdirSync(src)
      .filter((name) => !name.startsWith('.'))
      .sort(),
  ).toEqual(Object.keys(allowed).sort());
});

test('each room imports only what the table allows', () => {
  const broken = imports.flatMap((each) => {
    if (!each.target.startsWith('.')) return [];
    const [from, to] = [roomOf(each.file), roomOf(targetOf(each))];
    return from === to || allowed[from]?.includes(to) ? [] : [`${each.file} imports ${each.target}`];
  });
  expect(broken).toEqual([]);
});

test('no room reaches through others what it may not import', () => {
  const reach = (room: string, seen = new Set<string>()): Set<string> => {
    for (const next of allowed[room] ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  for (const room of Object.keys(allowed)) expect([...reach(room)].sort()).toEqual([...(allowed[room] ?? [])].sort());
});

test('folders within a room import only what their row allows', () => {
  const broken = imports.flatMap((each) => {
    if (!each.target.startsWith('.')) return [];
    const row = Object.keys(allowedWithin).find((folder) => isWithin(each.file, folder));
    const target = targetOf(each);
    if (row === undefined || isWithin(target, row)) return [];
    return allowedWithin[row]?.some((folder) => isWithin(target, folder)) ? [] : [`${each.file} imports ${target}`];
  });
  expect(broken).toEqual([]);
  for (const folder of Object.keys(allowedWithin)) expect(readdirSync(join(src, folder)).length).toBeGreaterThan(0);
});

test('what knows no disk does not import Node', () => {
  const found = imports
    .filter(({ file, target }) => withoutNode.some((folder) => isWithin(file, folder)) && target.startsWith('node:'))
    .filter(({ file, target }) => !withNode[file]?.includes(target))
    .map(({ file, target }) => `${file}: ${target}`);
  expect(found).toEqual([]);
});

/** What else may read files by itself, and which: none of these is written by authors, or it says how links are kept out. */
const readers: Record<string, string> = {
  'disk/safe-file.ts': 'the one way to what authors write',
  'disk/code-version.ts': 'own code',
  'disk/file-reader.ts': 'the output, for the gate; and what has a status of a plain file, for its digest alone',
  'disk/output-writer.ts': 'plain files alone, listed without following links',
  'disk/sealed-file.ts': 'own memories',
  'author/announcing/ledger.ts': 'the ledger that it wrote',
  'author/announcing/open-feed.ts': 'the built site, and the feed that --before names',
  'build/cards/card-fonts.ts': 'fonts of a package',
  'build/cards/card-process.ts': 'the projection and own memories',
  'build/cards/draw-card.ts': 'fonts of a package',
  'build/cards/draw-cards.ts': 'own code and memories',
  'cli/write-drafts.ts': 'drafts that an earlier import wrote, to leave them as they are',
  'cli/import-site.ts': 'settings and services of the site that is imported into',
  'cli/import-source.ts': 'the files that its words name',
  'cli/init.ts': 'the starter that comes with Candor',
  'cli/new.ts': 'the template that comes with Candor',
  'cli/print-page.ts': 'the file that a browser made of a built page',
  'cli/schema.ts': 'schemas that it wrote',
  'cli/version.ts': 'package.json of Candor',
  'build/render/run-astro.ts': 'the engine it compiled',
  'private/links/check-links.ts': 'the built site',
  'private/publish/read-public-file.ts': 'digests of plain files, listed without following links',
  'private/publish/publication-cache.ts': 'own memories',
  'private/publish/ticket-prefixes.ts': 'what has a digest, and so is a plain file',
  'build/render/engine-vocabulary.ts': 'the compiled engine',
  'build/render/output-folder.ts': 'the output',
  'build/render/relative-links.ts': 'the output',
  'build/render/render-process.ts': 'the projection and own memories',
  'build/search/build-index-shards.ts': 'the output and own memories',
  'build/search/check-index.ts': 'the output',
  'build/search/begin-index-shards.ts': 'the output',
  'build/search/read-page.ts': 'the output',
  'site/data/answers.ts': 'the projection',
};

test('what authors write is opened in one way, which follows no links', () => {
  const reading =
    /\b(?:readFile|createReadStream|open|openAsBlob|cp|copyFile|readlink)(?:Sync)?\b[^;]*from ['"](?:node:)?fs|import \* as \w+ from ['"](?:node:)?fs|import\(['"](?:node:)?fs|\bsirv\b/;
  const found = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => reading.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))
    // The leak gate reads the sources by itself on purpose.
    .filter((file) => !isWithin(file, 'build/gate'));
  expect(found.filter((file) => !Object.hasOwn(readers, file))).toEqual([]);
  expect(Object.keys(readers).filter((file) => !found.includes(file))).toEqual([]);
});

test('every authored text passes one door: one reader, one set of locks, one renderer', () => {
  const importersOf = (name: string, word: string) =>
    readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => {
        const line = new RegExp(`import (?:type )?\\{[^}]*\\b${word}\\b[^}]*\\} from '[^']*/${name}\\.ts'`);
        return line.test(readFileSync(join(src, file), 'utf8'));
      })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  // The fields of a text are read by the reader of texts, which has the same locks.
  expect(importersOf('read-story', 'readStory')).toEqual([
    'private/publish/read-authored.ts',
    'private/publish/text-checks.ts',
  ]);
  expect(importersOf('render-story', 'renderStory')).toEqual(['private/publish/render-authored.ts']);
  expect(importersOf('prepare-resources', 'prepareResources')).toEqual(['private/publish/pass-locks.ts']);
  // Settings are no text of their own, and files for download are no text of ours.
  expect(importersOf('bad-characters', 'findBadCharacters')).toEqual([
    'private/publish/check-settings.ts',
    'private/publish/prepare-attachments.ts',
    'private/publish/read-authored.ts',
  ]);
});

test('no files import each other in a circle, not even for types', () => {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const imports = new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].map(([, path = '']) =>
        resolve(dirname(file), path),
      ),
    ]),
  );
  const circles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file))
      circles.push([...way.slice(way.indexOf(file)), file].map((step) => relative(src, step)).join(' → '));
    if (way.includes(file) || finished.has(file)) return;
    for (const other of imports.get(file) ?? []) visit(other, [...way, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('only the command line, and browsers, read the clock', () => {
  const readers = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) =>
      /\bnew Date\(\)|\bDate\.now\(|Temporal\.Now\.(?!zonedDateTimeISO\(name\))|Math\.random|randomUUID/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    .map((file) => relative(src, file));
  const allowed = ['cli/main.ts', 'build/render/compile-engine.ts', 'site/components/elapsed.ts'];
  expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
});
