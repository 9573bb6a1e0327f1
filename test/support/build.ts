/** Builds sites into temporary folders, and looks into every byte of the result. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inject } from 'vitest';
import { run } from '../../src/cli/main.ts';

export const repository = join(import.meta.dirname, '..', '..');
/** The instant of every build in tests. */
export const now = '2026-11-23T12:00:00Z';

/** A new empty folder below the system's own. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'candor-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A copy of the demo site that a test may change. */
export function copyDemo(): string {
  const site = temporaryFolder();
  for (const folder of ['content', 'public']) cpSync(join(repository, folder), join(site, folder), { recursive: true });
  return site;
}

/** The same with `dist/`, and with what a build keeps for the next; its files are built by `build-demo.ts`, once. */
export function copyBuiltDemo(): string {
  const site = temporaryFolder();
  cpSync(inject('builtDemo'), site, { recursive: true, preserveTimestamps: true });
  return site;
}

/** For a copy of the demo whose postmortems go: the policy names none of their files any more. */
export function forgetNamedFiles(site: string): void {
  const policy = join(site, 'content/redaction.yaml');
  writeFileSync(policy, readFileSync(policy, 'utf8').replace(/^files:\n(?: .*\n)*/m, ''));
}

/** Runs the command line; output is collected. */
export function candor(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return candorIn({}, ...args);
}

/** The same with variables of an environment. */
export async function candorIn(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []];
  const console = {
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
    progress: () => {},
  };
  const code = await run(
    args.includes('--now') || args[0] === 'import' ? args : [...args, '--now', now],
    console,
    environment,
  );
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** Relative paths of all files, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Every file as text, unpacked where it is packed, with its name. */
export function everyByte(folder: string): Map<string, string> {
  return new Map(
    filesIn(folder).map((file) => {
      const bytes = readFileSync(join(folder, file));
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [file, `${file}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('utf8')}`];
    }),
  );
}

/** Files that hold `text`, in any case. */
export function filesWith(bytes: Map<string, string>, text: string): string[] {
  const wanted = text.toLowerCase();
  return [...bytes].filter(([, content]) => content.toLowerCase().includes(wanted)).map(([file]) => file);
}
