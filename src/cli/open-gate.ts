/** All that the leak gate compares an output with, from the sources as they are now. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type CollectedPrivate, type CollectOptions, collectPrivate } from '../build/gate/collect-private.ts';
import { type GateMemory, openGateMemory } from '../build/gate/gate-memory.ts';
import type { Engine } from '../build/render/compile-engine.ts';
import { assetDigests, engineNames, engineVocabulary } from '../build/render/engine-vocabulary.ts';
import { vendorDigests } from '../build/search/vendor-files.ts';
import { codeVersion } from '../disk/code-version.ts';
import type { FileDigests } from '../disk/file-digests.ts';
import { readSite } from '../disk/source/read-site.ts';
import { workFolder } from '../private/publish/site-projector.ts';
import { digestInAddress } from '../shared/addresses/digest-in-address.ts';
import { pathTo } from '../shared/addresses/path-to.ts';
import type { Edition } from '../shared/incident/site-schema.ts';
import { isAttachmentPath, permittedFiles } from '../shared/redaction/permitted-files.ts';
import type { Policy } from '../shared/redaction/policy-schema.ts';
import type { EngineTexts } from '../shared/text/fingerprints.ts';
import type { Errands } from './errands.ts';

export interface Gate extends CollectedPrivate {
  known: ReadonlySet<string>;
  readOwnNames: () => ReturnType<typeof engineNames>;
  permitted: ReadonlyMap<string, string>;
  memory: GateMemory;
  digests: FileDigests;
}

export interface GateSources {
  site: string;
  edition: Edition;
  now: string;
  engine: Engine;
  digests: FileDigests;
  errands: Errands;
}

/** Nothing for the internal edition, which holds private text. Needs no output, and so may go on while it is made. */
export async function openGate({
  site,
  edition,
  now,
  engine,
  digests,
  errands,
}: GateSources): Promise<Gate | undefined> {
  if (edition !== 'public') return undefined;
  const folder = join(workFolder(site, 'public'), 'gate');
  const code = codeVersion();
  let vocabulary: Promise<EngineTexts> | undefined;
  const readTexts = async () => {
    vocabulary ??= engineVocabulary(engine);
    return vocabulary;
  };
  const found = await readPrivate(site, {
    now,
    engine: { digest: engine.digest, readTexts },
    memory: { folder, key: code, digests },
    pause: errands.pause,
  });
  const memory = openGateMemory({
    path: join(folder, 'searched.json'),
    key: hash('sha256', JSON.stringify([code, found.policy.policy])),
    fingerprints: found.fingerprints,
  });
  return {
    ...found,
    known: new Set([
      ...(await vendorDigests({ path: join(folder, 'vendor.json'), key: code })),
      ...assetDigests(engine),
    ]),
    readOwnNames: async () => engineNames(engine, (await readTexts()).words),
    permitted: permittedInOutput(found.policy.policy, now.slice(0, 10)),
    memory,
    digests,
  };
}

/** By the paths that they are published at. */
function permittedInOutput(policy: Policy, day: string): ReadonlyMap<string, string> {
  const published = (path: string, sha256: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return isAttachmentPath(path) ? pathTo('attachment', { digest: digestInAddress(sha256), name }).slice(1) : path;
  };
  return new Map([...permittedFiles(policy, day)].map(([path, sha256]) => [published(path, sha256), sha256]));
}

/** All that is private in the sources as they are now. */
export async function readPrivate(site: string, options: CollectOptions): Promise<CollectedPrivate> {
  const { site: source } = await readSite(site);
  if (!source) throw new Error('The sources changed while the site was built.');
  return collectPrivate(site, source, options);
}
