/** The form that `candor init --issue-form` writes: its steps are run as GitHub runs them, with a form that wants to be code. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formLabels } from '../../src/author/drafting/read-issue-form.ts';
import { projectSite } from '../../src/private/publish/project-site.ts';
import { candor, filesIn, now, removeFolder, repository, temporaryFolder } from '../support/build.ts';

interface Step {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}

const place = temporaryFolder();
const site = join(place, 'site');
const remote = join(place, 'remote.git');
const bin = join(place, 'bin');
let jobs: Record<'allow' | 'draft', { steps: Step[]; if: string }>;
let form: { body: { attributes: { label: string; options?: string[] } }[]; labels: string[] };

beforeAll(async () => {
  const { code } = await candor('init', site, '--issue-form', '--zone', 'Europe/Berlin');
  expect(code).toBe(0);
  jobs = parse(readFileSync(join(site, '.github/workflows/draft.yml'), 'utf8')).jobs;
  form = parse(readFileSync(join(site, '.github/ISSUE_TEMPLATE/postmortem.yml'), 'utf8'));
  mkdirSync(bin);
  // What the runner has: candor where npx finds it, and GitHub's own command, which writes down what it was told.
  write('npx', `shift 2; exec "${process.execPath}" "${join(repository, 'bin/candor.mjs')}" "$@"`);
  write(
    'gh',
    `printf '%s\\n' "$@" >> "${join(place, 'told')}"; [ "$1" = pr ] || cat "${join(place, 'answers')}/\${2##*/}"`,
  );
  mkdirSync(join(place, 'answers'));
  git(place, 'init', '--quiet', '--bare', remote);
  git(site, 'init', '--quiet', '--initial-branch', 'main');
  git(site, 'add', '--all');
  git(site, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'Begin');
});
afterAll(() => removeFolder(place));

function write(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

function git(folder: string, ...words: string[]): string {
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
}

/** As GitHub renders a filled form. */
const bodyOf = (answers: Partial<Record<(typeof formLabels)[number], string>>) =>
  formLabels.map((label) => `### ${label}\r\n\r\n${answers[label] ?? '_No response_'}`).join('\r\n\r\n');

/** Runs a step with what it is given in the place of expressions. */
function run(step: Step | undefined, given: Record<string, string>): string {
  const script = (step?.run ?? 'false').replace(/"https:\/\/[^"]*\.git"/, `"file://${remote}"`);
  const output = join(place, 'output');
  writeFileSync(output, '');
  execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: site,
    stdio: 'pipe',
    env: {
      PATH: `${bin}:${process.env['PATH']}`,
      HOME: place,
      GITHUB_OUTPUT: output,
      GITHUB_REPOSITORY: 'acme/postmortems',
      GITHUB_EVENT_PATH: join(place, 'event.json'),
      ...given,
    },
  });
  return readFileSync(output, 'utf8');
}

const stepNamed = (job: 'allow' | 'draft', begin: string) =>
  jobs[job].steps.find(({ name }) => name?.startsWith(begin));
const branch = 'postmortem-from-issue-12';

test('the form asks for what `candor new` reads, with the severities of the site', () => {
  expect(form.body.map(({ attributes }) => attributes.label)).toEqual(formLabels);
  expect(form.body.find(({ attributes }) => attributes.label === 'Severity')?.attributes.options).toEqual([
    'sev1',
    'sev2',
    'sev3',
  ]);
  expect(form.labels).toEqual(['postmortem']);
  expect(jobs.allow.if).toContain("'postmortem'");
});

test('no words of the form are in an expression', () => {
  const text = readFileSync(join(site, '.github/workflows/draft.yml'), 'utf8');
  const expressions = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, inner]) => inner);
  expect(new Set(expressions)).toEqual(
    new Set([
      'github.event.issue.number',
      'github.event.sender.login',
      'github.event.repository.default_branch',
      'github.token',
      'steps.ask.outputs.goes-on',
    ]),
  );
});

