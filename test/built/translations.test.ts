/** One site in two languages below a folder of its host: counterparts, fallbacks, feeds, search; and nothing private. */
import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candor, everyByte, filesIn, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, siteYaml, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const into = temporaryFolder();
const dist = join(site, 'dist');
const base = '/trust/';
const root = `https://postmortems.example${base}`;
let bytes = new Map<string, string>();
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const page = (path: string) => read(`${path}index.html`);

const settings = siteYaml
  .replace('url: https://postmortems.example/', `url: ${root}`)
  .concat(
    'translations:\n  de: { description: Was bei Beispiel ausfiel., severities: { sev1: { name: Stufe 1 } } }\n  pt-BR:\n',
  );
const translation = (title: string, body: string, more = '') =>
  `---\ntitle: ${title} # CANARY-yaml-comment\nsummary: Kurz gesagt.\ntranslatedAt: 2026-03-21T10:00Z\n${more}---\n${body}\n`;
const actions =
  '[{ id: A1, what: Add an alert, kind: fix, owner: Payments, due: 2026-04-15, doneWhen: It fires., state: open }]';

const postmortems = {
  one: {
    'index.mdx': postmortem('The first story. Quokkas were fed.\n\n<Internal>CANARY-original</Internal>', {
      actions,
      redirectFrom: '[first]',
      revisions: '[{ at: 2026-04-01T09:00Z, kind: correction, note: The count was wrong. }]',
    }),
    'index.de.mdx': translation(
      'Die erste Störung',
      'Kängurus wurden von @mchen gefüttert. [Das zweite](/postmortems/two/)\n\n![Ein Bild](shown.jpg)\n\n<Internal>\n\nCANARY-translation und Wolpertinger-9931\n\n![x](hidden.png)\n\n</Internal>\n',
      'actions: [{ id: A1, what: Einen Alarm einrichten }]\ntimeline: [{ at: 2026-03-14T09:12Z, what: "Los. <Internal>CANARY-row</Internal>" }]\n',
    ),
    'shown.jpg': await sharp(await anyPng())
      .jpeg()
      .toBuffer(),
    'hidden.png': await anyPng(),
  },
  two: { 'index.mdx': postmortem('The second story. Wombats slept.', { id: 'PM-2', title: 'The second outage' }) },
  waiting: {
    'index.mdx': postmortem('CANARY-draft', { id: 'PM-3', state: 'draft' }),
    'index.de.mdx': translation('CANARY-draft-title', 'CANARY-draft-translation'),
  },
};

async function build() {
  const built = await candor('build', '--site', site);
  expect(built.error).not.toContain(' error ');
  expect(built.code).toBe(0);
  return built.out;
}

beforeAll(async () => {
  await writeSite(site, postmortems, {
    'content/site.yaml': settings,
    'content/people.yaml':
      'mchen: { name: Mei Chen, role: the on-call database engineer, roles: { de: die diensthabende Datenbankingenieurin } }\n',
    'content/services/checkout.yaml':
      'name: Checkout\ndescription: Takes payments.\ntranslations: { de: { name: Kasse, description: Nimmt Zahlungen an. } }\n',
    'content/services/lampwick.yaml':
      'name: Lampwick of Clay\ninternal: true\ntranslations: { de: { name: CANARY-Docht aus Ton, description: CANARY-Hidden in German. } }\n',
    'content/pages/about.mdx': '---\ntitle: About us\n---\nWe sell things.\n',
    'content/theme/footer.mdx': 'Ask us <Internal>CANARY-footer</Internal> anything.\n',
    'content/theme/footer.de.mdx': 'Fragen Sie [uns](/about/). <Internal>CANARY-footer-de</Internal>\n',
    'content/pages/about.de.mdx':
      '---\ntitle: Über uns # CANARY-page-comment\n---\nWir verkaufen [Dinge](/services/).<Internal> CANARY-page</Internal>\n',
    'public/report.pdf.txt': 'Text\n',
  });
  await build();
  bytes = everyByte(dist);
});

afterAll(() => {
  removeFolder(site);
  removeFolder(into);
});

test('nothing private of a translation is in any byte of the output', () => {
  expect(filesWith(bytes, 'CANARY')).toEqual([]);
  expect(filesWith(bytes, 'Wolpertinger')).toEqual([]);
  expect(filesWith(bytes, 'Kängurus').length).toBeGreaterThan(3);
});

