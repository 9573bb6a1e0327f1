/** The layout of the code: which folder may import which, read from the import lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');

/** For each folder or top-level file of `src`: the others it may import. Type-only imports are marked with `type:`. */
const allowed: Record<string, string[]> = {
  problem: [],
  // What an address looks like, and which a site has; everything that knows an address asks here.
  addresses: ['text', 'incident', 'feeds', 'type:projection.ts'],
  theme: [],
  files: [],
  formats: ['redaction'],
  // What a name or a text means letter by letter; knows nothing else.
  text: [],
  incident: ['problem', 'theme'],
  redaction: ['text', 'problem', 'incident'],
  charts: ['incident', 'problem'],
  feeds: ['incident', 'i18n'],
  'site-feeds.ts': ['addresses', 'site-data.ts', 'site-figures.ts', 'feeds', 'incident', 'i18n'],
  'site-feed-documents.ts': [
    'addresses',
    'site-data.ts',
    'site-feeds.ts',
    'site-languages.ts',
    'feeds',
    'incident',
    'i18n',
  ],
  'site-languages.ts': ['site-data.ts', 'type:projection.ts', 'incident'],
  source: ['addresses', 'text', 'problem', 'incident', 'redaction', 'theme', 'type:files'],
  // The parts of a postmortem's page are a list of the model.
  markdown: ['addresses', 'text', 'problem', 'redaction', 'incident', 'type:i18n'],
  // A draft has none of the characters that a story may not hold.
  importers: ['problem', 'incident', 'source', 'markdown', 'type:drafting'],
  drafting: [],
  editor: ['incident', 'publication', 'redaction'],
  fixes: ['problem', 'incident', 'source'],
  lint: ['text', 'problem', 'incident', 'markdown'],
  publication: [
    'addresses',
    'text',
    'problem',
    'incident',
    'redaction',
    'source',
    'markdown',
    'lint',
    'charts',
    'i18n',
    'theme',
    'files',
    'formats',
    'type:projection.ts',
  ],
  gate: ['text', 'problem', 'incident', 'redaction', 'source', 'files', 'formats', 'publication'],
  links: ['addresses', 'text', 'problem', 'source'],
  mirror: ['problem', 'redaction', 'incident', 'source', 'markdown', 'publication'],
  report: ['addresses', 'history', 'publication', 'problem', 'incident', 'i18n', 'feeds', 'open-data', 'components'],
  history: ['addresses', 'problem', 'incident', 'source', 'publication', 'feeds'],
  // What is kept of an index is sealed like everything else that is kept.
  search: ['files', 'incident', 'i18n', 'type:projection.ts'],
  'open-data': ['addresses', 'incident', 'i18n', 'feeds', 'type:projection.ts', 'type:site-data-pages.ts'],
  cards: ['addresses', 'site-data.ts', 'type:projection.ts', 'incident', 'i18n', 'render', 'files'],
  badges: [],
  hosting: ['addresses', 'text'],
  'site-answers.ts': [],
  'site-data.ts': ['addresses', 'site-answers.ts', 'projection.ts', 'site-projection.ts', 'incident', 'theme'],
  'site-data-pages.ts': ['addresses', 'site-answers.ts', 'site-projection.ts'],
  'site-figures.ts': ['site-answers.ts', 'site-projection.ts', 'incident'],
  'site-numbers.ts': ['addresses', 'site-answers.ts', 'site-data.ts', 'site-projection.ts', 'incident'],
  'projection.ts': ['incident'],
  'site-projection.ts': ['projection.ts', 'site-answers.ts', 'incident'],
  'site-map.ts': ['addresses', 'site-answers.ts', 'site-data.ts', 'site-languages.ts', 'site-projection.ts'],
  i18n: ['incident'],
  components: [
    'addresses',
    'theme',
    'cards',
    'open-data',
    'site-data.ts',
    'site-data-pages.ts',
    'site-figures.ts',
    'site-numbers.ts',
    'type:projection.ts',
    'site-feeds.ts',
    'site-feed-documents.ts',
    'site-languages.ts',
    'incident',
    'feeds',
    'search',
    'charts',
    'i18n',
  ],
  layouts: [
    'addresses',
    'hosting',
    'site-data.ts',
    'site-languages.ts',
    'incident',
    'feeds',
    'search',
    'charts',
    'i18n',
    'components',
    'styles',
  ],
  pages: [
    'addresses',
    'badges',
    'hosting',
    'open-data',
    'site-data.ts',
    'site-data-pages.ts',
    'site-figures.ts',
    'site-numbers.ts',
    'type:projection.ts',
    'site-feeds.ts',
    'site-feed-documents.ts',
    'site-languages.ts',
    'site-map.ts',
    'incident',
    'feeds',
    'search',
    'charts',
    'i18n',
    'components',
    'layouts',
  ],
  render: [
    'files',
    'site-map.ts',
    'site-answers.ts',
    'site-data.ts',
    'site-data-pages.ts',
    'site-figures.ts',
    'site-numbers.ts',
    'search',
    'problem',
    'redaction',
    'incident',
  ],
  cli: [
    'addresses',
    'files',
    'fixes',
    'hosting',
    'lint',
    'cards',
    'drafting',
    'editor',
    'history',
    'mirror',
    'report',
    'links',
    'gate',
    'publication',
    'source',
    'render',
    'problem',
    'redaction',
    'search',
    'importers',
    'incident',
  ],
  styles: [],
};