describe('who goes on', () => {
  const ask = (permission: string, branches: string) => {
    writeFileSync(join(place, 'answers/permission'), permission);
    writeFileSync(join(place, `answers/${branch}`), branches);
    return run(stepNamed('allow', 'Ask'), { PERSON: 'somebody', BRANCH: branch });
  };

  test.each([
    ['admin', 'goes-on=yes\n'],
    ['write', 'goes-on=yes\n'],
    ['read', ''],
    ['none', ''],
    ['', ''],
    ['writer', ''],
  ])('permission `%s`', (permission, output) => {
    expect(ask(permission, `refs/heads/${branch}3\n`)).toBe(output);
  });

  test('not twice for one form', () => {
    expect(ask('write', `refs/heads/${branch}\n`)).toBe('');
  });

  test('nobody whom GitHub does not know', () => {
    removeFolder(join(place, 'answers/permission'));
    expect(() => run(stepNamed('allow', 'Ask'), { PERSON: 'nobody', BRANCH: branch })).toThrow();
  });
});

test('a form that wants to be code becomes a draft that passes the check, on a branch of its own', async () => {
  const hostile = `$(touch pwned) \`touch pwned\` "; touch pwned; " $\{{ github.token }} <Internal> {x} <script>`;
  const body = bodyOf({
    Title: `Sign-in failed ${hostile}`,
    Summary: `Nobody could sign in. ${hostile}\n\n### Notes of mine\n\nMore.`,
    Severity: 'sev2',
    Services: 'Website, Nowhere',
    Started: '2026-11-20 10:00',
    'First logged': 'yesterday noon',
    Resolved: '2026-11-20 11:00',
    'Detected by': 'customer',
    Notes: `CANARY-notes ${hostile}\n---\n# TODO */}\n![a](https://github.com/a.png)\n\`\`\`\`\n</Internal>\n### Title\n\nAgain`,
  });
  writeFileSync(
    join(place, 'event.json'),
    JSON.stringify({ action: 'opened', issue: { number: 12, title: hostile, body } }),
  );
  const given = { NUMBER: '12', BRANCH: branch, BASE: 'main', GH_TOKEN: 'token' };
  for (const begin of ['Write', 'Push', 'Propose', 'Check']) run(stepNamed('draft', begin), given);
  for (const folder of [site, place]) expect(existsSync(join(folder, 'pwned'))).toBe(false);
  const changed = git(remote, 'diff', '--name-only', `${branch}~1`, branch).trim().split('\n');
  expect(changed).toEqual([
    expect.stringMatching(/^content\/postmortems\/2026-11-20-sign-in-failed[a-z0-9-]*\/index\.mdx$/),
  ]);
  expect(git(remote, 'log', '-1', '--format=%s', branch)).toBe('Begin a postmortem from issue 12\n');
  const told = readFileSync(join(place, 'told'), 'utf8');
  expect(told).toContain(`Closes #12. The notes of the form`);
  expect(told).not.toMatch(/Sign-in|CANARY/);
  const draft = git(remote, 'show', `${branch}:${changed[0]}`);
  const [, frontmatter = ''] = draft.split(/^---$/m);
  const { title, state, severity, times, detection, impact } = parse(frontmatter);
  expect([title, state, severity, detection]).toEqual([
    expect.stringMatching(/^Sign-in failed \$\(touch pwned\)/),
    'draft',
    'sev2',
    { by: 'customer' },
  ]);
  expect(times).toEqual({
    started: '2026-11-20T10:00+01:00',
    firstLogged: 'unknown',
    resolved: '2026-11-20T11:00+01:00',
  });
  expect(impact.services).toMatchObject([{ service: 'website' }]);
  const notes = /<Internal>\n\n(`{3,})text\n([\s\S]*)\n\1\n\n<\/Internal>/.exec(draft)?.[2];
  expect(notes).toMatch(/^Services: Website, Nowhere\nFirst logged: yesterday noon\nCANARY-notes/);
  // The notes stay with staff: nothing of them is in what a build makes public.
  const { folder = '', problems } = await projectSite({ site, edition: 'public', now });
  expect(JSON.stringify(problems)).not.toContain('CANARY');
  const files = filesIn(folder);
  expect(files).toContain('site.json');
  for (const file of files) expect.soft(readFileSync(join(folder, file), 'latin1'), file).not.toContain('CANARY');
});
