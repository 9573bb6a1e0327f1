/** Postmortems come from strangers: each attack ends in a problem at its file, or in bounded time. */
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { OutputRefused } from '../../../src/disk/output-refused.ts';
import { createOutputWriter } from '../../../src/disk/output-writer.ts';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import type { ProjectedSite } from '../../../src/private/publish/site-projector.ts';
import { secondsAllowed } from '../../../src/private/publish/worker-pool.ts';
import { isLintCode } from '../../../src/shared/problem/catalogue.ts';
import { postmortem } from '../../support/publish.ts';
import { type Files, writeSite } from '../../support/site.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${inside}</svg>`;
const defs = (depth: number, times: number) =>
  Array.from({ length: depth }, (_, level) =>
    level === 0
      ? '<g id="g0"><rect width="1" height="1"/></g>'
      : `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(times)}</g>`,
  ).join('');

/** A PNG of one byte of pixels that says it is 50,000 by 50,000. */
function bomb(): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

let number = 0;
const of = (body: string, fields: Record<string, string> = {}) => {
  number += 1;
  return postmortem(body, { id: `PM-${number}`, ...fields });
};
const csv = (rows: number) =>
  `at,n\n${Array.from({ length: rows }, (_, row) => `${new Date(1_700_000_000_000 + row * 1000).toISOString()},${row % 97}`).join('\n')}`;
const chart = '<Chart data="a.csv" x="at" y="n" title="b" alt="c" />';

/** By slug: the files, and the code of the problem; none for what is large but sound. */
const attacks: Record<string, [files: Files, code: string | undefined]> = {
  'yaml-bomb': [
    { 'index.mdx': of('x', { internal: `{ a: &a [x, x], b: &b [*a, *a], c: [*b, *b] }` }) },
    'yaml/not-allowed',
  ],
  'yaml-merge': [{ 'index.mdx': of('x', { internal: '{ <<: { a: 1 } }' }) }, 'yaml/not-allowed'],
  'yaml-deep': [{ 'index.mdx': of('x', { internal: `${'['.repeat(5000)}${']'.repeat(5000)}` }) }, 'any'],
  'proto-key': [{ 'index.mdx': of('x', { internal: '{ "__proto__": { polluted: 1 } }' }) }, 'yaml/not-allowed'],
  'proto-attribute': [{ 'index.mdx': of('<Note __proto__="x">\na\n</Note>') }, 'story/unknown-attribute'],
  'constructor-component': [{ 'index.mdx': of('<constructor>a</constructor>') }, 'story/unknown-component'],
  'constructor-person': [{ 'index.mdx': of('Then @constructor came.') }, 'record/unknown-person'],
  'constructor-service': [
    {
      'index.mdx': of('x', {
        impact: '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: constructor, windows: [] }] }',
      }),
    },
    'record/unknown-service',
  ],
  'image-above': [{ 'index.mdx': of('![a](../../people.yaml)') }, 'image/unreadable'],
  'image-encoded': [{ 'index.mdx': of('![a](..%2f..%2fx.png)') }, 'file/outside'],
  'image-twice-encoded': [{ 'index.mdx': of('![a](%252e%252e%252fx.png)') }, 'file/outside'],
  'image-absolute': [{ 'index.mdx': of('![a](/etc/x.png)') }, 'file/outside'],
  'image-drive': [{ 'index.mdx': of('![a](c:x.png)') }, 'file/outside'],
  'chart-of-minutes': [{ 'index.mdx': of(chart.replace('a.csv', 'index.mdx')) }, 'story/wrong-attribute'],
  'chart-above': [{ 'index.mdx': of(chart.replace('a.csv', '../a.csv')) }, 'story/wrong-attribute'],
  'minutes-above': [
    { 'index.mdx': of('x', { review: '{ held: 2026-03-18, minutes: ../../people.yaml }' }) },
    'file/outside',
  ],
  'long-line': [{ 'index.mdx': of('a'.repeat(200_000)) }, 'file/line-too-long'],
  'long-file': [{ 'index.mdx': of('a b c\n'.repeat(400_000)) }, 'file/too-large'],
  'deep-elements': [{ 'index.mdx': of(`${'<kbd>'.repeat(2000)}a${'</kbd>'.repeat(2000)}`) }, 'story/too-deep'],
  'deep-lists': [
    { 'index.mdx': of(Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')) },
    'story/too-deep',
  ],
  'huge-table': [{ 'index.mdx': of(`| a | b |\n|---|---|\n${'| c | d |\n'.repeat(3000)}`) }, undefined],
  'many-keys': [{ 'index.mdx': of('x', { tags: `[${Array.from({ length: 20_000 }, () => '1').join(', ')}]` }) }, 'any'],
  'image-bomb': [{ 'index.mdx': of('![a](a.png)'), 'a.png': bomb() }, 'image/too-large'],
  'svg-entity': [
    {
      'index.mdx': of('![a](a.svg)'),
      'a.svg': `<!DOCTYPE svg [<!ENTITY a "${'b'.repeat(99)}">]>${svg('<text>&a;</text>')}`,
    },
    'image/unreadable',
  ],
  'svg-file': [
    { 'index.mdx': of('![a](a.svg)'), 'a.svg': svg('<image href="file:///etc/passwd"/>') },
    'image/unreadable',
  ],
  'svg-filter': [
    {
      'index.mdx': of('![a](a.svg)'),
      'a.svg': svg(
        '<filter id="f"><feTurbulence numOctaves="999"/></filter><rect filter="url(#f)" width="60" height="40"/>',
      ),
    },
    'image/unreadable',
  ],
  'svg-uses': [
    { 'index.mdx': of('![a](a.svg)'), 'a.svg': svg(`<defs>${defs(30, 10)}</defs><use href="#g29"/>`) },
    'image/unreadable',
  ],
  'huge-csv': [{ 'index.mdx': of(chart), 'a.csv': csv(100_000) }, 'chart/thinned'],
  'wrong-csv': [{ 'index.mdx': of(chart), 'a.csv': `at,n\n${'x,y\n'.repeat(50_000)}` }, 'chart/bad-data'],
  'emphasis-run': [{ 'index.mdx': of('*a_ '.repeat(8000)) }, 'too slow, or not'],
};

let site: string;
let projected: ProjectedSite;
let seconds: number;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'candor-untrusted-'));
  const redaction = `patterns: [{ name: slow, pattern: '(x+x+)+zqz|(q|q)*qqz', because: Try. }]\n`;
  await writeSite(site, Object.fromEntries(Object.entries(attacks).map(([slug, [files]]) => [slug, files])), {
    'content/redaction.yaml': redaction,
  });
  const started = performance.now();
  projected = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z' });
  seconds = (performance.now() - started) / 1000;
}, 400_000);
afterAll(() => rm(site, { recursive: true, force: true }));

