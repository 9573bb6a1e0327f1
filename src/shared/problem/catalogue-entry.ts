/** What the catalogue says of one kind of problem. */

/** `hint`: an offer, which never counts. */
export type Severity = 'error' | 'warning' | 'hint';

export interface CatalogueEntry<Values> {
  severity: Severity;
  fact: (values: Values) => string;
  remedy: (values: Values) => string;
}

type Sentence<Values> = (values: Values) => string;
type Making = <Values = undefined>(fact: Sentence<Values>, remedy: Sentence<Values>) => CatalogueEntry<Values>;

/** Forbids publishing. */
export const error: Making = (fact, remedy) => ({ severity: 'error', fact, remedy });
/** Is said, and does not forbid publishing. */
export const warning: Making = (fact, remedy) => ({ severity: 'warning', fact, remedy });
/** An offer to make it better. */
export const hint: Making = (fact, remedy) => ({ severity: 'hint', fact, remedy });
