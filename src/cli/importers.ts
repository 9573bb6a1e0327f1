/** Which importer reads which format. */
import { importCachet } from '../author/importers/cachet.ts';
import { importCstate } from '../author/importers/cstate.ts';
import { importGithubIssues } from '../author/importers/github-issues.ts';
import type { Importer } from '../author/importers/importer.ts';
import { importIncidentIo } from '../author/importers/incident-io.ts';
import { importMarkdown } from '../author/importers/markdown.ts';
import { importPagerduty } from '../author/importers/pagerduty.ts';
import { importSlack } from '../author/importers/slack.ts';
import { importStatuspage } from '../author/importers/statuspage.ts';

/** Importers by the name of their format; a further format is one more entry. */
export const importers: Record<string, Importer> = {
  document: importMarkdown,
  markdown: importMarkdown,
  statuspage: importStatuspage,
  cstate: importCstate,
  github: importGithubIssues,
  cachet: importCachet,
  pagerduty: importPagerduty,
  'incident.io': importIncidentIo,
  slack: importSlack,
};

/** Names of the formats that can be imported. */
export const importFormats = Object.keys(importers);

/** Formats whose files may be any document: Markdown, HTML, PDF, Word. */
export const documentFormats = ['document', 'markdown'];
