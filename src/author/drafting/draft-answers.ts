/** What is known of an incident when its postmortem is begun. */

import type { timelineKinds } from '../../shared/incident/postmortem-schema.ts';

export const draftTimes = ['started', 'firstLogged', 'acknowledged', 'mitigated', 'resolved'] as const;

export interface DraftAnswers {
  title: string;
  /** In a reader's words; absent while nobody has written it. */
  summary?: string;
  /** One of the site's. */
  severity: string;
  /** Moments with an offset, as they are to be written. */
  times: Partial<Record<(typeof draftTimes)[number], string>>;
  detection: { by: 'customer' | 'monitoring' | 'employee' | 'partner' | 'unknown'; team?: string };
  /** Ids of services. */
  services: string[];
  /** Teams that responded. */
  teams: string[];
  timeline?: { at: string; kind: (typeof timelineKinds)[number]; what: string; internal?: true }[];
  /** What else is known, for staff only. */
  internal?: unknown;
  /** Somebody's words, as they are, for whoever writes the story. */
  notes?: string;
}
