/** What can be said of one agreement about one incident. */
import type { CalendarDate, Instant } from './instant.ts';
import type { PublicPostmortem } from './public-postmortem.ts';
import type { Agreement } from './service-schema.ts';

/** Whether the agreement was kept; `unknown` where a missing fact decides it. */
export type Outcome = 'met' | 'breached' | 'unknown';

/** What of a postmortem the agreements ask for. */
export type IncidentRecord = Pick<PublicPostmortem, 'slug' | 'severity' | 'publishedAt' | 'times'> & {
  impact: Pick<PublicPostmortem['impact'], 'services'>;
};

/**
 * A fact that is not recorded, or not yet so: `window-end` is the end of a window that is not over, the others are
 * of the record of the postmortem `slug`.
 */
export type MissingFact =
  | { fact: 'window-end'; until: Instant }
  | {
      fact: 'windows' | 'impact-begin' | 'impact-end' | 'share' | 'firstLogged' | 'acknowledged' | 'resolved';
      slug: string;
    };

interface Judgement {
  /** Id of the service. */
  service: string;
  outcome: Outcome;
  /** `about` where a time that counted was. Says nothing while the outcome is unknown. */
  certainty: 'exact' | 'about';
  /** Without it the outcome would be known; empty where it is. */
  missing: MissingFact[];
}

/** Sums are seconds × billionths (see `weighted-time.ts`): exact, and comparable with each other as they are. */
export interface AvailabilityFigures {
  outcome: Outcome;
  certainty: 'exact' | 'about';
  missing: MissingFact[];
  /** Over which was measured; cut where the agreement or the service began or ended. */
  window: { from: Instant; to: Instant };
  /** The first and last day of `window` in the agreement's zone. */
  days: { first: CalendarDate; last: CalendarDate };
  /** False where an end was cut off. */
  isWhole: boolean;
  /** Seconds of the window, announced maintenance taken off where the agreement says so. */
  measuredSeconds: number;
  allowed: number;
  /** By every postmortem of the service together; the least that is certain where something is not known. */
  used: number;
  /** True where `used` may turn out to be more. */
  isAtLeast: boolean;
  /** The credit that is due at least, in percent; 0 for none. */
  creditPercent: number;
}

export type AvailabilityAgreement = Extract<Agreement, { kind: 'availability' }>;
export type ResponseAgreement = Exclude<Agreement, { kind: 'availability' }>;

export interface AvailabilityVerdict extends Judgement {
  agreement: AvailabilityAgreement;
  /** Absent where the record does not say when the service was affected. */
  figures?: AvailabilityFigures & {
    /** What this incident used of `allowed`, counted by itself: what overlaps with another counts for both. */
    own: number;
  };
}

export interface ResponseVerdict extends Judgement {
  agreement: ResponseAgreement;
  allowedSeconds: number;
  /** For which the agreement's clock ran; the least that is certain while it runs. Absent where nothing can be said. */
  usedSeconds?: number;
  /** True while the clock runs. */
  isRunning: boolean;
}

export type Verdict = AvailabilityVerdict | ResponseVerdict;

/** The graver of two: breached, then unknown, then met. */
export function graver(a: Outcome, b: Outcome): Outcome {
  const order: Outcome[] = ['met', 'unknown', 'breached'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
