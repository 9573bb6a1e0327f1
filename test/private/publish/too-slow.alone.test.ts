/** A text that took too long is a problem, and the checks across all texts go on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createProjector } from '../../../src/private/publish/site-projector.ts';
import { createProblem } from '../../../src/shared/problem/problem.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

vi.mock('../../../src/private/publish/worker-pool.ts', () => ({
  createWorkerPool: () => ({
    warm: () => {},
    run: async ({ name }: { name: string }, location: { file: string }) => ({
      slug: name,
      problems: [createProblem('story/too-slow', location, { seconds: 20 })],
      images: [],
    }),
    close: async () => {},
  }),
}));

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

test.each([true, false])('checksOnly: %s', async (checksOnly) => {
  const site = await mkdtemp(join(tmpdir(), 'candor-slow-'));
  folders.push(site);
  // The internal service is a value that is looked for in every text.
  const service = { 'content/services/kestrel.yaml': 'name: Kestrel Ledger\ninternal: true\n' };
  await writeSite(site, { slow: { 'index.mdx': postmortem('x') } }, service);
  const projector = createProjector({ site, edition: 'public', now: '2026-11-23T00:00:00Z', checksOnly });
  for (const _ of ['first', 'again']) {
    const { problems } = await projector.project();
    expect(problems.map(({ code }) => code)).toContain('story/too-slow');
  }
  await projector.close();
});
