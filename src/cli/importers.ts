/** Which importer reads which format. */
import { importCstate } from '../importers/cstate.ts';
import { importGithubIssues } from '../importers/github-issues.ts';
import type { Importer } from '../importers/importer.ts';
import { importMarkdown } from '../importers/markdown.ts';
import { importStatuspage } from '../importers/statuspage.ts';

/** Importers by the name of their format; a further format is one more entry. */
export const importers: Record<string, Importer> = {
  markdown: importMarkdown,
  statuspage: importStatuspage,
  cstate: importCstate,
  github: importGithubIssues,
};

/** Names of the formats that can be imported. */
export const importFormats = Object.keys(importers);
