/** What the gate compares outputs of a small site with, as a build has it, but for words of the engine. */
import { expect } from 'vitest';
import { collectPrivate } from '../../src/build/gate/collect-private.ts';
import type { GateOptions } from '../../src/build/gate/leak-gate.ts';
import { readSite } from '../../src/disk/source/read-site.ts';

export async function openTestGate(site: string): Promise<GateOptions> {
  const { site: read, problems } = await readSite(site);
  expect(problems).toEqual([]);
  if (!read) throw new Error('The site cannot be read.');
  return collectPrivate(site, read, {
    now: '2026-11-23T00:00:00Z',
    engine: { digest: 'none', readTexts: async () => ({ words: new Set(), texts: [] }) },
  });
}