test('a page names its counterparts in the other languages, and they name it', () => {
  for (const path of ['', 'archive/', 'services/checkout/', 'promises/', 'search/', 'subscribe/']) {
    const links = ['', 'de/', 'pt-BR/'].map((prefix) => alternatesOf(page(`${prefix}${path}`)));
    expect(links[0]).toEqual([
      ['en', `${root}${path}`],
      ['de', `${root}de/${path}`],
      ['pt-BR', `${root}pt-BR/${path}`],
      ['x-default', `${root}${path}`],
    ]);
    expect(links[1]).toEqual(links[0]);
    expect(links[2]).toEqual(links[0]);
    expect(page(path)).toContain(`<a href="${base}de/${path}" hreflang="de" lang="de" rel="alternate"`);
    expect(page(`de/${path}`)).toContain(`<a href="${base}${path}" hreflang="en" lang="en" rel="alternate"`);
  }
});

test('a translated postmortem has counterparts where it is translated, and nowhere else', () => {
  expect(alternatesOf(page('postmortems/one/')).map(([language]) => language)).toEqual(['en', 'de', 'x-default']);
  expect(page('de/postmortems/one/')).toContain('<html lang="de"');
  expect(page('de/postmortems/one/')).toContain('Kängurus');
  expect(page('de/postmortems/one/')).toContain(`<link rel="canonical" href="${root}de/postmortems/one/">`);
  expect(page('de/postmortems/one/')).toContain(`<a href="${base}de/postmortems/two/">Das zweite</a>`);
  expect(page('de/postmortems/one/')).toMatch(new RegExp(`src="${base}images/[^"]+"`));
  expect(page('postmortems/two/')).not.toMatch(/rel="alternate" hreflang|hreflang="de"[^>]*rel="alternate"/);
});

test('a translation that is older than a correction says so', () => {
  expect(page('de/postmortems/one/')).toContain(
    'Das Original wurde am 1. April 2026 berichtigt, nach dieser Übersetzung.',
  );
  expect(page('postmortems/one/')).not.toContain('translation was made');
});

test('what is not translated is shown in its language, says so, and stands for the original', () => {
  const html = page('de/postmortems/two/');
  expect(html).toContain('<html lang="de"');
  expect(html).toContain('Dieses Postmortem ist noch nicht übersetzt.');
  expect(html).toContain(`<a href="${base}postmortems/two/" hreflang="en">Zum Original (English)</a>`);
  expect(html).toContain(`<link rel="canonical" href="${root}postmortems/two/">`);
  expect(html).toMatch(/<div class="prose" lang="en" dir="auto">\s*<p>The second story/);
  expect(html).toMatch(/<h1 [^>]*lang="en"[^>]*>\s*The second outage/);
  expect(html).not.toMatch(/application\/ld\+json|rel="alternate" hreflang/);
  expect(page('de/')).toMatch(/<a href="\/trust\/de\/postmortems\/two\/"[^>]* lang="en"/);
});

test("a page of the owner's is translated as well, or stands for its original", () => {
  expect(page('de/about/')).toMatch(/<h1 dir="auto">Über uns<\/h1>/);
  expect(page('de/about/')).toContain(`<a href="${base}de/services/">Dinge</a>`);
  expect(page('de/about/')).toContain(`<link rel="canonical" href="${root}de/about/">`);
  expect(alternatesOf(page('about/')).map(([language]) => language)).toEqual(['en', 'de', 'x-default']);
  expect(page('de/')).toContain(`<a href="${base}de/about/" dir="auto">Über uns</a>`);
  const fallback = page('pt-BR/about/');
  expect(fallback).toContain(`<link rel="canonical" href="${root}about/">`);
  expect(fallback).toMatch(/<article class="frame text-page" lang="en">/);
  expect(fallback).not.toMatch(/rel="alternate" hreflang|hreflang="de"[^>]*rel="alternate"/);
  expect(page('de/')).toMatch(
    /<div [^>]*class="prose place place-footer"[^>]*>\s*<p>Fragen Sie <a href="\/trust\/de\/about\/">uns/,
  );
  expect(fallback).toMatch(/<div lang="en" [^>]*class="prose place place-footer"[^>]*>\s*<p>Ask us/);
  expect(page('')).toMatch(/<div [^>]*class="prose place place-footer"[^>]*>\s*<p>Ask us/);
});

