/** Pages and places of the theme are checked as postmortems are, but for what only an incident has. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { anyPng, type Files, siteYaml, writeSite } from '../../support/site.ts';

const root = temporaryFolder();
afterAll(() => removeFolder(root));
const now = '2026-11-23T00:00:00Z';

let sites = 0;
async function problemsOf(more: Files, settings = ''): Promise<Problem[]> {
  sites += 1;
  const site = join(root, String(sites));
  await writeSite(site, {}, { 'content/site.yaml': siteYaml + settings, ...more });
  return (await projectSite({ site, edition: 'public', now, checksOnly: true })).problems;
}
const shown = ({ location, code }: Problem) => `${location.line}:${location.column} ${code}`;
const page = (body: string) => `---\ntitle: About\n---\n${body}\n`;
const suppression = (codes: string) => `{/* candor-disable-next-line ${codes}: words of a customer */}`;

const slips: [text: string, column: number, code: string][] = [
  ['It should have fired.', 4, 'language/counterfactual'],
  ['Somebody obviously slept.', 10, 'language/judging'],
  ['TODO', 1, 'text/leftover'],
  ['Ask the ZQX about it.', 9, 'text/abbreviation'],
  ['Look [here](/about/).', 6, 'links/vague-text'],
  ['A note[^none].', 7, 'links/undefined-reference'],
  ['See [the part](#nothing).', 5, 'links/dead-anchor'],
  ['See [the postmortem](/postmortems/none/).', 5, 'links/dead-path'],
  ['See [the service](/services/lampwick/).', 5, 'links/dead-path'],
  ['See [the table](../nothing.pdf).', 5, 'links/dead-path'],
];
const slipped = slips.map(([text]) => text).join('\n\n');

test('what is told of a postmortem is told of a page, of its translation and of a place of the theme', async () => {
  const files = {
    'content/pages/about.mdx': page(slipped),
    'content/pages/about.en-GB.mdx': page(slipped),
    'content/theme/footer.mdx': `${slipped}\n`,
  };
  const problems = await problemsOf(files, 'translations: { en-GB: {} }\n');
  for (const file of Object.keys(files)) {
    const first = file.includes('theme') ? 1 : 4;
    expect(problems.filter(({ location }) => location.file === file).map(shown)).toEqual(
      slips.map(([, column, code], index) => `${first + 2 * index}:${column} ${code}`),
    );
  }
});

test('headings and fields of a page are checked', async () => {
  const text = '---\ntitle: TODO\ndescription: It should have fired.\n---\n#### Deep\n\nText.\n\n## Empty\n';
  expect((await problemsOf({ 'content/pages/about.mdx': text })).map(shown)).toEqual([
    '2:8 text/leftover',
    '3:17 language/counterfactual',
    '5:1 text/skipped-heading',
    '9:1 text/empty-section',
  ]);
});

test('the parts of a postmortem are no anchors of a page, but of the places beside a postmortem', async () => {
  const files = {
    'content/pages/about.mdx': page('[The impact](#impact), [above](#one).\n\n## One\n\nText.'),
    'content/theme/header.mdx': '[The impact](#impact)\n',
    'content/theme/below-postmortem.mdx': '[The impact](#impact)\n',
  };
  const problems = await problemsOf(files);
  expect(problems.map((problem) => `${problem.location.file} ${shown(problem)}`)).toEqual([
    'content/pages/about.mdx 4:1 links/dead-anchor',
    'content/theme/header.mdx 1:1 links/dead-anchor',
  ]);
});

test('links of a page begin where it stands; relative ones of a place lead nowhere', async () => {
  const files = {
    'content/pages/about.mdx': page('[Policy](../policy/), [home](/), [services](/services/checkout/).'),
    'content/pages/policy.mdx': page('[About](../abuot/)'),
    'content/theme/footer.mdx': '[Policy](policy/), [about us](/about/)\n',
  };
  const problems = await problemsOf(files);
  expect(problems.map((problem) => `${problem.location.file} ${shown(problem)}`)).toEqual([
    'content/pages/policy.mdx 4:1 links/dead-path',
    'content/theme/footer.mdx 1:1 links/dead-path',
  ]);
});

test('a silence is heard, of links too, and told where it silences nothing', async () => {
  const suppressed = `${suppression('language/counterfactual, links/dead-path')}\nIt should have [fired](/none/).`;
  const idle = `${suppression('language/judging')}\nText.`;
  const inYaml = '---\n# candor-disable-next-line text/leftover: a name\ntitle: TODO\n---\nText.\n';
  expect(
    (
      await problemsOf({
        'content/pages/a.mdx': page(suppressed),
        'content/pages/b.mdx': page(idle),
        'content/pages/c.mdx': inYaml,
        'content/theme/header.mdx': `${suppressed}\n`,
        'content/theme/footer.mdx': `${idle}\n`,
      })
    ).map((problem) => `${problem.location.file} ${shown(problem)}`),
  ).toEqual(['content/pages/b.mdx 4:1 silence/unused', 'content/theme/footer.mdx 1:1 silence/unused']);
});

test('the site decides how grave a find is', async () => {
  const files = { 'content/pages/about.mdx': page('It should have fired, obviously.') };
  const checks = 'checks: { language/counterfactual: off, language/judging: error }\n';
  expect((await problemsOf(files, checks)).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'language/judging error',
  ]);
});

test('no find quotes what is private', async () => {
  const text = 'Mei Chen should have slept. <Internal>CANARY should have.</Internal>\n\n[CANARY](/Project-Basilisk/)';
  const problems = await problemsOf({ 'content/pages/about.mdx': page(text), 'content/theme/footer.mdx': `${text}\n` });
  expect(problems.map(({ code }) => code)).toContain('redaction/private-text');
  expect(JSON.stringify(problems)).not.toMatch(/Mei Chen|Basilisk|CANARY should/i);
});

test('a check renders no page and no place, and a build takes nothing of what it kept', async () => {
  const site = join(root, 'looked');
  const files = {
    'content/pages/about.mdx': page('Text.'),
    'content/theme/footer.mdx': '![A blue field](a.png)\n',
    'content/theme/a.png': await anyPng(),
  };
  await writeSite(site, {}, files);
  const check = () => projectSite({ site, edition: 'public', now, checksOnly: true });
  expect((await check()).problems).toEqual([]);
  const cache = join(site, '.candor/public/cache');
  expect([...(await readdir(cache)), ...(await readdir(join(cache, 'checked')))]).not.toContain('images');
  expect(await readdir(cache)).not.toContain('pages');
  const kept = await readFile(join(cache, 'checked/pages/about.json'), 'utf8');
  expect(kept).not.toContain('html');
  const { problems, folder = '' } = await projectSite({ site, edition: 'public', now });
  expect(problems).toEqual([]);
  expect(await readdir(join(folder, 'images'))).toHaveLength(1);
  expect(await readFile(join(cache, 'pages/about.json'), 'utf8')).toContain('<p>Text.</p>');
  expect((await check()).problems).toEqual([]);
});
