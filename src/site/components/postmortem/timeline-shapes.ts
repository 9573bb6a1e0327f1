/** What tells kinds of events apart at a glance, beside their names: paths in a square of 16. */
import type { timelineKinds } from '../../../shared/incident/postmortem-schema.ts';

export const timelineShapes: Readonly<Record<(typeof timelineKinds)[number], string>> = {
  trigger: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8Z',
  detection: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  escalation: 'M8 14V3M3.5 7.5 8 3l4.5 4.5',
  response: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14.5a5.5 5.5 0 0 1 11 0',
  diagnosis: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM8 1v4M8 11v4M1 8h4M11 8h4',
  mitigation: 'M8 1.5 13.5 4v4c0 3.4-2.4 5.4-5.5 6.5C4.9 13.4 2.5 11.4 2.5 8V4Z',
  communication: 'M2 3h12v8H8l-4 3.5V11H2Z',
  recovery: 'M2.5 8.5 6.5 12.5 13.5 4',
  note: 'M3 4h10M3 8h10M3 12h6',
};
