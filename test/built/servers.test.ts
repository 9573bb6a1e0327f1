/** `candor dev` and `candor preview`, run as a user runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { candor, copyBuiltDemo, everyByte, filesWith, now, removeFolder, repository } from '../support/build.ts';
import { rawRequests, sendRaw } from '../support/raw-requests.ts';

let site = '';
let running: ChildProcess | undefined;
const story = () => join(site, 'content/postmortems/2025-05-30-vat-rounding/index.mdx');

beforeAll(async () => {
  site = copyBuiltDemo();
});

afterEach(() => void running?.kill('SIGKILL'));
afterAll(() => removeFolder(site));

/** Starts a command on a free port; resolves with its address once it serves. */
function serve(command: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(repository, 'bin/candor.mjs'), command, '--site', site, '--port', '0', '--now', now],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running = child;
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const url = /Serving .* at (http:\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
    child.on('close', () => reject(new Error(`It stopped: ${output}`)));
  });
}

/** Fetches again and again until the page holds `text`. */
async function waitFor(url: string, text: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const body = await (await fetch(url)).text();
    if (body.includes(text)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} never said "${text}".`);
}

test('dev renders on request, follows a change, shows a story that cannot be read as its source, and recovers', async () => {
  const url = await serve('dev');
  const page = `${url}postmortems/2025-05-30-vat-rounding/`;
  const source = readFileSync(story(), 'utf8');
  expect(await (await fetch(page)).text()).toContain('/candor-dev/script.js');
  expect((await fetch(`${url}nowhere/`)).status).toBe(404);
  writeFileSync(story(), `${source}\nA sentence saved just now.\n`);
  await waitFor(page, 'A sentence saved just now.');
  writeFileSync(story(), `${source}\n<Unknown />\n`);
  const broken = await waitFor(page, 'story/unknown-component');
  expect(broken).toMatch(/&lt;Unknown \/&gt;<span class="candor-dev" role="note" data-severity="error">/);
  expect(broken).toMatch(/<h2 id="actions"/);
  expect(await (await fetch(url)).text()).toContain('1 problem blocks publication');
  expect(await (await fetch(`${url}candor-dev/problems`)).text()).toContain('vat-rounding/index.mdx:');
  writeFileSync(story(), source);
  await waitFor(page, 'This page: no problems.');
  writeFileSync(story(), source.replace('severity: ', 'severity: [ '));
  const unread = await waitFor(page, 'index.mdx has errors');
  expect(unread).toContain('1 file has an error and cannot be shown.');
  expect(await (await fetch(url)).text()).toContain('<h1');
  writeFileSync(story(), source);
  await waitFor(page, 'This page: no problems.');
});

test('dev shows a draft as the public and as staff would see it, and what blocks its publication at its place', async () => {
  const folder = join(site, 'content/postmortems/2026-11-20-draft');
  const source = readFileSync(story(), 'utf8')
    .replace(/^id: .*$/m, 'id: PM-2026-900')
    .replace(/^state: .*\npublishedAt: .*$/m, 'state: draft')
    .replace(/^mitigations: .*$/m, 'mitigations: [We should have taken it back sooner.]')
    .replace(/^revisions:\n.*\n/m, '')
    .replace(/^attachments:\n(?: .*\n)*/m, '');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.mdx'), `${source}\nCANARY-draft\n\n<Internal>CANARY-staff</Internal>\n`);
  const url = await serve('dev');
  const page = `${url}postmortems/2026-11-20-draft/`;
  const asPublic = await (await fetch(page)).text();
  expect(asPublic).toContain('CANARY-draft');
  expect(asPublic).not.toContain('CANARY-staff');
  expect(asPublic).toContain('with every draft as if it were published then. This postmortem is a draft');
  expect(asPublic).toContain('This page: 1 problem blocks publication');
  expect(asPublic).toMatch(
    /blocks publication <code>language\/counterfactual<\/code>(?:(?!<\/span><span data-written).)*<\/span><\/span><span data-written="[^"]*:\d+-\d+">We should have/,
  );
  const headers = { origin: new URL(url).origin };
  await fetch(`${url}candor-dev/edition/internal?back=/`, { method: 'POST', headers });
  const asStaff = await (await fetch(page)).text();
  expect(asStaff).toContain('CANARY-staff');
  expect(asStaff).toContain('language/counterfactual');
  running?.kill('SIGKILL');
  // A warning as long as it is a draft: the build succeeds, and has nothing of what dev has left.
  expect((await candor('build', '--site', site)).code).toBe(0);
  const bytes = everyByte(join(site, 'dist'));
  for (const text of ['CANARY', 'candor-dev', 'data-written', 'data-line']) expect(filesWith(bytes, text)).toEqual([]);
  expect(filesWith(bytes, 'VAT totals in exports').length).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
});

test('dev sends what the owner put into public, whatever its ending, and nothing of the projection but pictures', async () => {
  const texts = { 'report.txt': 'For the auditors.', 'figures.json': '{"a":1}', 'handbook/index.html': '<h1>Handbook' };
  mkdirSync(join(site, 'public/handbook'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(site, 'public', name), text);
  const url = await serve('dev');
  for (const [name, text] of Object.entries(texts)) expect(await (await fetch(url + name)).text()).toBe(text);
  expect(await (await fetch(`${url}handbook`)).text()).toBe(texts['handbook/index.html']);
  for (const path of ['site.json', 'report.csv', 'today.json']) expect((await fetch(url + path)).status).toBe(404);
  expect((await fetch(`${url}postmortems.csv`)).status).toBe(200);
  expect((await fetch(`${url}badges/checkout.svg`)).headers.get('content-type')).toContain('image/svg+xml');
});

test('dev shows a warning before the block it is about', async () => {
  const url = await serve('dev');
  const source = readFileSync(story(), 'utf8');
  writeFileSync(story(), `${source}\n## Afterwards\n\nIt was obviously late when they noticed.\n`);
  const page = await waitFor(`${url}postmortems/2025-05-30-vat-rounding/`, 'language/judging');
  expect(page).toMatch(/language\/judging[\s\S]{0,900}<\/span><p data-line="\d+">It was obviously/);
  writeFileSync(story(), source);
});