test("the owner's words are those of the language, where there are any", () => {
  expect(page('de/')).toMatch(/<p dir="auto">\s*Was bei Beispiel ausfiel\.\s*<\/p>/);
  expect(page('pt-BR/')).toMatch(/<p dir="auto" lang="en">\s*Postmortems of Example\.\s*<\/p>/);
  expect(page('de/postmortems/two/')).toContain('Stufe 1');
  expect(page('de/services/')).toMatch(/Kasse[\s\S]*Nimmt Zahlungen an\./);
  expect(page('pt-BR/services/')).toMatch(/Checkout[\s\S]*Takes payments\./);
  expect(page('services/')).not.toContain('Kasse');
  expect(page('de/postmortems/one/')).toContain(
    'Kängurus wurden von die diensthabende Datenbankingenieurin gefüttert.',
  );
});

test('each language has its feeds, with ids of their own', () => {
  const feed = read('de/atom.xml');
  expect(feed).toContain('xml:lang="de"');
  expect(feed).toContain('<id>tag:postmortems.example,2024-01-01:feed/all/de</id>');
  expect(feed).toContain('<id>tag:postmortems.example,2024-01-01:PM-2026-001/de</id>');
  expect(feed).toContain(`<link href="${root}de/postmortems/one/" rel="alternate"`);
  expect(feed).toContain('Dieses Postmortem ist noch nicht übersetzt.');
  expect(read('atom.xml')).toContain('<id>tag:postmortems.example,2024-01-01:PM-2026-001</id>');
  expect(read('de/promises/atom.xml')).toContain('xml:lang="de"');
  expect(page('de/')).toContain(`title="Example postmortems" href="${base}de/atom.xml"`);
  expect(page('de/subscribe/')).toContain(`${root}de/services/checkout/atom.xml`);
});

test('an entry was updated when it was translated', () => {
  const entries = (path: string) =>
    new Map(
      (JSON.parse(read(path)) as { items: { id: string; date_modified: string }[] }).items.map((item) => [
        item.id.split(':')[2],
        item.date_modified,
      ]),
    );
  expect(entries('feed.json').get('PM-2')).toBe('2026-03-20T10:00:00.000Z');
  expect(entries('de/feed.json').get('PM-2/de')).toBe('2026-03-20T10:00:00.000Z');
  expect(entries('de/feed.json').get('PM-2026-001/de')).toBe('2026-04-01T09:00:00.000Z');
});

test('what has no language is there once', () => {
  const below = filesIn(dist).filter((file) => file.startsWith('de/'));
  expect(below).toContain('de/404.html');
  expect(below).toContain('de/feeds.opml');
  expect(below).toContain('de/promises.ics');
  expect(below.filter((file) => /postmortems\/.*\.md$/.test(file))).toEqual(['de/postmortems/one.md']);
  expect(
    below.filter((file) =>
      /^de\/(?:api|images|_|cards|pagefind|theme|robots|sitemap|llms)|\.csv$|postmortems\/.*\.json$/.test(file),
    ),
  ).toEqual([]);
  expect(page('de/postmortems/one/')).toContain(`type="application/json" href="${base}postmortems/one.json"`);
  expect(page('de/postmortems/two/')).toContain(`type="text/markdown" href="${base}postmortems/two.md"`);
  expect(read('de/promises.ics')).toContain('Einen Alarm einrichten');
});

test('the site map lists each page in each language that it is in', () => {
  const found = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  for (const path of [
    '',
    'de/',
    'pt-BR/',
    'de/archive/',
    'postmortems/one/',
    'de/postmortems/one/',
    'postmortems/two/',
    'about/',
    'de/about/',
  ])
    expect(found).toContain(`${root}${path}`);
  for (const path of ['de/postmortems/two/', 'pt-BR/postmortems/one/', 'pt-BR/about/'])
    expect(found).not.toContain(`${root}${path}`);
  expect(new Set(found).size).toBe(found.length);
});

test('earlier addresses lead on in each language', () => {
  expect(page('de/postmortems/first/')).toContain(`url=${base}de/postmortems/one/`);
  expect(read('_redirects')).toContain(`${base}de/postmortems/first/ ${base}de/postmortems/one/ 301`);
});

