/** Languages that the interface speaks; a page in another would be labelled with a language it is not in. */
export const spokenLanguages = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'] as const;

export type SpokenLanguage = (typeof spokenLanguages)[number];

/** The language whose words a tag asks for, `pt` for `pt-BR`; `undefined` for one that is not spoken, or no tag. */
export function spokenLanguageOf(tag: string): SpokenLanguage | undefined {
  try {
    const { language } = new Intl.Locale(tag);
    return spokenLanguages.find((spoken) => spoken === language);
  } catch {
    return undefined;
  }
}