test.each(Object.entries(attacks))('%s ends in a problem or is bounded', (slug, [, code]) => {
  const found = projected.problems.filter(({ location }) => location.file.startsWith(`content/postmortems/${slug}/`));
  const codes = found.map((problem) => problem.code).filter((each) => !isLintCode(each));
  if (code === 'any') expect(codes).not.toEqual([]);
  else if (code === 'too slow, or not') expect(codes.filter((each) => each !== 'story/too-slow')).toEqual([]);
  // What takes long to refuse is refused for that on a busy machine.
  else if (code === 'image/unreadable')
    expect(codes).toContainEqual(expect.stringMatching(/^image\/(?:unreadable|too-slow)$/));
  else if (code === undefined) expect(codes).toEqual([]);
  else expect(codes).toContain(code);
});

test('nothing was written, nothing polluted, and the time was bounded', () => {
  expect(projected.folder).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(seconds).toBeLessThan(secondsAllowed * 6);
});

describe('links and names', () => {
  let linked: string;
  beforeAll(async () => {
    linked = await mkdtemp(join(tmpdir(), 'candor-linked-'));
  });
  afterAll(() => rm(linked, { recursive: true, force: true }));
  const project = async (change: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(linked, 'site-'));
    await writeSite(folder, { plain: { 'index.mdx': postmortem('x') } });
    await change(folder);
    const { problems } = await projectSite({ site: folder, edition: 'public', now: '2026-11-23T00:00:00Z' });
    return problems.map(({ code, location }) => `${code} ${location.file}`);
  };
  const move = async (folder: string, path: string) => {
    await rename(join(folder, path), join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, path));
  };

  test.each([
    ['content'],
    ['content/postmortems'],
    ['content/services'],
    ['content/postmortems/plain'],
    ['content/postmortems/plain/index.mdx'],
    ['content/people.yaml'],
  ])('%s as a link is refused', async (path) => {
    const found = await project((folder) => move(folder, path));
    expect(found).toContain(`file/outside ${path}`);
  });

  test('an attachment that is a link is refused', async () => {
    const found = await project(async (folder) => {
      const own = join(folder, 'content', 'postmortems', 'plain');
      await writeFile(join(own, 'index.mdx'), postmortem('![a](a.png)'));
      await symlink('/etc/hostname', join(own, 'a.png'));
    });
    expect(found).toContain('file/outside content/postmortems/plain/index.mdx');
  });

  test.each(['Plain', 'con', 'aux', 'a--b', '-a', 'a b', 'é', 'index', 'page'])(
    'the folder %s is no address',
    async (name) => {
      const found = await project(async (folder) => {
        await mkdir(join(folder, 'content', 'postmortems', name));
        await writeFile(join(folder, 'content', 'postmortems', name, 'index.mdx'), postmortem('x', { id: 'PM-2' }));
      });
      expect(found).toContain(`record/bad-slug content/postmortems/${name}`);
    },
  );

  test('an address cannot be taken by the redirect of another', async () => {
    const found = await project(async (folder) => {
      await mkdir(join(folder, 'content', 'postmortems', 'other'));
      await writeFile(
        join(folder, 'content', 'postmortems', 'other', 'index.mdx'),
        postmortem('x', { id: 'PM-2', redirectFrom: '[plain]' }),
      );
    });
    expect(found).toContain('record/duplicate content/postmortems/other/index.mdx');
  });

  test('public/ neither follows links nor overwrites, whatever the case of names', async () => {
    const [from, to] = [join(linked, 'public'), join(linked, 'out')];
    const copy = (folder: string) =>
      createOutputWriter(to, openFileDigests(join(linked, 'digests.json')), ['index.html']).copy(folder);
    await mkdir(from);
    await mkdir(to);
    await writeFile(join(to, 'index.html'), 'x');
    await writeFile(join(from, 'INDEX.html'), 'y');
    expect(() => copy(from)).toThrow(OutputRefused);
    await rm(join(from, 'INDEX.html'));
    await symlink('/etc', join(from, 'files'));
    expect(() => copy(from)).toThrow(OutputRefused);
    await symlink(from, join(linked, 'public-link'));
    expect(() => copy(join(linked, 'public-link'))).toThrow(OutputRefused);
  });
});
