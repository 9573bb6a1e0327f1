/** Where Candor's own files lie: in the repository, or in the package that `scripts/build-package.ts` makes of it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In the package all code is JavaScript, and lies in one folder. */
export const isPackaged = import.meta.url.endsWith('.js');

/** The folder with `package.json`. */
export const root = fileURLToPath(new URL(isPackaged ? '..' : '../..', import.meta.url));

/** Folders and files of `root` that decide what Candor does; one that is not there counts too. */
export const codeParts = isPackaged
  ? ['lib', 'engine', 'package.json']
  : ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** The engine that comes compiled with the package. */
export const packagedEngine = join(root, 'engine');

/** A file that runs in a thread or a process of its own; `path` is below `src`, without its ending. */
export function scriptFile(path: string): string {
  return isPackaged ? join(root, 'lib', `${basename(path)}.js`) : join(root, 'src', `${path}.ts`);
}

/** A file beside the code that is no code; `path` is below `src`. */
export function codeFile(path: string): string {
  return isPackaged ? join(root, 'lib', basename(path)) : join(root, 'src', path);
}

/** The folder of a font's package: `noto-sans`. */
export function fontFolder(name: string): string {
  return isPackaged ? join(root, 'fonts', name) : dependencyFolder(`@fontsource-variable/${name}`);
}

/** The folder of a package that Candor depends on. Throws when it is not installed. */
export function dependencyFolder(name: string, from = import.meta.url): string {
  const found = createRequire(from)
    .resolve.paths(name)
    ?.find((folder) => existsSync(join(folder, name, 'package.json')));
  if (found === undefined) throw new Error(`The package ${name} is not installed.`);
  return join(found, name);
}

/** The library in machine code that belongs to `@takumi-rs/core` on this machine; `undefined` where none was installed. */
export function takumiLibrary(): string | undefined {
  const { platform, arch } = process;
  const core = join(dependencyFolder('@takumi-rs/core'), 'package.json');
  const names = [`${platform}-${arch}`, ...libraryKinds().map((kind) => `${platform}-${arch}-${kind}`)];
  return names
    .map((name) => findFile(core, `@takumi-rs/core-${name}`, `core.${name}.node`))
    .find((file) => file !== undefined);
}

/** Both may be installed; only one of them runs. */
function libraryKinds(): string[] {
  if (process.platform === 'win32') return ['msvc'];
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? ['musl'] : ['gnu'];
}

function findFile(from: string, name: string, file: string): string | undefined {
  try {
    return createRequire(from).resolve(`${name}/${file}`);
  } catch {
    return undefined;
  }
}
