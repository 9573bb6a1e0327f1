/** The guide's own site, written out of the guide and built. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { candor, removeFolder, repository, temporaryFolder } from '../support/build.ts';

test('the site in docs/site.md passes the check', async () => {
  const guide = readFileSync(join(repository, 'docs/site.md'), 'utf8');
  const site = temporaryFolder();
  const files = [...guide.matchAll(/`(content\/[\w/.-]+\.yaml)`[^`]*(?:`[^`\n]*`[^`]*)*?```yaml\n([\s\S]*?)```/g)];
  expect(files.map(([, name]) => name)).toEqual([
    'content/site.yaml',
    'content/people.yaml',
    'content/redaction.yaml',
    'content/services/checkout.yaml',
  ]);
  for (const [, name = '', content = ''] of files) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
  const { code, error, out } = await candor('check', '--site', site);
  expect(error).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('0 would be published');
  removeFolder(site);
});