test('every link of every page leads somewhere', async () => {
  const checked = await candor('check', '--site', site, '--links', '--format', 'json');
  const { problems } = JSON.parse(checked.out) as { problems: { code: string }[] };
  expect(problems.filter(({ code }) => code.startsWith('links/'))).toEqual([]);
});

test('each language is searched by its own index, which knows every postmortem once', () => {
  const { languages } = JSON.parse(read('pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  expect(Object.fromEntries(Object.entries(languages).map(([name, { page_count }]) => [name, page_count]))).toEqual({
    en: 2,
    de: 2,
    'pt-br': 2,
  });
  expect(page('de/search/')).toContain(`data-base="${base}"`);
});

test('a second build gives the same bytes and renders nothing; a changed translation renders its own pages alone', async () => {
  const before = everyByte(dist);
  expect(await build()).toMatch(/Rendered 0 pages/);
  expect(everyByte(dist)).toEqual(before);
  const file = join(site, 'content/postmortems/one/index.de.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Kängurus wurden', 'Kängurus werden nie'));
  const times = (path: string) => statSync(join(dist, path)).mtimeMs;
  const untouched = times('postmortems/one/index.html');
  expect(await build()).toMatch(/Rendered [1-9]\d? pages/);
  expect(page('de/postmortems/one/')).toContain('Kängurus werden nie');
  expect(times('postmortems/one/index.html')).toBe(untouched);
});

test('a copy for the public has the translations, without what is internal, and publishes the same', async () => {
  const exported = await candor('export', '--site', site, '--into', into);
  expect(exported).toMatchObject({ code: 0, error: '' });
  const files = everyByte(into);
  expect(filesWith(files, 'CANARY')).toEqual([]);
  expect(filesWith(files, 'Wolpertinger')).toEqual([]);
  expect(files.get('content/postmortems/one/index.de.mdx')).toContain('Kängurus');
  expect(files.get('content/pages/about.de.mdx')).toContain('Wir verkaufen');
  expect(files.get('content/postmortems/one/index.de.mdx')).toContain('translatedAt: 2026-03-21T10:00Z');
});

test('the internal edition shows what is internal in a translation, marked', async () => {
  const out = join(site, 'staff');
  expect((await candor('build', '--site', site, '--edition', 'internal', '--out', out)).code).toBe(0);
  const html = readFileSync(join(out, 'de/postmortems/one/index.html'), 'utf8');
  expect(html).toMatch(/class="internal[^"]*"[\s\S]*CANARY-translation/);
  expect(html).toContain('noindex');
  expect(readFileSync(join(out, 'de/postmortems/waiting/index.html'), 'utf8')).toContain('CANARY-draft-translation');
});

