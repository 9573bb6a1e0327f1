/** The pipelines that `candor init` writes: each step is run in order, in a clone, with the packed file. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { removeFolder, temporaryFolder } from '../support/build.ts';
import { type, typeAsync } from '../support/own-shell.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

let folder = '';
const site = (host: string) => join(folder, host);
const clone = (host: string) => join(folder, `${host}-clone`);

/** A branch with a draft, and a clone of it as a runner makes it. */
function begin(host: string): void {
  type(
    `npx --yes --package ./candor.tgz candor init ${host} --host ${host} --package candor.tgz --url https://x.example/p/`,
    folder,
  );
  type(
    'npm install && git init --quiet --initial-branch main && git add . && git commit --quiet --message Begin',
    site(host),
  );
  type('git switch --quiet --create sign-in', site(host));
  type('npx --no candor new --title "Sign-in failed" --severity sev2 --service website', site(host));
  const [draft = ''] = type('git ls-files --others --exclude-standard content/postmortems', site(host))
    .trim()
    .split('\n');
  const text = readFileSync(join(site(host), draft), 'utf8');
  writeFileSync(
    join(site(host), draft),
    text.replace('## What happened', '## What happened\n\nA release of `@acme/web`.'),
  );
  type('git add . && git commit --quiet --message Sign-in', site(host));
  type(`git clone --quiet ${host} ${host}-clone`, folder);
}

beforeAll(() => {
  folder = temporaryFolder();
  const packed = inject('packedIn');
  for (const file of readdirSync(packed)) cpSync(join(packed, file), join(folder, 'candor.tgz'));
});
afterAll(() => removeFolder(folder));

describe('of GitHub', () => {
  const summary = () => join(folder, 'summary.md');
  beforeAll(() => {
    begin('github');
    mkdirSync(join(folder, 'bin'));
    // As GitHub's own command: the file of the artifact, the comments that are there, and what it was told to write.
    const gh = `#!/bin/sh
case "$*" in
  'run download '*) cp '${clone('github')}/comment.md' . ;;
  'api --paginate '*) cat '${folder}/comments' ;;
  *) printf '%s\\n' "$*" >> '${folder}/told'; cat comment.md > '${folder}/comment' ;;
esac
`;
    writeFileSync(join(folder, 'bin/gh'), gh, { mode: 0o755 });
  });

  const jobs = (name: string) =>
    (
      parse(readFileSync(join(clone('github'), '.github/workflows', name), 'utf8')) as {
        jobs: Record<string, { env?: Record<string, string>; steps: Step[] }>;
      }
    ).jobs;

  /** Runs what a job says, but for what asks the public registry. */
  function run(workflow: string, job: string, cwd: string): void {
    const { env = {}, steps = [] } = jobs(workflow)[job] ?? {};
    for (const step of steps.filter((each) => each.run !== undefined && each.run !== 'npm audit signatures')) {
      const given = {
        GITHUB_STEP_SUMMARY: summary(),
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_REPOSITORY: 'acme/postmortems',
        GITHUB_RUN_ID: '7',
        PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
        ...Object.fromEntries(Object.entries({ ...env, ...step.env }).map(([name, value]) => [name, filled(value)])),
      };
      writeFileSync(join(folder, 'step.sh'), step.run ?? '');
      type(`bash --noprofile --norc -eo pipefail '${join(folder, 'step.sh')}'`, cwd, given);
    }
  }

  const filled = (value: string) =>
    value.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => {
      const known: Record<string, string> = {
        'github.base_ref': 'main',
        'github.token': 'token',
        'github.event.number': '12',
      };
      const found = known[name];
      if (found === undefined) throw new Error(`Nobody knows ${name}.`);
      return found;
    });

  test('a pull request gets a report, a check and a preview', () => {
    run('pull-request.yml', 'check', clone('github'));
    const text = readFileSync(summary(), 'utf8');
    expect(text).toMatch(/^# What this branch makes public\n/);
    expect(text).toContain('A release of `@acme/web`.');
    expect(existsSync(join(clone('github'), 'dist-preview/index.html'))).toBe(true);
  });

  test('the report becomes a comment, and the next one takes its place', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const comments of ['', '31\n32\n']) {
      writeFileSync(join(folder, 'comments'), comments);
      run('pull-request.yml', 'comment', elsewhere);
    }
    expect(readFileSync(join(folder, 'told'), 'utf8').trim().split('\n')).toEqual([
      'api --silent --method POST repos/acme/postmortems/issues/12/comments --field body=@comment.md',
      'api --silent --method PATCH repos/acme/postmortems/issues/comments/31 --field body=@comment.md',
    ]);
    expect(readFileSync(join(folder, 'comment'), 'utf8')).toMatch(/^<!-- candor report -->\n# What this branch/);
    expect(readFileSync(join(folder, 'comment'), 'utf8')).toContain('A release of `@\u2060acme/web`.');
  });

  test('the default branch is built for Pages', () => {
    type('git switch --quiet main', clone('github'));
    run('publish.yml', 'build', clone('github'));
    expect(readFileSync(join(clone('github'), 'dist/index.html'), 'utf8')).toContain('href="/p/');
  });
});

