import { afterAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem, publishAndLint } from '../../support/publish.ts';
import { siteYaml, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
afterAll(() => removeFolder(site));

const languageOf = async (body: string) =>
  (await publishAndLint(postmortem(body))).problems
    .map(({ code }) => code)
    .filter((code) => /^(?:language|silence)/.test(code));

test.each([
  '{/* candor-disable-next-line language/counterfactual: words of the supplier */}\nIt should have fired.',
  '{/* candor-disable-next-line language/counterfactual: words of the supplier */}\n\nIt should have fired.',
  'It should have fired. {/* candor-disable-line language/counterfactual: words of the supplier */}',
  '{/* candor-disable-next-line language/judging, language/counterfactual: words of the supplier */}\nIt should have fired, obviously.',
])('a comment with a reason silences a check on its line: %j', async (body) => {
  expect(await languageOf(body)).toEqual([]);
});

test('a silence holds for its line alone, and for its check alone', async () => {
  const suppression = '{/* candor-disable-next-line language/counterfactual: words of the supplier */}';
  expect(await languageOf(`${suppression}\nIt should have fired.\n\nIt would have helped.`)).toEqual([
    'language/counterfactual',
  ]);
  expect(await languageOf(`${suppression}\nIt should have fired, obviously.`)).toEqual(['language/judging']);
});

test('a comment in the frontmatter silences the whole text that begins on the next line', async () => {
  const summary = '>\n  Some payments\n  should have gone through.';
  const { problems } = await publishAndLint(
    postmortem('Well.', {
      title: 'Checkout failed\n# candor-disable-next-line language/counterfactual: what the customer expected',
      summary,
    }),
  );
  expect(problems.map(({ code }) => code).filter((code) => /^(?:language|silence)/.test(code))).toEqual([]);
});

test.each([
  ['language/counterfactual', 'silence/no-reason'],
  ['language/counterfactual:  ', 'silence/no-reason'],
  ['language/counterfactal: slip', 'silence/unknown-code'],
  [': nothing', 'silence/unknown-code'],
  ['redaction/private-text: we know', 'silence/not-allowed'],
  ['schema/missing: later', 'silence/not-allowed'],
  ['silence/unused: no', 'silence/not-allowed'],
])('a silence that says %j is a problem itself and silences nothing', async (words, code) => {
  const found = await languageOf(`{/* candor-disable-next-line ${words} */}\nIt should have fired.`);
  expect(found.toSorted()).toEqual(['language/counterfactual', code].toSorted());
});

test('what a comment says is private: a silence of an unknown check does not quote it', async () => {
  const { problems } = await publishAndLint(postmortem('{/* candor-disable-next-line CANARY/x: CANARY */}\nWell.'));
  expect(JSON.stringify(problems)).not.toContain('CANARY');
  expect(problems.map(({ code }) => code)).toContain('silence/unknown-code');
});

test('a silence of private text does not let it pass', async () => {
  const { problems, postmortem: published } = await publishAndLint(
    postmortem('{/* candor-disable-next-line redaction/private-text: we know */}\nProject Basilisk.'),
  );
  expect(problems.map(({ code }) => code)).toContain('redaction/private-text');
  expect(published).toBeUndefined();
});

test('a silence that silences nothing is found, also when a check across postmortems was meant', async () => {
  const body =
    '{/* candor-disable-next-line language/judging: nothing there */}\n{/* candor-disable-next-line agreements/known-now: open still */}\nWell.';
  await writeSite(site, { one: { 'index.mdx': postmortem(body) } }, { 'content/site.yaml': siteYaml });
  const { problems } = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z' });
  const unused = problems.filter(({ code }) => code === 'silence/unused');
  expect(unused.map(({ location }) => location.line)).toHaveLength(2);
  const again = await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z' });
  expect(again.problems).toEqual(problems);
});
