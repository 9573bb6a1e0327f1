/** Files that a later build believes only when they are whole and meant for it: their first line is a seal of the rest. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was written under the same `key`; `undefined` when there is nothing, or it was damaged, cut off or of another key. */
export function readSealed(path: string, key: string): string | undefined {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const lineEnd = content.indexOf('\n');
  const body = content.slice(lineEnd + 1);
  return content.slice(0, lineEnd) === sealOf(key, body) ? body : undefined;
}

/** Written beside and renamed: a stop leaves what was there. `key` has no line end. */
export function writeSealed(path: string, key: string, body: string): void {
  const part = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(part, `${sealOf(key, body)}\n${body}`);
  renameSync(part, path);
}

function sealOf(key: string, body: string): string {
  return `${key} ${hash('sha256', body)}`;
}
