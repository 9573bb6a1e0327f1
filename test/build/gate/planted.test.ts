/** A lock is taken off at a time, by hand: the next one holds. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLeaks, type GateOptions } from '../../../src/build/gate/leak-gate.ts';
import type { Engine } from '../../../src/build/render/compile-engine.ts';
import { permissionFlags } from '../../../src/build/render/render-site.ts';
import { parseStory } from '../../../src/private/markdown/parse-story.ts';
import { removeInternal } from '../../../src/private/markdown/remove-internal.ts';
import { renderStory } from '../../../src/private/markdown/render-story.ts';
import { visibleTexts } from '../../../src/private/markdown/visible-texts.ts';
import { publicPostmortemSchema } from '../../../src/shared/incident/public-postmortem.ts';
import { createFinder } from '../../../src/shared/redaction/find-private-text.ts';
import { openTestGate } from '../../support/open-test-gate.ts';
import { contextWith, policy, postmortem, publish } from '../../support/publish.ts';
import { anyPng, writeSite } from '../../support/site.ts';

const hidden = 'The hoist was unplugged by Mei Chen before lunch';
const body = `Readers saw errors.\n\n<Internal>\n\n${hidden}.\n\n![a](hoist.png)\n\n</Internal>`;
const source = postmortem(body, {
  actions:
    '[{ id: A1, what: Mend., kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: HOIST-77123 }]',
});

let site: string;
let gate: GateOptions;
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'candor-planted-'));
  await writeSite(site, { example: { 'index.mdx': source, 'hoist.png': await anyPng() } });
  gate = await openTestGate(site);
});
afterAll(() => rm(site, { recursive: true, force: true }));

async function checkOutput(file: string, content: string | Uint8Array) {
  const output = join(site, 'output');
  await mkdir(output, { recursive: true });
  await writeFile(join(output, file), content);
  return (await checkLeaks(output, [file], gate)).map(({ code, fact }) => `${code} ${/from (\S+):/.exec(fact)?.[1]}`);
}

const locationAt = ({ line, column }: { line: number; column: number }) => ({ file: 'index.mdx', line, column });
const treeOf = (text: string) => {
  const { tree } = parseStory(text, locationAt);
  if (!tree) throw new Error('The story cannot be read.');
  return tree;
};

test('with the removal of internal nodes left out, the search finds the name in them', () => {
  const [kept, removed] = [treeOf(body), treeOf(body)];
  removeInternal(removed, locationAt);
  const find = createFinder(policy);
  const finds = (tree: typeof kept) => visibleTexts(tree).flatMap(({ text }) => find(text));
  expect(finds(removed)).toEqual([]);
  expect(finds(kept).map(({ kind }) => kind)).toEqual(["a person's name"]);
});

test('with the search left out too, the renderer of the public edition drops them', async () => {
  const options = { resources: { images: new Map(), charts: new Map() }, words: contextWith().words, base: '/' };
  const html = async (edition: 'public' | 'internal') =>
    JSON.stringify(await renderStory(treeOf(body), { ...options, edition }));
  expect(await html('internal')).toContain(hidden);
  expect(await html('public')).toContain('Readers saw errors.');
  expect(await html('public')).not.toMatch(/hoist|Chen/);
});

test('with the renderer opened too, the gate finds the words in the page', async () => {
  const found = await checkOutput(
    'a.html',
    `<p>Readers saw errors.</p><p>${hidden.replace('Mei Chen', 'somebody')}.</p>`,
  );
  expect(found.join(' ')).toMatch(/gate\/leak content\/postmortems\/example\/index.mdx:1[89]/);
});

test('a field that the assembly lets through is refused by the public schema, and behind that by the gate', async () => {
  const published = await publish(postmortem('x'));
  const opened = { ...published.postmortem, ticket: 'HOIST-77123' };
  expect(publicPostmortemSchema.safeParse(published.postmortem).success).toBe(true);
  expect(publicPostmortemSchema.safeParse(opened).success).toBe(false);
  expect(await checkOutput('a.json', JSON.stringify(opened))).toContain(
    'gate/leak content/postmortems/example/index.mdx:15',
  );
});

test('an internal image copied into the output is found by its bytes, and as the pipeline would have published it', async () => {
  const origin = 'gate/leak content/postmortems/example/hoist.png';
  expect(await checkOutput('logo.png', await anyPng())).toEqual([origin]);
  const published = await publish(postmortem('![a](a.png)'), { attachments: { 'a.png': await anyPng() } });
  const [made] = published.images;
  expect(await checkOutput(made?.name ?? '', made?.bytes ?? '')).toEqual([origin]);
});

test('an internal string in a component is found in the page it makes', async () => {
  expect(await checkOutput('a.html', '<footer>Call Mei Chen</footer>')).toContain('gate/leak content/people.yaml');
  expect(await checkOutput('b.html', '<footer>See HOIST-77123</footer>')).toContain(
    'gate/leak content/postmortems/example/index.mdx:15',
  );
  expect(await checkOutput('c.html', '<footer>Readers saw errors.</footer>')).toEqual([]);
});

test('the renderer cannot open a source file', async () => {
  const folder = join(site, 'render');
  await mkdir(join(folder, 'engine'), { recursive: true });
  await cp(join(site, 'content', 'site.yaml'), join(folder, 'projection.json'));
  const engine: Engine = { folder: join(folder, 'engine'), entry: '', assets: '', digest: '' };
  const script = join(engine.folder, 'read.mjs');
  await writeFile(
    script,
    `import { readFileSync } from 'node:fs';
     for (const path of process.argv.slice(2)) {
       try { readFileSync(path); console.log('read'); } catch (cause) { console.log(cause.code); }
     }`,
  );
  const flags = permissionFlags(engine, join(folder, 'projection.json'), join(folder, 'store'));
  const inside = join(folder, 'projection.json');
  const outside = ['content/people.yaml', 'content/postmortems/example/index.mdx'].map((path) => join(site, path));
  const { stdout } = spawnSync(process.execPath, [...flags, script, inside, ...outside], { encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual(['read', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED']);
});
