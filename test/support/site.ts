/** Small sites on disk, for tests of whole builds. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { isLintCode, problemCodes } from '../../src/shared/problem/catalogue.ts';

/** Settings of these sites, checks of facts and style as they usually are. */
export const siteYaml = `name: Example postmortems
organisation: Example
description: Postmortems of Example.
url: https://postmortems.example/
established: 2024-01-01
severities:
  - { id: sev1, name: Severity 1, meaning: Everybody is affected. }
`;

const people = `mchen: { name: Mei Chen, role: the on-call database engineer, aliases: [meimei] }
`;

const redaction = `terms: [{ term: Project Basilisk, because: A code name. }]
tags: [staff-only]
`;

/** Tests of other things than facts and style do not hear of them. */
const withoutStyle = `checks:\n${problemCodes
  .filter(isLintCode)
  .map((code) => `  ${code}: off\n`)
  .join('')}`;

/** Files below a folder, by their path. */
export type Files = Record<string, string | Uint8Array>;

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Writes a site with these postmortems, by slug, and further files, which may replace the usual ones. */
export async function writeSite(site: string, postmortems: Record<string, Files>, more: Files = {}): Promise<void> {
  await writeFiles(join(site, 'content'), {
    'site.yaml': siteYaml + withoutStyle,
    'people.yaml': people,
    'redaction.yaml': redaction,
    'services/checkout.yaml': 'name: Checkout\n',
    'services/lampwick.yaml': 'name: Lampwick of Clay\ninternal: true\n',
  });
  for (const [slug, files] of Object.entries(postmortems))
    await writeFiles(join(site, 'content', 'postmortems', slug), files);
  await writeFiles(site, more);
}

/** A small picture, always the same. */
export function anyPng(): Promise<Buffer> {
  return sharp({ create: { width: 24, height: 16, channels: 3, background: { r: 10, g: 90, b: 200 } } })
    .png()
    .toBuffer();
}
