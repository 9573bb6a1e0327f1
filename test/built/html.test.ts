/** The W3C checker over every page of the demo site, in one run of Java. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyBuiltDemo, filesIn, removeFolder, repository } from '../support/build.ts';

interface Message {
  type: string;
  url: string;
  message: string;
  lastLine?: number;
  extract?: string;
}

const checker = join(repository, 'node_modules/vnu-jar/build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

/** Meant so: Safari tells no list from one without bullets unless its role is written out. */
const meant = [
  /^The “list” role is unnecessary for element “[ou]l”\.$/,
  // To the checker, which reads from a disk, no file is the page's own. What lies on another host has no path alone.
  /^Resource violates Content Security Policy \(meta tag\): (?:external stylesheet|external script|image) “\/(?!\/)/,
  // It takes data for search engines for a script. Browsers do not, and `headers.test.ts` hears from them of any other.
  /^Inline script violates Content Security Policy \(meta tag\)/,
];

describe.skipIf(!hasJava)('the W3C checker (no Java where skipped)', () => {
  let site = '';
  let pages: string[] = [];
  beforeAll(async () => {
    site = copyBuiltDemo();
    pages = filesIn(join(site, 'dist')).filter((file) => file.endsWith('.html'));
  });
  afterAll(() => removeFolder(site));

  test('has nothing to say of any page', () => {
    expect(pages.length).toBeGreaterThan(50);
    expect(check(pages.map((file) => join(site, 'dist', file)))).toEqual([]);
  });

  test('does find faults', () => {
    const faults = check([join(import.meta.dirname, '../fixtures/html/faulty.html')]);
    expect(faults.join('\n')).toContain('Duplicate ID');
  });
});

function check(files: readonly string[]): string[] {
  const run = spawnSync('java', ['-jar', checker, '--format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { messages } = JSON.parse(run.stderr) as { messages: Message[] };
  return messages
    .filter(({ message }) => !meant.some((form) => form.test(message)))
    .map(({ type, url, message, lastLine, extract }) => `${type} ${url}:${lastLine} ${message} ${extract}`);
}
