/** `candor pdf`: a file for a customer's records, of public bytes alone. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { candorIn, copyBuiltDemo, removeFolder, repository, temporaryFolder } from '../support/build.ts';

let site = '';
const pdf = (...args: string[]) => candorIn({ CHROMIUM: browserPath() }, 'pdf', ...args);
const slug = '2024-07-18-checkout-retries';

beforeAll(() => {
  site = copyBuiltDemo();
});
afterAll(() => removeFolder(site));

test('one postmortem has a title page with its address, everything unfolded, and numbered pages', async () => {
  const into = join(site, 'files');
  const printed = await pdf(slug, '--site', site, '--into', into);
  expect([printed.code, printed.error]).toEqual([0, '']);
  expect(readdirSync(into)).toEqual([`${slug}.pdf`]);
  const { text, totalPages } = await extractText(
    await getDocumentProxy(new Uint8Array(readFileSync(join(into, `${slug}.pdf`)))),
  );
  expect(totalPages).toBeGreaterThan(3);
  expect(text[0]).toContain('One in three checkouts failed');
  expect(text[0]).toContain('Published 30 July 2024');
  expect(text[0]).toContain(`/postmortems/${slug}/`);
  expect(text[0]).not.toContain('Is it over?');
  expect(text[1]).toContain('Is it over?');
  expect(text[1]).toContain(`2 / ${totalPages}`);
  // Folded on the screen.
  expect(text.join(' ').replace(/\s+/g, ' ')).toContain('How each minute counts');
  expect(text.join(' ')).not.toMatch(/Mei Chen|INC\d{4}|corp\.internal/);
});

test('a translation is printed from the pages of its language, under a name of its own', async () => {
  const into = join(site, 'translated');
  const translated = '2026-10-21-label-prices';
  const printed = await pdf(translated, '--lang', 'de', '--site', site, '--into', into);
  expect([printed.code, printed.error]).toEqual([0, '']);
  expect(readdirSync(into)).toEqual([`${translated}.de.pdf`]);
  const { text } = await extractText(
    await getDocumentProxy(new Uint8Array(readFileSync(join(into, `${translated}.de.pdf`)))),
  );
  expect(text[0]).toContain('Veröffentlicht am 22. Oktober 2026');
  expect(text[0]).toContain(`/de/postmortems/${translated}/`);
  const unknown = await pdf(translated, '--lang', 'fr', '--site', site, '--into', join(site, 'none'));
  expect([unknown.code, unknown.error]).toEqual([1, expect.stringMatching(/has no pages in `fr`; .* en-GB, de\.$/)]);
  expect(existsSync(join(site, 'none'))).toBe(false);
});

test('what is not there is said before anything is printed', async () => {
  const unknown = await pdf('2024-07-18-checkout-retrys', '--site', site, '--into', join(site, 'none'));
  expect(unknown.code).toBe(1);
  expect(unknown.error).toContain(`Did you mean \`${slug}\`?`);
  expect(existsSync(join(site, 'none'))).toBe(false);
  for (const words of [['../content'], ['.'], ['2024-07-18-provider-slow']])
    expect((await pdf(...words, '--site', site)).code).toBe(1);
  expect((await pdf('--site', site)).code).toBe(2);
  expect((await pdf(slug, '--all', '--site', site)).code).toBe(2);
  const nowhere = await pdf(slug, '--site', site, '--out', join(site, 'nowhere'));
  expect([nowhere.code, nowhere.error]).toEqual([2, expect.stringContaining('There is no built site')]);
});

test('without a browser it is said what to install', async () => {
  const without = await candorIn({}, 'pdf', slug, '--site', site);
  expect([without.code, without.error]).toEqual([2, expect.stringContaining('No Chromium, Chrome or Edge was found')]);
  const wrong = await candorIn({ CHROMIUM: join(site, 'none') }, 'pdf', slug, '--site', site);
  expect([wrong.code, wrong.error]).toEqual([2, 'There is no browser at the path in CHROMIUM.']);
});

test('the internal edition is not printed, nor into what is no folder', async () => {
  const out = join(site, 'dist-internal');
  mkdirSync(join(out, 'postmortems', slug), { recursive: true });
  writeFileSync(join(out, 'postmortems', slug, 'index.html'), '<h1 id="title-page">Only for us</h1>');
  writeFileSync(join(out, 'candor.json'), '{"generator":"candor","edition":"internal"}');
  const internal = await pdf(slug, '--site', site, '--out', out, '--into', join(site, 'none'));
  expect([internal.code, internal.error]).toEqual([2, expect.stringContaining('does not hold the public edition')]);
  expect(existsSync(join(site, 'none'))).toBe(false);
  const file = join(site, 'content/site.yaml');
  for (const into of [file, join(file, 'below')]) {
    const refused = await pdf(slug, '--site', site, '--into', into);
    expect([refused.code, refused.error]).toEqual([
      2,
      expect.stringMatching(/ is no folder, and none can be made there/),
    ]);
  }
});

test('a site without postmortems has nothing to print', async () => {
  const empty = temporaryFolder();
  try {
    writeFileSync(join(empty, 'candor.json'), '{"generator":"candor","edition":"public"}');
    const into = join(empty, 'pdf');
    const all = await pdf('--all', '--site', site, '--out', empty, '--into', into);
    expect([all.code, all.out]).toEqual([0, `There are no postmortems in ${empty}.`]);
    expect((await pdf(slug, '--site', site, '--out', empty, '--into', into)).code).toBe(1);
  } finally {
    removeFolder(empty);
  }
});

test('whoever stops it leaves no browser behind, nor a folder of one', async () => {
  const folder = temporaryFolder();
  const browser = join(folder, 'browser');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  writeFileSync(browser, `#!/bin/sh\necho $$ > ${join(folder, 'pid')}\nexec sleep 50\n`, { mode: 0o755 });
  const words = [join(repository, 'bin/candor.mjs'), 'pdf', slug, '--site', site, '--into', join(folder, 'into')];
  const child = spawn(process.execPath, words, { env: { CHROMIUM: browser, TMPDIR: temporary }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(join(folder, 'pid')) || readFileSync(join(folder, 'pid'), 'utf8') === '')
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^candor-pdf-/)]);
  child.kill('SIGINT');
  expect(await ended).toBe(2);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(join(folder, 'into'))).toEqual([]);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  rmSync(folder, { recursive: true });
});
