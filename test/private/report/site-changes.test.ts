/** What a report says of pages, of the theme's texts, and of settings and services. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { candor, removeFolder } from '../../support/build.ts';
import { commitSite, type GitSite } from '../../support/git-site.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeFiles } from '../../support/site.ts';

let repository: GitSite;
const page = (body: string) => `---\ntitle: About us\n---\n\n${body}\n`;
const service = 'name: Checkout\nagreements: []\n';

beforeAll(async () => {
  repository = await commitSite(
    { checkout: postmortem('The deploy began at noon.\n') },
    { 'content/pages/about.mdx': page('We write down what failed.'), 'content/services/checkout.yaml': service },
  );
});
beforeEach(() => repository.reset());
afterAll(() => removeFolder(repository.site));

async function report(files: Record<string, string>): Promise<string> {
  await writeFiles(repository.site, files);
  const { code, out, error } = await candor('report', '--site', repository.site, '--since', 'published');
  expect(out + error).not.toMatch(/CANARY|Mei Chen|mchen/);
  expect(code).toBe(0);
  return out;
}

test('nothing where nothing changed', async () => {
  expect(await report({})).not.toMatch(/## (?:Changed|Added|Gone|With)/);
});

test('a changed page word by word, without what is internal in it', async () => {
  const text = await report({
    'content/pages/about.mdx': page(
      'We write down what broke.<Internal> CANARY-words</Internal> {/* CANARY-comment */}',
    ),
  });
  expect(text).toContain('## Changed: page About us\n\nWe write down what <del>failed</del><ins>broke</ins>.');
});

test('a new page and a text of the theme as text', async () => {
  const text = await report({
    'content/pages/policy.mdx': '---\ntitle: How **we** publish\n---\n\n``` closes?\n',
    'content/theme/footer.mdx': 'Times are *UTC*.\n',
  });
  expect(text).toContain('## Added: page How &#42;&#42;we&#42;&#42; publish\n\n<details>');
  expect(text).toContain(
    '## Added: theme, footer\n\n<details><summary>As text</summary>\n\n```text\nTimes are *UTC*.\n```',
  );
});

test('settings and services by their values, without what is internal', async () => {
  const text = await report({
    'content/site.yaml': siteYaml.replace(/^name: .*/m, 'name: "Faults | <b>"'),
    'content/services/checkout.yaml': service.replace('Checkout', 'Checkout and carts'),
    'content/services/ledger.yaml': 'name: CANARY-ledger\ninternal: true\n',
  });
  expect(text).toContain('| services › checkout › name | Checkout | Checkout and carts |');
  expect(text).toMatch(/\| name \| .* \| Faults &#124; &lt;b&gt; \|/);
});

test('a page with an error is named and not shown', async () => {
  const text = await report({ 'content/pages/about.mdx': page('Mei Chen wrote it.') });
  expect(text).toContain('## With errors: content/pages/about.mdx\n\nIt cannot be shown before they are mended.');
});

test('a page that is gone', async () => {
  await rm(join(repository.site, 'content/pages/about.mdx'));
  expect(await report({})).toContain('## Gone: page About us');
});
