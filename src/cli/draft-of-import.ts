/** A draft that an importer wrote, as `candor new` begins it: with the site's next id, and what flags say over it. */
import { parseDocument } from 'yaml';
import type { DraftAnswers } from '../author/drafting/draft-answers.ts';
import type { ImportedPostmortem } from '../author/importers/importer.ts';
import type { DraftFlags, PartialAnswers } from './draft-flags.ts';

export interface BegunDraft {
  /** Frontmatter and story that the answers are put into. */
  template: string;
  answers: Partial<DraftAnswers>;
  /** Where no flag names another. */
  slug: string;
  /** Of the incident: decides the year of the id. */
  day: string;
}

/** `read` are the flags as they were understood; `today` is the day where the source says none. */
export function draftOfImport(
  { slug, mdx }: ImportedPostmortem,
  { flags, read, today }: { flags: DraftFlags; read: PartialAnswers; today: string },
): BegunDraft {
  const answers: Partial<DraftAnswers> = {
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.summary === undefined ? {} : { summary: flags.summary }),
    ...(flags.severity === undefined ? {} : { severity: read.severity }),
    ...(flags.detectedBy === undefined ? {} : { detection: read.detection }),
    times: read.times,
    services: read.services,
    teams: read.teams,
  };
  const [named] = /^\d{4}-\d{2}-\d{2}(?=-)/.exec(slug) ?? [];
  const day = named ?? dayIn(mdx, read.times) ?? today;
  return { template: mdx, answers, slug: named === undefined ? `${day}-${slug}`.slice(0, 100) : slug, day };
}

/** Of the first phase that is known, in the zone it is written in. */
function dayIn(mdx: string, given: DraftAnswers['times']): string | undefined {
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(mdx) ?? [];
  const times = { ...(parseDocument(yaml).toJS() as { times?: Record<string, unknown> } | null)?.times, ...given };
  for (const written of [times['started'], times['firstLogged']]) {
    const [day] = /\d{4}-\d{2}-\d{2}/.exec(String(written ?? '')) ?? [];
    if (day !== undefined) return day;
  }
  return undefined;
}
