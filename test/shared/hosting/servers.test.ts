/** The rules for hosts, asked of the servers themselves where they are installed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caddyfile } from '../../../src/shared/hosting/caddyfile.ts';
import { headersFile } from '../../../src/shared/hosting/headers-file.ts';
import { nginxConf } from '../../../src/shared/hosting/nginx-conf.ts';
import {
  contentSecurityPolicy,
  embedPolicy,
  headerRules,
  patternOf,
} from '../../../src/shared/hosting/response-headers.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';

const expected: [path: string, type: RegExp, cache: string | null][] = [
  ['atom.xml', /^application\/atom\+xml; charset=utf-8$/, 'public, max-age=300'],
  ['atom-1.xml', /^application\/atom\+xml; charset=utf-8$/, 'public, max-age=300'],
  ['updates/atom-1.xml', /^application\/atom\+xml; charset=utf-8$/, 'public, max-age=300'],
  ['services/checkout/sev1/atom.xml', /^application\/atom\+xml; charset=utf-8$/, 'public, max-age=300'],
  ['updates/rss.xml', /^application\/rss\+xml; charset=utf-8$/, 'public, max-age=300'],
  ['feed.json', /^application\/feed\+json; charset=utf-8$/, 'public, max-age=300'],
  ['promises.ics', /^text\/calendar; charset=utf-8$/, 'public, max-age=300'],
  ['postmortems/a.md', /^text\/markdown; charset=utf-8$/, 'public, max-age=300'],
  ['postmortems/a.json', /^application\/json/, 'public, max-age=300'],
  ['postmortems.csv', /^text\/csv; charset=utf-8$/, 'public, max-age=300'],
  ['api/postmortems.json', /^application\/json/, 'public, max-age=300'],
  ['cards/0a.png', /^image\/png$/, 'public, max-age=31536000, immutable'],
  ['badges/checkout.svg', /^image\/svg\+xml/, 'public, max-age=300'],
  ['theme/0a.css', /^text\/css/, 'public, max-age=31536000, immutable'],
  ['index.html', /^text\/html/, null],
];

let folder = '';
const base = '/trust/';
beforeAll(() => {
  folder = temporaryFolder();
  for (const [path] of expected) {
    mkdirSync(dirname(join(folder, 'site', base, path)), { recursive: true });
    writeFileSync(join(folder, 'site', base, path), '{}');
  }
  mkdirSync(join(folder, 'site', base, 'embed/checkout'), { recursive: true });
  writeFileSync(join(folder, 'site', base, 'embed/checkout/index.html'), '');
});
afterAll(() => removeFolder(folder));

test('no file is told the same header by two rules', () => {
  for (const [path] of expected) {
    const names = headerRules.flatMap(({ paths, headers }) =>
      paths.filter((rule) => new RegExp(patternOf(rule, base)).test(base + path)).flatMap(() => Object.keys(headers)),
    );
    expect(new Set(names).size, path).toBe(names.length);
  }
});

const pages = ['index.html', '', 'archive/index.html', 'archive/', 'archive/2026/', 'embed/checkout/', '404.html'];

test('every place of pages but that for frames has a second policy, which forbids them', () => {
  const unframed = headersFile(base, pages).match(/^\S+(?=\n {2}Content-Security-Policy: frame-ancestors 'none'$)/gm);
  expect(unframed).toEqual(['/trust/', '/trust/404.html', '/trust/archive/*', '/trust/index.html']);
  expect(headersFile(base, pages)).toMatch(/^\/trust\/\*\n {2}Content-Security-Policy: (?!.*frame-ancestors)/);
});

test('the file for Netlify and Cloudflare has a rule a path, each with one wildcard at most and few enough for both', () => {
  const paths = headersFile(base, pages).match(/^\S.*$/gm) ?? [];
  expect(paths[0]).toBe('/trust/*');
  expect(paths.length).toBeLessThanOrEqual(100);
  for (const path of paths) expect(path.split('*').length).toBeLessThanOrEqual(2);
  expect(headersFile('/', pages)).toContain('/*atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n');
});

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function untilServed(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} is not served.`);
}

async function checkAnswers(origin: string): Promise<void> {
  for (const [path, type, cache] of expected) {
    const { headers, status } = await fetch(`${origin}${base}${path}`);
    expect.soft(status, path).toBe(200);
    expect.soft(headers.get('content-type'), path).toMatch(type);
    expect.soft(headers.get('cache-control'), path).toBe(cache);
    expect.soft(headers.get('content-security-policy'), path).toBe(contentSecurityPolicy);
    expect.soft(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect.soft(headers.get('access-control-allow-origin'), path).toBe(/(?:png|html|css|svg)$/.test(path) ? null : '*');
  }
  const embed = await fetch(`${origin}${base}embed/checkout/`);
  expect(embed.headers.get('content-security-policy')).toBe(embedPolicy);
  const missing = await fetch(`${origin}${base}nowhere`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
}

describe.skipIf(!existsSync('/usr/bin/caddy'))('Caddy (not installed where skipped)', () => {
  let child: ChildProcess | undefined;
  afterAll(() => void child?.kill());

  test('serves each file with its type and its rules', async () => {
    const port = await freePort();
    const config = join(folder, 'Caddyfile');
    const lines = `root * ${join(folder, 'site')}\n${caddyfile(base)}file_server`;
    writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n${lines}\n}\n`);
    child = spawn('/usr/bin/caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
      stdio: 'ignore',
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
    await untilServed(`http://127.0.0.1:${port}/`);
    await checkAnswers(`http://127.0.0.1:${port}`);
  });
});

describe.skipIf(!existsSync('/usr/sbin/nginx'))('nginx (not installed where skipped)', () => {
  let child: ChildProcess | undefined;
  afterAll(() => void child?.kill());

  test('serves each file with its type and its rules', async () => {
    const port = await freePort();
    const { http, server } = nginxConf(base);
    const config = join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    writeFileSync(
      config,
      `daemon off; pid ${join(folder, 'nginx.pid')}; error_log stderr;
       events { }
       http {
         include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}
         ${http}
         server { listen 127.0.0.1:${port}; root ${join(folder, 'site')}; ${server} }
       }`,
    );
    execFileSync('/bin/chmod', ['-R', 'a+rX', folder]);
    child = spawn('/usr/sbin/nginx', ['-c', config, '-p', folder], { stdio: 'ignore' });
    await untilServed(`http://127.0.0.1:${port}/`);
    await checkAnswers(`http://127.0.0.1:${port}`);
  });
});
