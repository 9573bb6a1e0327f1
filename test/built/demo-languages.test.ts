/** The whole demonstration in every language: no site may fail for what its own engine wrote. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { spokenLanguages } from '../../src/shared/incident/languages.ts';
import { candor, copyBuiltDemo, filesIn, removeFolder } from '../support/build.ts';

const folders: string[] = [];
afterAll(() => folders.map(removeFolder));

/** A translation must be of another language than the site's. */
function translateInto(site: string, language: string): void {
  for (const file of filesIn(join(site, 'content'))) {
    const path = join(site, 'content', file);
    if (file.endsWith('.yaml')) writeFileSync(path, readFileSync(path, 'utf8').replace(/\bde:/g, `${language}:`));
    if (file.endsWith('.de.mdx')) renameSync(path, path.replace(/\.de\.mdx$/, `.${language}.mdx`));
  }
}

test.each(spokenLanguages)('the demonstration is built in %s', async (language) => {
  const site = copyBuiltDemo();
  folders.push(site);
  if (language === 'de') translateInto(site, 'en');
  const settings = join(site, 'content/site.yaml');
  const own = readFileSync(settings, 'utf8');
  writeFileSync(settings, own.replace(/^language: .*$/m, `language: ${language}`).replace(/^languages: .*\n/m, ''));
  const built = await candor('build', '--site', site);
  expect(built.error).not.toMatch(/ error |failed/);
  expect(built.code).toBe(0);
  expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toContain(`<html lang="${language}"`);
  expect(filesIn(join(site, 'dist')).filter((file) => /^pagefind\/.*\.pf_index$/.test(file)).length).toBeGreaterThan(0);
});
