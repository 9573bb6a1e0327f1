/** What mending a YAML text gives back. */

export interface Fix {
  /** Line in the text that was given, 1-based. */
  line: number;
  /** What was done, in words that quote nothing of the author's. */
  what: string;
}

export interface FixedYaml {
  text: string;
  fixes: Fix[];
}
