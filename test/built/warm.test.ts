/** What a build keeps from earlier ones: the output is the same as without, and what is damaged or of another kind is made anew. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, filesIn, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const other = temporaryFolder();
const story = (slug: string) => join(site, 'content', 'postmortems', slug, 'index.mdx');
const text = (id: string, body: string) => postmortem(body).replace(/^id: .*$/m, `id: ${id}`);
const bodies: Record<string, string> = {
  first: 'The first story.\n\n<Internal>Only the quartermaster of Underhill knew.</Internal>',
  second: 'The second story.\n\n![A line](graph.png)',
  third: 'The third story.',
};

beforeAll(async () => {
  const files = Object.entries(bodies).map(([slug, body], index) => [
    slug,
    { 'index.mdx': text(`PM-${index + 1}`, body), ...(slug === 'second' ? { 'graph.png': '' } : {}) },
  ]);
  await writeSite(site, Object.fromEntries(files));
  writeFileSync(join(site, 'content/postmortems/second/graph.png'), await anyPng());
  mkdirSync(join(site, 'public'));
  writeFileSync(join(site, 'public', 'note.txt'), 'The ferryman sleeps at Greywater.\n');
}, 60_000);
afterAll(() => [site, other].map(removeFolder));

const bytesOf = (folder: string) =>
  new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));

async function build(): Promise<Map<string, string>> {
  expect(await candor('build', '--site', site)).toMatchObject({ code: 0 });
  return bytesOf(join(site, 'dist'));
}

/** The same sources, built where nothing is known. */
async function coldBuild(): Promise<Map<string, string>> {
  removeFolder(other);
  for (const part of ['content', 'public']) cpSync(join(site, part), join(other, part), { recursive: true });
  expect(await candor('build', '--site', other)).toMatchObject({ code: 0 });
  return bytesOf(join(other, 'dist'));
}

const work = (edition = 'public') => join(site, '.candor', edition);

test('after any change the output is byte for byte that of a build that knows nothing', async () => {
  await build();
  const changes = [
    () => writeFileSync(story('second'), text('PM-2', `${bodies['second']}\n\nOne more sentence.`)),
    () =>
      writeFileSync(story('first'), text('PM-1', `${bodies['first']}\n\n<Internal>And the miller of Hob.</Internal>`)),
    () =>
      writeFileSync(story('third'), text('PM-3', 'A story told anew.').replace(/^title: .*$/m, 'title: Another title')),
    () => writeFileSync(story('third'), text('PM-3', 'A story told anew. Nobody rang at Quillfeather.')),
    () =>
      writeFileSync(
        story('third'),
        text('PM-3', 'A story told anew. <Internal>Nobody rang at Quillfeather.</Internal>'),
      ),
    () => {
      mkdirSync(join(site, 'content/postmortems/fourth'));
      writeFileSync(story('fourth'), text('PM-4', 'A story that is new.'));
    },
    () => rmSync(join(site, 'content/postmortems/fourth'), { recursive: true }),
    () => rmSync(join(site, 'content/postmortems/third'), { recursive: true }),
    () => writeFileSync(join(site, 'content/services/checkout.yaml'), 'name: Checkout and basket\n'),
  ];
  for (const change of changes) {
    change();
    expect(await build()).toEqual(await coldBuild());
  }
}, 300_000);

test('what was written into the published folder afterwards is put right, and nothing kept is taken from it', async () => {
  const wanted = await build();
  // The marker says whose folder it is: without it whole, nothing is touched.
  for (const file of wanted.keys()) if (file !== 'candor.json') appendFileSync(join(site, 'dist', file), 'x');
  expect(await build()).toEqual(wanted);
});

test('nothing of the output of before comes into the next one, whatever was done to it', async () => {
  await build();
  const wanted = await build();
  const sources = bytesOf(join(site, 'content'));
  const spare = join(work(), 'spare');
  expect(filesIn(spare).length).toBeGreaterThan(10);
  rmSync(join(spare, 'postmortems'), { recursive: true });
  symlinkSync(join(site, 'content'), join(spare, 'postmortems'));
  rmSync(join(spare, 'index.html'));
  writeFileSync(join(spare, 'index.html'), 'Another home.');
  writeFileSync(join(spare, 'notes.html'), 'Only the quartermaster of Underhill knew.');
  expect(await build()).toEqual(wanted);
  rmSync(spare, { recursive: true });
  symlinkSync(join(site, 'content'), spare);
  expect(await build()).toEqual(wanted);
  expect(bytesOf(join(site, 'content'))).toEqual(sources);
});

test('a cache that is cut off, empty, emptied of a part or of another edition is not trusted', async () => {
  const wanted = await build();
  expect(await candor('build', '--site', site, '--edition', 'internal')).toMatchObject({ code: 0 });
  const keep = (file: string) => readFileSync(join(work(), file));
  const damages: ((file: string) => void)[] = [
    (file) => writeFileSync(join(work(), file), keep(file).subarray(0, Math.floor(keep(file).length / 2))),
    (file) => writeFileSync(join(work(), file), ''),
    (file) => rmSync(join(work(), file)),
    (file) => {
      const bytes = Buffer.from(keep(file));
      if (bytes.length > 1) bytes.writeUInt8((bytes.at(-2) ?? 0) ^ 1, bytes.length - 2);
      writeFileSync(join(work(), file), bytes);
    },
  ];
  for (const [index, damage] of damages.entries()) {
    for (const [at, file] of filesIn(work()).entries())
      if (at % 2 === index % 2 || file.endsWith('gate.json')) damage(file);
    expect(await build()).toEqual(wanted);
  }
  rmSync(work(), { recursive: true });
  cpSync(work('internal'), work(), { recursive: true });
  expect(await build()).toEqual(wanted);
}, 300_000);

test.each([
  ['a word that the policy learns', 'content/redaction.yaml', 'terms: [{ term: Greywater, because: A code name. }]\n'],
  [
    'words that become internal in another file',
    'content/postmortems/second/index.mdx',
    text('PM-2', '<Internal>The ferryman sleeps at Greywater.</Internal>\n\nThe second story.'),
  ],
])(
  '%s is found in a file that was published before and did not change',
  async (_, file, content) => {
    await build();
    const path = join(site, file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, content);
    const refused = await candor('build', '--site', site);
    expect(refused.code).toBe(1);
    expect(refused.error).toContain('public/note.txt');
    // Still so when asked again: the refused build has taught the cache nothing.
    expect((await candor('build', '--site', site)).code).toBe(1);
    writeFileSync(path, before);
    await build();
  },
  120_000,
);
