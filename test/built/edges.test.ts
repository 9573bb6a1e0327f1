/** Sites at the edges: nothing published yet, the last postmortem withdrawn, files that collide. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { candor, copyBuiltDemo, filesIn, forgetNamedFiles, removeFolder } from '../support/build.ts';

let site = '';
afterEach(() => removeFolder(site));

test('a site without a public postmortem is built, also after there were some', async () => {
  site = copyBuiltDemo();
  const postmortems = join(site, 'content/postmortems');
  const kept = join(site, 'kept');
  cpSync(join(postmortems, '2026-08-22-checkout-certificate'), kept, { recursive: true });
  rmSync(postmortems, { recursive: true });
  forgetNamedFiles(site);
  mkdirSync(join(postmortems, 'one'), { recursive: true });
  cpSync(kept, join(postmortems, 'one'), { recursive: true });
  const file = join(postmortems, 'one/index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^related:.*$/m, ''));
  expect((await candor('build', '--site', site)).code).toBe(0);
  expect(filesIn(join(site, 'dist'))).toContain('postmortems/one/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^state: \w+$/m, 'state: draft'));
  const built = await candor('build', '--site', site);
  expect(built.error).not.toMatch(/ error |failed/);
  expect(filesIn(join(site, 'dist')).filter((name) => name.startsWith('postmortems/'))).toEqual([]);
  expect(readFileSync(join(site, 'dist/search/index.html'), 'utf8')).toContain(
    '<p class="empty">No postmortems have been published yet.</p>',
  );
});

test('a file of the owner that has the name of a page is a problem, named where it lies', async () => {
  site = copyBuiltDemo();
  writeFileSync(join(site, 'public/index.html'), '<p>mine</p>');
  const built = await candor('build', '--site', site);
  expect(built.code).toBe(1);
  expect(built.error).toContain('public/index.html error public/refused');
});

test.each(['pagefind/pagefind.js', 'Pagefind/mine.txt'])(
  'a file of the owner at %s, where the search index is made later, is one too',
  async (name) => {
    site = copyBuiltDemo();
    mkdirSync(dirname(join(site, 'public', name)), { recursive: true });
    writeFileSync(join(site, 'public', name), 'mine');
    const built = await candor('build', '--site', site);
    expect(built.code).toBe(1);
    expect(built.error).toContain(`public/${name} error public/refused`);
  },
);

test('the owner’s own redirects stand below those of the site', async () => {
  site = copyBuiltDemo();
  writeFileSync(join(site, 'public/_redirects'), '/status https://status.tallybridge.example/ 302\n');
  expect((await candor('build', '--site', site)).code).toBe(0);
  const redirects = readFileSync(join(site, 'dist/_redirects'), 'utf8');
  expect(redirects).toMatch(
    /^\/postmortems\/.* 301\n[\s\S]*\n\/status https:\/\/status\.tallybridge\.example\/ 302\n$/,
  );
});

test('private text in a file of the owner is named where it lies', async () => {
  site = copyBuiltDemo();
  writeFileSync(join(site, 'public/notes.txt'), 'Ask Ottilie Quistgaard.');
  const built = await candor('build', '--site', site);
  expect(built.code).toBe(1);
  expect(built.error).toContain('public/notes.txt:1:5 error redaction/private-text');
  expect(built.error).not.toContain('Ottilie');
});

test('a folder that does not exist is said so', async () => {
  site = copyBuiltDemo();
  const checked = await candor('check', '--site', join(site, 'nowhere'));
  expect(checked.code).toBe(2);
  expect(checked.error).toContain('There is no folder');
});

test('a site without cards has none, and no page names one', async () => {
  site = copyBuiltDemo();
  const settings = join(site, 'content/site.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}cards: false\n`);
  expect((await candor('build', '--site', site)).code).toBe(0);
  expect(filesIn(join(site, 'dist')).filter((file) => file.startsWith('cards/'))).toEqual([]);
  const page = readFileSync(join(site, 'dist/postmortems/2024-07-18-checkout-retries/index.html'), 'utf8');
  expect(page).not.toMatch(/og:image|twitter:card/);
});

test('a long list has a line for each postmortem, below the year in which its incident began', async () => {
  site = copyBuiltDemo();
  const postmortems = join(site, 'content/postmortems');
  const kept = readFileSync(join(postmortems, '2026-08-22-checkout-certificate/index.mdx'), 'utf8');
  for (let index = 0; index < 24; index += 1) {
    const year = index % 2 === 0 ? '2026' : '2025';
    mkdirSync(join(postmortems, `copy-${index}`));
    writeFileSync(
      join(postmortems, `copy-${index}/index.mdx`),
      kept
        .replace(/^related:.*$/m, '')
        .replace(/^id: .*$/m, `id: COPY-${index}`)
        .replaceAll('2026-', `${year}-`),
    );
  }
  const built = await candor('build', '--site', site);
  expect([built.code, built.error.match(/ error .*/g)]).toEqual([0, null]);
  const page = readFileSync(join(site, 'dist/services/checkout/index.html'), 'utf8');
  expect([...page.matchAll(/<h3 class="list-year">\s*(\d{4})\s*<\/h3>/g)].map(([, year]) => year)).toEqual([
    '2026',
    '2025',
    '2024',
  ]);
  expect(page).not.toContain('class="summary"');
  expect(page.match(/<li>\s*<p class="when">/g)?.length).toBe(27);
});
