/** A small site in each language: its words, its direction, a date, a plural, its search; and nothing private. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useLocale } from '../../src/shared/i18n/use-locale.ts';
import { type SpokenLanguage, spokenLanguages } from '../../src/shared/incident/languages.ts';
import { candor, everyByte, filesIn, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, siteYaml, writeSite } from '../support/site.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

const setQuotations: Record<SpokenLanguage, string> = {
  en: '“ready”',
  de: '„ready“',
  fr: '<span class="quote-begin">«</span>ready<span class="quote-end">»</span>',
  es: '«ready»',
  pt: '“ready”',
  ja: '「ready」',
  ar: '«ready»',
};

/** What readers see of a site with two postmortems, published on 20 March 2026. */
const expected: Record<SpokenLanguage, { date: string; two: string; nav: string }> = {
  en: { date: 'Published March 20, 2026', two: '2 postmortems', nav: 'Promises' },
  de: { date: 'Veröffentlicht am 20. März 2026', two: '2 Postmortems', nav: 'Zusagen' },
  fr: { date: 'Publié le 20 mars 2026', two: '2 post-mortems', nav: 'Engagements' },
  es: { date: 'Publicado el 20 de marzo de 2026', two: '2 postmortems', nav: 'Compromisos' },
  pt: { date: 'Publicado em 20 de março de 2026', two: '2 postmortems', nav: 'Compromissos' },
  ja: { date: '2026年3月20日公開', two: 'ポストモーテム2件', nav: '約束' },
  ar: { date: 'نُشر في 20 مارس 2026', two: 'تقريران', nav: 'الالتزامات' },
};

const rightToLeft: readonly string[] = ['ar'];
/** Pagefind has no stemmer for these; it indexes their words as they are. */
const unstemmed: readonly string[] = ['ja'];

/** With what searches cut into words each in its own way: a picture, whose file is named by a digest, codes, other scripts. */
const mixed = 'HTTP502とTLS1.3, `getUser2fa(x86_64)` v2.14b, 障害のあった2026年3月14日, ｶﾀｶﾅ, مرحبا, กรุงเทพ, Straße.';
/** Set by the rules of each language, on pages alone. */
const quoted = 'It wasn\'t "ready", as `"code"` of 5 % said.';
const story = `![A picture](a.png)\n\n${mixed}\n\nThe story with a note[^1].\n\n${quoted}\n\n<Internal>CANARY-LANGUAGE</Internal>\n\n[^1]: A footnote.\n`;

async function build(language: string): Promise<{ dist: string; page: (path: string) => string }> {
  const site = temporaryFolder();
  folders.push(site);
  const second = { id: 'PM-2', title: 'Another', publishedAt: '2026-03-20T11:00:00Z' };
  await writeSite(
    site,
    {
      one: { 'index.mdx': postmortem(story), 'a.png': await anyPng() },
      two: { 'index.mdx': postmortem(story, second), 'a.png': await anyPng() },
    },
    { 'content/site.yaml': siteYaml.replace('established:', `language: ${language}\nestablished:`) },
  );
  const built = await candor('build', '--site', site);
  expect(built.error).not.toContain(' error ');
  expect(built.code).toBe(0);
  const dist = join(site, 'dist');
  return { dist, page: (path) => readFileSync(join(dist, path), 'utf8') };
}

test.each(spokenLanguages)('a site in %s speaks it on every page, in feeds and in Markdown', async (language) => {
  const { dist, page } = await build(language);
  const { date, two, nav } = expected[language];
  const { words } = useLocale(language);
  const pages = filesIn(dist).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(15);
  const root = `<html lang="${language}" dir="${rightToLeft.includes(language) ? 'rtl' : 'ltr'}">`;
  expect(pages.filter((file) => !page(file).includes(root))).toEqual([]);
  const html = page('postmortems/one/index.html');
  expect(html).toContain(date);
  expect(html).toContain(nav);
  expect(page('archive/2026/index.html')).toContain(two);
  expect(page('atom.xml')).toContain(`xml:lang="${language}"`);
  const isEnglish = language === 'en';
  for (const path of ['index.html', 'subscribe/index.html', 'numbers/index.html'])
    expect(/First logged|Subscribe|Latest postmortems|Incidents by/.test(page(path))).toBe(isEnglish);
  for (const path of ['postmortems/one.md', 'atom.xml'])
    expect(/Users affected|Severity:/.test(page(path))).toBe(isEnglish);
  expect(page('data/index.html').includes('<div class="prose" lang="en" dir="ltr">')).toBe(!isEnglish);
  const guide = page('reading-the-figures/index.html');
  expect(/has no duration yet|error budget/.test(guide)).toBe(isEnglish);
  for (const name of [words.level.down, words.promises.state.kept, words.verdict.outcome.unknown])
    expect(guide.toLowerCase()).toContain(name.toLowerCase());
  expect(filesIn(join(dist, 'pagefind')).some((file) => file.startsWith(`wasm.${language}.`))).toBe(
    !unstemmed.includes(language),
  );
  expect(html).toContain(`wasn’t ${setQuotations[language]}, as <code`);
  const set = /[“„«「](?:<\/span>)?ready|wasn’t|5[\u00a0\u202f]%/;
  const others = [...everyByte(dist)].filter(([file]) => !file.endsWith('.html'));
  expect(others.filter(([, text]) => /wasn(?:'|\\'|&#x27;|&#39;|&apos;)t/.test(text)).length).toBeGreaterThan(4);
  expect(others.filter(([, text]) => set.test(text)).map(([file]) => file)).toEqual([]);
  expect(filesWith(everyByte(dist), 'CANARY-LANGUAGE')).toEqual([]);
});

test('a language that is not spoken is a problem at its place, with those that are', async () => {
  const site = temporaryFolder();
  folders.push(site);
  await writeSite(
    site,
    { one: { 'index.mdx': postmortem('x') } },
    { 'content/site.yaml': siteYaml.replace('established:', 'language: nl\nestablished:') },
  );
  const checked = await candor('check', '--site', site);
  expect(checked.code).toBe(1);
  expect(checked.error + checked.out).toMatch(/content\/site\.yaml:5:11 error/);
  expect(checked.error + checked.out).toContain(spokenLanguages.join(', '));
});
