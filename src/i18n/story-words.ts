/** Words inside a story's HTML, which is made before any page: by language, English where there is none. */

export interface StoryWords {
  redacted: string;
  internal: string;
  note: string;
  warning: string;
  footnotes: string;
  backToText: string;
  table: string;
  chart: {
    undetected: string;
    detected: string;
    mitigated: string;
    data: string;
    /** `{shown}` and `{all}` stand for numbers of rows. */
    thinned: string;
  };
}

const english: StoryWords = {
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
    thinned: '{shown} of {all} rows are drawn and listed: of each stretch the lowest and the highest.',
  },
};

const languages: Readonly<Record<string, StoryWords>> = { en: english };

/** The words for a BCP 47 tag; `pt-BR` falls back to `pt`, then to English. */
export function storyWordsFor(language: string): StoryWords {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? english;
}