describe('with something wrong', () => {
  const wrong = temporaryFolder();
  afterAll(() => removeFolder(wrong));
  const check = async (files: Record<string, string>) => {
    rmSync(join(wrong, 'content'), { recursive: true, force: true });
    await writeSite(wrong, { one: { 'index.mdx': postmortem('Story.') } }, files);
    const { out, code } = await candor('check', '--site', wrong, '--format', 'json');
    const { problems } = JSON.parse(out) as {
      problems: {
        code: string;
        severity: string;
        remedy: string;
        place: { file: string; line?: number; column?: number };
      }[];
    };
    expect(code).toBe(1);
    return problems.filter(({ severity }) => severity === 'error');
  };
  const withTranslations = (yaml: string) => ({
    'content/site.yaml': `${settings.split('translations:')[0]}translations: ${yaml}\n`,
  });

  test.each([
    ['a language that is not spoken', '{ nl: {} }', 'schema/wrong-value'],
    ["the site's own language", '{ en: {} }', 'schema/wrong-value'],
    ['a tag in another spelling', '{ pt-br: {} }', 'schema/wrong-value'],
    ['a language twice', '{ de: {}, de: {} }', 'yaml/duplicate-key'],
    ['a text that no settings have', '{ de: { slogan: x } }', 'schema/unknown-key'],
    ['a severity that the site does not have', '{ de: { severities: { sev9: { name: x } } } }', 'schema/wrong-value'],
    ['a list', '[de]', 'schema/wrong-type'],
  ])('%s in the settings is a problem at its place', async (_, yaml, code) => {
    const problems = await check(withTranslations(yaml));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems[0]?.place).toMatchObject({ file: 'content/site.yaml', line: 8 });
  });

  test('a translation into a language that the site does not have is a problem with a remedy', async () => {
    const problems = await check({
      ...withTranslations('{ de: {} }'),
      'content/postmortems/one/index.fr.mdx': 'x',
    });
    expect(problems).toMatchObject([
      { code: 'translation/not-listed', place: { file: 'content/postmortems/one/index.fr.mdx' } },
    ]);
    expect(problems[0]?.remedy).toContain('`index.de.mdx`');
  });

  test('words in a language that the site does not have are a problem at their place', async () => {
    const problems = await check({
      ...withTranslations('{ de: {} }'),
      'content/people.yaml': 'mchen: { name: Mei Chen, role: an engineer, roles: { fr: une ingénieure } }\n',
      'content/services/checkout.yaml': 'name: Checkout\ntranslations: { fr: { name: Caisse } }\n',
    });
    expect(problems).toMatchObject([
      { code: 'translation/unused', place: { file: 'content/people.yaml', line: 1, column: 54 } },
      { code: 'translation/unused', place: { file: 'content/services/checkout.yaml', line: 2, column: 17 } },
    ]);
  });

  test('a translation that is a link is a problem', async () => {
    const folder = join(wrong, 'content/postmortems/one');
    rmSync(join(wrong, 'content'), { recursive: true, force: true });
    await writeSite(wrong, { one: { 'index.mdx': postmortem('Story.') } }, withTranslations('{ de: {} }'));
    symlinkSync('index.mdx', join(folder, 'index.de.mdx'));
    const { out } = await candor('check', '--site', wrong, '--format', 'json');
    expect(JSON.parse(out).problems).toContainEqual(
      expect.objectContaining({ code: 'file/outside', place: { file: 'content/postmortems/one/index.de.mdx' } }),
    );
  });

  test('a translated page without an original, or in another language, is a problem', async () => {
    const problems = await check({
      ...withTranslations('{ de: {} }'),
      'content/pages/help.de.mdx': '---\ntitle: Hilfe\n---\nx\n',
      'content/pages/help.fr.mdx': '---\ntitle: Aide\n---\nx\n',
    });
    expect(problems).toMatchObject([
      { code: 'file/not-found', place: { file: 'content/pages/help.de.mdx' } },
      { code: 'file/unexpected', place: { file: 'content/pages/help.fr.mdx' } },
    ]);
  });

  test('a translation without an original is a problem', async () => {
    const problems = await check({
      ...withTranslations('{ de: {} }'),
      'content/postmortems/two/index.de.mdx': translation('x', 'y'),
    });
    expect(problems).toMatchObject([{ code: 'file/not-found', place: { file: 'content/postmortems/two/index.mdx' } }]);
  });

  test("a page of the owner's that has the name of a language is a problem", async () => {
    const problems = await check({
      ...withTranslations('{ de: {} }'),
      'content/pages/de.mdx': '---\ntitle: D\n---\nx\n',
    });
    expect(problems).toMatchObject([{ code: 'record/reserved-page', place: { file: 'content/pages/de.mdx' } }]);
  });

  test('a private word of a translation in public/ fails the gate', async () => {
    const files = {
      ...withTranslations('{ de: {} }'),
      'content/postmortems/one/index.de.mdx': translation(
        'x',
        'Öffentlich.\n\n<Internal>Wolpertinger-9931 riss das Kabel.</Internal>',
      ),
      'public/note.txt': 'Wolpertinger-9931\n',
    };
    rmSync(join(wrong, 'content'), { recursive: true, force: true });
    await writeSite(wrong, { one: { 'index.mdx': postmortem('Story.') } }, files);
    const built = await candor('build', '--site', wrong);
    expect(built.code).toBe(1);
    expect(built.error).toContain('gate/leak');
    expect(built.error).toContain('content/postmortems/one/index.de.mdx');
    expect(built.error).not.toContain('Wolpertinger');
  });
});

/** Language and address of each link to a counterpart. */
function alternatesOf(html: string): [string, string][] {
  return [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
    ([, language = '', address = '']) => [language, address],
  );
}
