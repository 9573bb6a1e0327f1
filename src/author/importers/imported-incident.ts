/** What an importer of a tool's data made out of one incident: types alone. */
import type { detectors, impactLevels, timelineKinds } from '../../shared/incident/postmortem-schema.ts';
import type { Todo } from './write-frontmatter.ts';

export const importedTimes = ['started', 'firstLogged', 'acknowledged', 'mitigated', 'resolved'] as const;

export interface ImportedWindow {
  from: string;
  to?: string | undefined;
  level: (typeof impactLevels)[number];
}

export interface IncidentRow {
  /** A moment with an offset; what cannot be read counts as unknown. */
  at?: string | undefined;
  /** Not exact: written without a zone, or afterwards. */
  about?: boolean | undefined;
  /** `communication` where it is not said. */
  kind?: (typeof timelineKinds)[number];
  /** Markdown. */
  text: string;
  /** Withheld until the author says otherwise. */
  isInternal?: boolean;
}

export interface ImportedIncident {
  id: string;
  slug: string;
  title: string;
  summary?: string | undefined;
  /** For the first line: `candor import statuspage`. */
  command: string;
  /** Moments as the source says them, with an offset; what cannot be read counts as unknown. */
  times: Partial<Record<(typeof importedTimes)[number], string | undefined>>;
  /** The tool keeps these moments as facts of the incident; else they are when somebody wrote, and `about`. */
  areTimesFacts?: boolean;
  detectedBy?: (typeof detectors)[number] | undefined;
  /** The source's own word for how grave it was. */
  severity?: string | undefined;
  /** Names of services, components or systems, as the source has them; with windows where it says how far each was affected. */
  services: { name: string; windows?: ImportedWindow[] }[];
  teams?: string[];
  timeline: IncidentRow[];
  /** Markdown. */
  story: string;
  /** The source itself, or what of it went nowhere else. */
  internal: unknown;
  /** All that the source holds of the incident, against which the draft is held. */
  source: unknown;
  todos: Todo[];
}
