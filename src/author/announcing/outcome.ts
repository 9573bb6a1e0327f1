/** What became of one attempt to tell one entry. Reasons are for logs: they name no address, no secret, and quote no answer. */
export type Outcome =
  | { state: 'told'; note?: string }
  /** Certainly not told. `again`: it may be well in a while, after `waitMs` where the other side says so. */
  | { state: 'failed'; reason: string; again?: boolean; waitMs?: number | undefined; isClosed?: boolean }
  /** The message was on its way, and no answer came. */
  | { state: 'unknown'; reason: string };
