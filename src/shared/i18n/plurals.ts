/** Sentences that depend on a number, by the plural categories that a language tells apart. */

/** A sentence for each plural category; `other` stands for those that are not named. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses among forms by the rules of `language`. */
export function pluralsOf(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
