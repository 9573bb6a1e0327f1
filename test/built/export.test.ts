/** `candor export`: a copy of the sources that the public may have. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  candor,
  copyBuiltDemo,
  everyByte,
  filesIn,
  filesWith,
  now,
  removeFolder,
  repository,
  temporaryFolder,
} from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, siteYaml, writeSite } from '../support/site.ts';

describe('of the demo', () => {
  let site = '';
  const into = temporaryFolder();
  const copy = () => everyByte(into);

  beforeAll(async () => {
    site = copyBuiltDemo();
    expect(await candor('export', '--site', site, '--into', into)).toMatchObject({ code: 0, error: '' });
  });

  afterAll(() => {
    removeFolder(site);
    removeFolder(into);
  });

  test('it builds to the same public bytes as the original', async () => {
    expect((await candor('build', '--site', into)).code).toBe(0);
    const [original, copied] = [everyByte(join(site, 'dist')), everyByte(join(into, 'dist'))];
    expect(copied.size).toBeGreaterThan(150);
    expect([...copied.keys()]).toEqual([...original.keys()]);
    for (const [file, bytes] of original) expect(copied.get(file) === bytes, file).toBe(true);
    removeFolder(join(into, 'dist'));
    removeFolder(join(into, '.candor'));
  });

  test('nothing internal is in it, and no comment', () => {
    for (const word of [
      'Gantrynine',
      'Skellowby',
      'Quillfeather',
      'Lampwick',
      'oquist',
      'Quistgaard',
      'ticket:',
      'people:',
      '<Internal',
    ])
      expect(filesWith(copy(), word), word).toEqual([]);
    const yaml = [...copy()].filter(([file]) => file.startsWith('content/') && file.endsWith('.yaml'));
    for (const [file, text] of yaml) expect(text, file).not.toMatch(/(?:^|\s)#/m);
    expect(filesWith(copy(), 'the on-call payments engineer').length).toBeGreaterThan(0);
  });

  test('a second run changes nothing', async () => {
    const before = copy();
    expect((await candor('export', '--site', site, '--into', into)).code).toBe(0);
    expect(copy()).toEqual(before);
  });

  test('with an error in the sources the earlier copy stays', async () => {
    const before = copy();
    writeFileSync(
      join(site, 'content/site.yaml'),
      `${readFileSync(join(site, 'content/site.yaml'), 'utf8')}wrong: true\n`,
    );
    const refused = await candor('export', '--site', site, '--into', into);
    expect(refused.code).toBe(1);
    expect(refused.error).toContain('content/site.yaml');
    expect(copy()).toEqual(before);
  });
});

describe('of pictures and tables', () => {
  const site = temporaryFolder();
  const into = temporaryFolder();

  beforeAll(async () => {
    const photo = await sharp({ create: { width: 2000, height: 900, channels: 3, background: '#345' } })
      .withExif({ IFD0: { ImageDescription: 'CANARY-exif' } })
      .jpeg()
      .toBuffer();
    await writeSite(site, {
      checkout: {
        'index.mdx': postmortem(
          '![A photo](CANARY-name.jpg)\n\n<Internal>![x](inside.png)</Internal>\n\n<Chart data="errors.csv" x="time" y="errors" title="Errors" alt="Errors rise" />',
        ),
        'CANARY-name.jpg': photo,
        'inside.png': await anyPng(),
        'errors.csv': 'time,errors,note\n2026-03-14T09:12Z,1,CANARY-cell\n2026-03-14T09:20Z,4,CANARY-cell\n',
        'minutes.mdx': 'CANARY-minutes',
      },
      withheld: { 'index.mdx': postmortem('CANARY-draft', { id: 'PM-2026-002', state: 'draft' }) },
      embargoed: { 'index.mdx': postmortem('CANARY-embargo', { id: 'PM-2026-003', publishedAt: '2099-01-01T00:00Z' }) },
    });
    expect(await candor('export', '--site', site, '--into', into)).toMatchObject({ code: 0, error: '' });
  });

  afterAll(() => {
    removeFolder(site);
    removeFolder(into);
  });

  test('only what is shown of them is copied, under other names', async () => {
    const files = filesIn(into).filter((file) => file.startsWith('content/postmortems/'));
    expect(files).toEqual(
      ['index.mdx', 'picture-1.png', 'table-2.csv'].map((name) => `content/postmortems/checkout/${name}`),
    );
    expect(filesWith(everyByte(into), 'CANARY')).toEqual([]);
    const picture = await sharp(join(into, files[1] ?? '')).metadata();
    expect(picture).toMatchObject({ width: 1600, format: 'png' });
    expect(picture.exif).toBeUndefined();
    expect(readFileSync(join(into, files[2] ?? ''), 'utf8')).toBe(
      'time,errors\n2026-03-14T09:12Z,1\n2026-03-14T09:20Z,4\n',
    );
  });
});

describe('where it may write', () => {
  test('a contradiction that is silenced with a reason does not stop the copy, and the reason stays behind', async () => {
    const [site, into] = [temporaryFolder(), temporaryFolder()];
    const suppression = '{/* candor-disable-next-line facts/duration: CANARY of the supplier, quokka marmalade */}';
    const body = `${suppression}\nThe outage lasted 47 minutes, says the supplier.`;
    await writeSite(site, { checkout: { 'index.mdx': postmortem(body) } }, { 'content/site.yaml': siteYaml });
    expect((await candor('export', '--site', site, '--into', into)).code).toBe(0);
    expect(filesWith(everyByte(into), 'lasted 47 minutes')).toHaveLength(1);
    expect(filesWith(everyByte(into), 'CANARY')).toEqual([]);
    removeFolder(site);
    removeFolder(into);
  });

  test('private text in public/ is found by the gate, and nothing is exported', async () => {
    const [site, into] = [temporaryFolder(), temporaryFolder()];
    await writeSite(
      site,
      {
        checkout: {
          'index.mdx': postmortem('Public.\n\n<Internal>CANARY zanzibar quokka marmalade teapot</Internal>'),
        },
      },
      { 'public/note.txt': 'canary zanzibar quokka marmalade teapot' },
    );
    const refused = await candor('export', '--site', site, '--into', into);
    expect(refused.code).toBe(1);
    expect(refused.error).toContain('gate/leak');
    expect(refused.error).not.toMatch(/canary|zanzibar/i);
    expect(filesIn(into)).toEqual([]);
    removeFolder(site);
    removeFolder(into);
  });

  test('a comment that names a file which every site has gives nothing away, and one of its own does', async () => {
    const [site, into] = [temporaryFolder(), temporaryFolder()];
    const draft = (name: string) =>
      postmortem('Well.', { id: 'PM-2', state: `draft # Who is in content/people.yaml or content/${name}?` });
    await writeSite(site, { checkout: { 'index.mdx': postmortem() }, other: { 'index.mdx': draft('site.yaml') } });
    expect(await candor('export', '--site', site, '--into', into)).toMatchObject({ code: 0, error: '' });
    await writeSite(
      site,
      { other: { 'index.mdx': draft('quince_ledger.txt') } },
      { 'public/quince_ledger.txt': 'Public.' },
    );
    const refused = await candor('export', '--site', site, '--into', into);
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining('gate/leak')]);
    removeFolder(site);
    removeFolder(into);
  });

  test('sources that somebody wrote are never replaced', async () => {
    const [site, into] = [temporaryFolder(), temporaryFolder()];
    await writeSite(site, { checkout: { 'index.mdx': postmortem() } });
    mkdirSync(join(into, 'content'));
    writeFileSync(join(into, 'content/mine.txt'), 'mine');
    for (const target of [into, site, join(site, 'content', 'copy')]) {
      const refused = await candor('export', '--site', site, '--into', target);
      expect(refused.code, target).toBe(2);
    }
    expect(readFileSync(join(into, 'content/mine.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(site, 'content/copy'))).toBe(false);
    expect((await candor('export', '--site', site)).error).toBe('Usage: candor export --into DIR');
    removeFolder(site);
    removeFolder(into);
  });
});

describe('of a small site', () => {
  let site = '';
  const place = temporaryFolder();
  const into = join(place, 'copy');

  beforeAll(async () => {
    site = temporaryFolder();
    await writeSite(
      site,
      { 'one-thing': { 'index.mdx': postmortem('Something happened.') } },
      { 'public/a.txt': 'Public.' },
    );
  });

  afterAll(() => {
    removeFolder(site);
    removeFolder(place);
  });

  test('a run that is killed before the copy is proved leaves nothing at its target, and the next one succeeds', async () => {
    const child = spawn(
      process.execPath,
      [join(repository, 'bin/candor.mjs'), 'export', '--site', site, '--into', into, '--now', now],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(`${into}.waiting/content`) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(`${into}.waiting`)).toBe(true);
    expect(existsSync(into)).toBe(false);
    expect(await candor('export', '--site', site, '--into', into)).toMatchObject({ code: 0, error: '' });
    expect(readdirSync(place)).toEqual(['copy']);
    expect(filesIn(into)).toContain('public/a.txt');
  });

  test('what else lies at the target stays', async () => {
    writeFileSync(join(into, 'README'), 'Of the mirror.');
    expect((await candor('export', '--site', site, '--into', into)).code).toBe(0);
    expect(readFileSync(join(into, 'README'), 'utf8')).toBe('Of the mirror.');
  });

  test('a link in public/ is refused, and the earlier copy stays', async () => {
    symlinkSync('/etc/hostname', join(site, 'public/name'));
    const { code, error } = await candor('export', '--site', site, '--into', into);
    expect([code, error]).toEqual([1, expect.stringContaining('public/name error public/refused')]);
    expect(filesIn(into)).toContain('public/a.txt');
    expect(readdirSync(place)).toEqual(['copy']);
  });
});
