/** The look of one site as the projection holds it: the compiled engine is the same for all. */

/** Places on every page, or on every postmortem, that an owner may fill: `content/theme/<name>.mdx`. */
export const themeSlots = ['header', 'footer', 'above-postmortem', 'below-postmortem'] as const;
export type ThemeSlot = (typeof themeSlots)[number];

export interface PublicTheme {
  /** A stylesheet, and its name, which says what is in it. Absent where nothing is set. */
  stylesheet?: { name: string; css: string };
  /** The owner's own stylesheet in `public/`, with a digest of it. */
  css?: { file: string; digest: string };
  logo?: PublicLogo;
  /** A file in `public/`, with its type and a digest of it; Candor's own icon where absent. */
  icon?: { file: string; type: string; digest: string };
  /** HTML of the places that are filled: `footer`, and `footer.de` for its translation. */
  slots: Partial<Record<string, string>>;
}

export interface PublicLogo {
  file: string;
  dark?: string | undefined;
  /** Absent where it stands beside the name. */
  alt?: string | undefined;
  width: number;
  height: number;
}