describe('of GitLab', () => {
  interface Job {
    script: string[];
    variables?: Record<string, string>;
    artifacts: { paths: string[]; reports?: { junit: string } };
  }
  let server: Server;
  let api = '';
  const asked: { method: string; path: string; token: string; body: string }[] = [];
  let notes: object[] = [];

  beforeAll(async () => {
    begin('gitlab');
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { method = '', url = '', headers } = request;
      asked.push({ method, path: url, token: String(headers['private-token']), body });
      response.end(JSON.stringify(url === '/user' ? { id: 5 } : method === 'GET' ? notes : {}));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const job = (name: string) =>
    (parse(readFileSync(join(clone('gitlab'), '.gitlab-ci.yml'), 'utf8')) as Record<string, Job>)[name] as Job;
  const run = (name: string, cwd: string) => {
    writeFileSync(join(folder, 'job.sh'), job(name).script.join('\n'));
    return typeAsync(`bash -e '${join(folder, 'job.sh')}'`, cwd, {
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_API_V4_URL: api,
      CI_PROJECT_ID: '9',
      CI_MERGE_REQUEST_IID: '12',
      REPORT_TOKEN: 'secret',
    });
  };

  test('a merge request gets a report, a check and a preview', async () => {
    await run('merge-request', clone('gitlab'));
    const { paths, reports } = job('merge-request').artifacts;
    for (const path of [...paths, reports?.junit ?? '']) expect(existsSync(join(clone('gitlab'), path))).toBe(true);
    expect(readFileSync(join(clone('gitlab'), 'report.md'), 'utf8')).toMatch(/^# What this branch makes public\n/);
  });

  test('the report becomes a comment, and the next one takes its place', async () => {
    const elsewhere = join(folder, 'elsewhere-gitlab');
    mkdirSync(elsewhere);
    cpSync(join(clone('gitlab'), 'comment.md'), join(elsewhere, 'comment.md'));
    const body = '<!-- candor report -->\nEarlier.';
    for (const there of [
      [],
      [
        { id: 1, author: { id: 4 }, body },
        { id: 2, author: { id: 5 }, body: 'Hi' },
        { id: 3, author: { id: 5 }, body },
      ],
    ]) {
      notes = there;
      await run('comment', elsewhere);
    }
    const written = asked.filter(({ method }) => method !== 'GET');
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /projects/9/merge_requests/12/notes',
      'PUT /projects/9/merge_requests/12/notes/3',
    ]);
    const said = readFileSync(join(elsewhere, 'comment.md'), 'utf8');
    for (const { body: sent } of written) expect(new URLSearchParams(sent).get('body')).toBe(said);
    expect(asked.every(({ token }) => token === 'secret')).toBe(true);
  });

  test('the default branch is built for Pages', async () => {
    type('git switch --quiet main', clone('gitlab'));
    await run('pages', clone('gitlab'));
    expect(readFileSync(join(clone('gitlab'), 'public/index.html'), 'utf8')).toContain('href="/p/');
  });
});