test('dev shows each language, follows a change of a translation, and its problems', async () => {
  const url = await serve('dev');
  const path = 'postmortems/2026-08-22-checkout-certificate/';
  const file = join(site, 'content', path, 'index.de.mdx');
  const source = readFileSync(file, 'utf8');
  const german = await (await fetch(`${url}de/${path}`)).text();
  expect(german).toContain('<html lang="de"');
  expect(german).not.toContain('Vantongeren');
  expect(await (await fetch(`${url}de/`)).text()).toContain('Neueste Postmortems');
  writeFileSync(file, `${source}\nEben gespeichert.\n`);
  await waitFor(`${url}de/${path}`, 'Eben gespeichert.');
  writeFileSync(file, source.replace('translatedAt:', 'severity: sev1\ntranslatedAt:'));
  const broken = await waitFor(`${url}de/${path}`, 'translation/fact');
  expect(broken).toContain('index.de.mdx has errors');
  writeFileSync(file, source);
  await waitFor(`${url}de/${path}`, '<article');
});

test('dev switches between the editions and comes back to the page', async () => {
  const url = await serve('dev');
  const path = '/postmortems/2024-07-18-checkout-retries/';
  const shown = async () => (await fetch(`${url.replace(/\/$/, '')}${path}`)).text();
  expect(await shown()).toContain('aria-pressed="true">As the public would see it<');
  expect(await shown()).not.toContain('internal-label');
  const { origin } = new URL(url);
  const switchTo = (edition: string, back: string, init: RequestInit) =>
    fetch(`${url}candor-dev/edition/${edition}?back=${encodeURIComponent(back)}`, init);
  const refused = [
    await switchTo('internal', path, {}),
    await switchTo('internal', path, { method: 'POST' }),
    await switchTo('internal', path, { method: 'POST', headers: { origin: 'http://elsewhere.example' } }),
    await switchTo('internal', path, { method: 'POST', headers: { origin, 'sec-fetch-site': 'cross-site' } }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([405, 403, 403, 403]);
  expect(await shown()).not.toContain('internal-label');
  const switched = await switchTo('internal', path, { method: 'POST', headers: { origin } });
  expect(new URL(switched.url).pathname).toBe(path);
  expect(await switched.text()).toContain('internal-label');
  const away = await switchTo('public', '//elsewhere.example/', {
    method: 'POST',
    headers: { origin },
    redirect: 'manual',
  });
  expect(away.headers.get('location')).toBe('/');
  expect(await shown()).not.toContain('internal-label');
});

test('no request ends dev', async () => {
  const url = new URL(await serve('dev'));
  const requests = rawRequests(200, { seed: 11, host: url.host });
  for (let start = 0; start < requests.length; start += 20)
    await Promise.all(requests.slice(start, start + 20).map((bytes) => sendRaw(Number(url.port), bytes)));
  expect(running?.exitCode).toBe(null);
  expect(await (await fetch(url)).text()).toContain('<h1');
});

test('dev sends no file that a link leads to, and does not show the text of one', async () => {
  const outside = join(site, 'elsewhere.mdx');
  const page = join(site, 'content/pages/linked.mdx');
  const asset = join(site, 'public/linked.woff');
  writeFileSync(outside, 'CANARY-linked');
  for (const link of [page, asset]) symlinkSync(outside, link);
  symlinkSync('/etc', join(site, 'public/etc'));
  const url = await serve('dev');
  for (const path of ['linked/', 'linked.woff', 'etc/hostname', 'etc/passwd', 'candor-dev/problems']) {
    const text = await (await fetch(`${url}${path}`)).text();
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('root:');
  }
  expect((await fetch(`${url}linked.woff`)).status).toBe(404);
  for (const path of [page, asset, outside, join(site, 'public/etc')]) rmSync(path);
});

test('dev tells an open page to reload', async () => {
  const url = await serve('dev');
  const events = await fetch(`${url}candor-dev/events`);
  const reader = events.body?.getReader();
  writeFileSync(story(), readFileSync(story(), 'utf8'));
  let received = '';
  while (!received.includes('data: reload')) received += new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
});

test('preview serves the built pages, and its 404 page for others', async () => {
  const url = await serve('preview');
  expect(await (await fetch(url)).text()).toContain('<h1');
  const missing = await fetch(`${url}nowhere/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('<h1');
});
