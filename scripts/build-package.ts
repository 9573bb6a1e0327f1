/** Runs before `npm pack`: makes of the sources what owners install. `--remove` takes it away again. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { build, type OutputChunk } from 'rolldown';
import { fontPackages, unusedSubsets } from '../src/build/cards/card-fonts.ts';
import { compileEngine } from '../src/build/render/compile-engine.ts';
import { fontFolder, root } from '../src/disk/installation.ts';
import { packageOf, writeNotices } from './third-party-notices.ts';

const made = ['lib', 'engine', 'fonts', 'THIRD-PARTY-NOTICES.txt'];
/** Hold machine code, and are installed beside the package. */
const external = ['sharp', 'satteri', 'pagefind'];
/** These share what they have in common. */
const entries = [
  'cli/main',
  'cli/import-process',
  'private/publish/publication-worker',
  'build/render/live-worker',
  'disk/images/image-process',
  'disk/pdf/pdf-process',
];
/** May read one file of code: itself. */
const alone = ['build/render/render-process', 'build/cards/card-process'];

for (const name of made) rmSync(join(root, name), { recursive: true, force: true });
if (!process.argv.includes('--remove')) await buildPackage();

async function buildPackage(): Promise<void> {
  const engine = await compileEngine();
  cpSync(engine.folder, join(root, 'engine'), { recursive: true });
  const chunks = [await bundle(entries, false), ...(await Promise.all(alone.map((entry) => bundle([entry], true))))];
  copyBeside();
  const fonts = fontPackages.map(({ name }) => copyFont(name));
  const bundled = chunks.flat().flatMap((chunk) => Object.keys(chunk.modules).flatMap((path) => packageOf(path) ?? []));
  const compiled = JSON.parse(readFileSync(join(root, 'engine', 'packages.json'), 'utf8')) as string[];
  rmSync(join(root, 'engine', 'packages.json'));
  writeNotices(join(root, 'THIRD-PARTY-NOTICES.txt'), [
    ...bundled,
    ...compiled.flatMap((path) => packageOf(join(root, path, 'package.json')) ?? []),
    ...fonts,
  ]);
}

/** Flat, so that the name of a file is enough to find it. */
async function bundle(paths: readonly string[], isWhole: boolean): Promise<OutputChunk[]> {
  const { output } = await build({
    input: Object.fromEntries(paths.map((path) => [path.replace(/.*\//, ''), join(root, 'src', `${path}.ts`)])),
    platform: 'node',
    external,
    logLevel: 'warn',
    output: {
      dir: join(root, 'lib'),
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      ...(isWhole ? { codeSplitting: false } : {}),
    },
  });
  const chunks = output.filter((part) => part.type === 'chunk');
  const loaded = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  const strange = loaded.filter((name) => !isBuiltin(name) && (isWhole || name.startsWith('.')));
  if (strange.length > 0) throw new Error(`${paths.join(', ')} would load ${strange.join(', ')}.`);
  return chunks;
}

function copyBeside(): void {
  for (const path of ['author/drafting/template.mdx', 'author/starter'])
    cpSync(join(root, 'src', path), join(root, 'lib', basename(path)), {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
}

/** What cards use of a font; gives back its folder. */
function copyFont(name: string): string {
  const [from, to] = [fontFolder(name), join(root, 'fonts', name)];
  const lists = JSON.parse(readFileSync(join(from, 'unicode.json'), 'utf8')) as Record<string, string>;
  const subsets = Object.keys(lists).filter((subset) => !unusedSubsets.has(subset));
  mkdirSync(join(to, 'files'), { recursive: true });
  for (const file of ['LICENSE', 'unicode.json']) cpSync(join(from, file), join(to, file));
  const { version, license } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Record<string, string>;
  writeFileSync(join(to, 'package.json'), `${JSON.stringify({ name, version, license })}\n`);
  for (const subset of subsets) {
    const file = `files/${name}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    cpSync(join(from, file), join(to, file));
  }
  return from;
}
