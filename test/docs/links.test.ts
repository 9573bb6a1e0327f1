/** Whoever reads the docs gets where a link says, and the README is read in three minutes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { repository } from '../support/build.ts';

const docs = readdirSync(join(repository, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const all = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs];
const read = (file: string) => readFileSync(join(repository, file), 'utf8');

/** Words of headings as GitHub makes anchors of them. */
function anchorsOf(file: string): string[] {
  const headings = read(file).match(/(?<=^#{1,6} ).*$/gm) ?? [];
  return headings.map((words) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

test.each(all)('%s: each link leads to a file that is there, and to a heading of it', (file) => {
  const prose = read(file).replace(/^```[\s\S]*?^```|`+[^`\n]*`+/gm, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, to, source]) => to ?? source ?? '',
  );
  const dead = links
    .filter((to) => !/^(?:https?:|mailto:|\/)/.test(to))
    .filter((to) => {
      const [path = '', anchor] = to.split('#');
      const target = path === '' ? file : relative(repository, join(repository, dirname(file), path));
      if (!existsSync(join(repository, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
  expect(dead).toEqual([]);
});

test('the list of the documentation names each page', () => {
  const listed = read('docs/README.md');
  expect(docs.filter((file) => file !== 'docs/README.md' && !listed.includes(`(${file.slice(5)})`))).toEqual([]);
});

test('the README has at most 150 lines, and the list of commands each command', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(151);
  const listed = read('docs/commands.md');
  expect(Object.keys(commands).filter((name) => !listed.includes(`\`candor ${name}`))).toEqual([]);
});

test.each(['CONTRIBUTING.md', 'docs/architecture.md', 'docs/redaction.md', 'docs/speed.md'])(
  '%s: each file of code that it names is there',
  (file) => {
    const files = ['src', 'test', 'scripts', 'bench', 'bin', 'tools'].flatMap((folder) =>
      readdirSync(join(repository, folder), { recursive: true }).map((path) => `${folder}/${path}`),
    );
    const named = [...read(file).matchAll(/`([\w./-]+\.(?:ts|astro|mjs))`/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !files.some((known) => `/${known}`.endsWith(`/${path}`)))).toEqual([]);
  },
);