/** The only folders that may see private text; libraries that read files stay out of the pure ones. */
const nodeFree = [
  'addresses',
  'problem',
  'incident',
  'redaction',
  'markdown',
  'lint',
  'charts',
  'feeds',
  'i18n',
  'theme',
  'text',
];

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

const areaOf = (path: string) => path.split('/')[0] ?? '';
const imports = listImports();

test('every folder of src has a row in the table', () => {
  const areas = readdirSync(src).filter((name) => !name.startsWith('.'));
  expect(areas.filter((name) => !Object.hasOwn(allowed, name) && name !== 'env.d.ts')).toEqual([]);
});

test('each folder imports only what the table allows', () => {
  const broken = imports.flatMap(({ file, target, isType }) => {
    if (!target.startsWith('.')) return [];
    const [from, to] = [areaOf(file), areaOf(relative(src, resolve(join(src, dirname(file)), target)))];
    const may = allowed[from] ?? [];
    return from === to || may.includes(to) || (isType && may.includes(`type:${to}`))
      ? []
      : [`${file} imports ${target}`];
  });
  expect(broken).toEqual([]);
});

test('the pure folders do not import Node', () => {
  expect(
    imports
      .filter(({ file, target }) => nodeFree.includes(areaOf(file)) && target.startsWith('node:'))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('the pages cannot reach private text', () => {
  const outer = [
    'addresses',
    'pages',
    'layouts',
    'components',
    'site-answers.ts',
    'site-projection.ts',
    'site-data.ts',
    'site-data-pages.ts',
    'site-figures.ts',
    'site-numbers.ts',
    'site-map.ts',
  ];
  const reached = imports.filter(
    ({ file, target }) =>
      outer.includes(areaOf(file)) && /\/(?:source|markdown|redaction|publication|gate)\//.test(target),
  );
  expect(reached).toEqual([]);
});

/** What else may read files by itself, and which: none of these is written by authors, or it says how links are kept out. */
const readers: Record<string, string> = {
  'source/safe-file.ts': 'the one way to what authors write',
  'files/code-version.ts': 'own code',
  'files/file-digests.ts': 'plain files alone, by their status; gives no content away',
  'files/place-files.ts': 'plain files alone, listed without following links',
  'files/sealed-file.ts': 'own memories',
  'cards/card-fonts.ts': 'fonts of a package',
  'cards/card-process.ts': 'the projection and own memories',
  'cards/draw-card.ts': 'fonts of a package',
  'cards/draw-cards.ts': 'own code and memories',
  'cli/draft-flags.ts': 'the file that --from names',
  'cli/import.ts': 'the files that its words name, and drafts it wrote',
  'cli/new.ts': 'the template that comes with Candor',
  'cli/schema.ts': 'schemas that it wrote',
  'cli/version.ts': 'package.json of Candor',
  'links/check-links.ts': 'the built site',
  'publication/check-public-files.ts': 'digests of plain files, listed without following links',
  'publication/publication-cache.ts': 'own memories',
  'publication/ticket-prefixes.ts': 'what has a digest, and so is a plain file',
  'render/engine-vocabulary.ts': 'the compiled engine',
  'render/output-folder.ts': 'the output',
  'render/relative-links.ts': 'the output',
  'render/render-process.ts': 'the projection and own memories',
  'search/build-shelves.ts': 'the output and own memories',
  'search/check-index.ts': 'the output',
  'search/read-page.ts': 'the output',
  'search/shelf-cache.ts': 'own memories',
  'site-answers.ts': 'the projection',
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
    .filter((file) => areaOf(file) !== 'gate');
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
    'publication/read-authored.ts',
    'publication/text-checks.ts',
  ]);
  expect(importersOf('render-story', 'renderStory')).toEqual(['publication/render-authored.ts']);
  expect(importersOf('prepare-resources', 'prepareResources')).toEqual(['publication/pass-locks.ts']);
  // Settings are no text of their own.
  expect(importersOf('bad-characters', 'findBadCharacters')).toEqual([
    'publication/check-settings.ts',
    'publication/read-authored.ts',
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

test('only the command line reads the clock', () => {
  const readers = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) =>
      /\bnew Date\(\)|\bDate\.now\(|Temporal\.Now\.(?!zonedDateTimeISO\(name\))|Math\.random|randomUUID/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    .map((file) => relative(src, file));
  expect(readers.filter((file) => file !== 'cli/main.ts' && file !== 'render/compile-engine.ts')).toEqual([]);
});
