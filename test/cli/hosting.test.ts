/** `candor hosting`: what is printed holds for the address and the folders of the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  contentSecurityPolicy,
  embedPolicy,
  headerRules,
  patternOf,
} from '../../src/shared/hosting/response-headers.ts';
import { candor, removeFolder, repository, temporaryFolder } from '../support/build.ts';
import { writeFiles } from '../support/site.ts';

const hosts = ['nginx', 'caddy', 'vercel', 'netlify', 'github'];
let site = '';

beforeAll(async () => {
  site = temporaryFolder();
  await useAddress('https://example.org/trust/');
});
afterAll(() => removeFolder(site));

async function useAddress(url: string): Promise<void> {
  await writeFiles(site, {
    'content/site.yaml': `name: Example\norganisation: Example\ndescription: Postmortems.\nurl: ${url}\nestablished: 2024-01-01\nseverities:\n  - { id: sev1, name: Severity 1, meaning: Everybody. }\n`,
    'content/people.yaml': 'mchen: { name: Mei Chen, role: the engineer }\n',
    'content/redaction.yaml': 'terms: []\n',
  });
}

async function print(host: string, ...words: string[]): Promise<string> {
  const { code, out, error } = await candor('hosting', host, '--site', site, ...words);
  expect(error).toBe('');
  expect(code).toBe(0);
  return out;
}

test('a server shows the folder in which the built one has the path of the address', async () => {
  expect(await print('nginx', '--out', '/srv/pages/trust')).toContain('\troot /srv/pages;\n');
  expect(await print('caddy', '--out', '/srv/pages/trust')).toContain('\troot * /srv/pages\n');
});

test.each(['/srv/postmortems', '/srv/a b/trust', '/srv/$x/trust', '/trust'])(
  'where the folder %s has another name, or signs of its own, it is said where to copy it',
  async (out) => {
    for (const host of ['nginx', 'caddy']) {
      const text = await print(host, '--out', out);
      expect(text).toContain('# Copy the built folder to /srv/www/trust\n');
      expect(text).toMatch(/\troot (?:\* )?\/srv\/www;?\n/);
    }
  },
);

test('a server knows the name of the site, its missing page, its policies and every rule', async () => {
  const [nginx, caddy] = [await print('nginx'), await print('caddy')];
  expect(nginx).toContain('server_name example.org;');
  expect(nginx).toContain('error_page 404 /trust/404.html;');
  expect(caddy).toContain('https://example.org {');
  expect(caddy).toContain('rewrite * /trust/404.html');
  for (const text of [nginx, caddy]) {
    for (const part of [contentSecurityPolicy, embedPolicy]) expect(text).toContain(JSON.stringify(part));
    for (const path of headerRules.flatMap(({ paths }) => paths)) expect(text).toContain(patternOf(path, '/trust/'));
    expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
  }
});

test('a host that builds is told the command and the folder', async () => {
  const command =
    'npm run build -- --out dist/trust && mv dist/trust/_headers dist/trust/_redirects dist/trust/404.html dist/';
  expect(await print('netlify')).toBe(`[build]\n  command = "${command}"\n  publish = "dist"`);
  const { buildCommand, outputDirectory, headers } = JSON.parse(await print('vercel')) as {
    buildCommand: string;
    outputDirectory: string;
    headers: { source: string }[];
  };
  expect([buildCommand, outputDirectory]).toEqual([
    'npm run build -- --out dist/trust && mv dist/trust/404.html dist/',
    'dist',
  ]);
  for (const { source } of headers) expect(source).toMatch(/^\/trust\//);
});

test('the workflow uploads the folder that it builds', async () => {
  const text = await print('github', '--out', join(site, 'pages'));
  expect(text).toContain('npm run build -- --out pages\n');
  expect(parse(text)).toMatchObject({ jobs: { deploy: { needs: 'build' } } });
  expect(text).toContain('path: pages\n');
  expect(await print('github', '--out', join(site, '..', 'elsewhere'))).toContain('path: dist\n');
});

test('the workflow of this repository is the one that is printed', async () => {
  const { out } = await candor('hosting', 'github');
  expect(`${out}\n`).toBe(readFileSync(join(repository, '.github/workflows/publish.yml'), 'utf8'));
});

describe('what cannot be printed is said in words', () => {
  test.each([
    [['hosting'], 2, 'Usage: candor hosting'],
    [['hosting', 'nginx', 'caddy'], 2, 'Usage: candor hosting'],
    [['hosting', 'ngnix'], 2, 'Did you mean `nginx`?'],
    [['hosting', 'constructor'], 2, hosts.join(', ')],
  ])('%j', async (args, expected, words) => {
    const { code, out, error } = await candor(...args);
    expect([code, out]).toEqual([expected, '']);
    expect(error).toContain(words);
  });

  test('a folder without settings', async () => {
    const empty = temporaryFolder();
    const { code, error } = await candor('hosting', 'nginx', '--site', empty);
    expect(code).toBe(1);
    expect(error).toContain('content/site.yaml error file/not-found');
    removeFolder(empty);
  });

  test.each(['https://example.org/a;b/', "https://example.org/a'b/", 'https://example.org/$a/'])(
    'an address such as %s',
    async (url) => {
      await useAddress(JSON.stringify(url));
      const { code, out } = await candor('hosting', 'netlify', '--site', site);
      expect([code, out]).toEqual([1, '']);
      await useAddress('https://example.org/trust/');
    },
  );
});

test('the guide names the command for each host, and the policy', () => {
  const guide = readFileSync(join(repository, 'docs/hosting.md'), 'utf8');
  for (const host of hosts) expect(guide).toContain(`npm run --silent candor -- hosting ${host}`);
  expect(guide).toContain(contentSecurityPolicy);
});
