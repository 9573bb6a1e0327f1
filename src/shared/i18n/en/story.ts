/** Words inside a story's HTML, which is made before any page. Sent to workers, so there are no functions among them. */
export const story = {
  redacted: 'redacted',
  internal: 'Internal',
  note: 'Note',
  warning: 'Warning',
  footnotes: 'Footnotes',
  backToText: 'Back to reference',
  table: 'Table',
  chart: {
    undetected: 'affected, undetected',
    detected: 'detected, until the impact ended',
    mitigated: 'impact ended, until resolved',
    data: 'Data',
    /** `{shown}` and `{all}` stand for numbers of rows. */
    thinned: '{shown} of {all} rows are drawn and listed: of each stretch the lowest and the highest.',
  },
};
