/** `candor pdf`: a file for a customer's records, of public bytes alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { candorIn, copyBuiltDemo, removeFolder } from '../support/build.ts';

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
