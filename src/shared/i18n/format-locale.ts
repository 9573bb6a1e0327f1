/** The locale in which dates and numbers are formatted. */

/**
 * Years and ids stand on the same pages as they are, so numbers have the same digits unless the tag asks for others
 * (`ar-u-nu-arab`); and a record is kept in one calendar, where some regions would be shown another.
 */
export function formatLocale(language: string): string {
  const { numberingSystem = 'latn' } = new Intl.Locale(language);
  return new Intl.Locale(language, { calendar: 'gregory', numberingSystem }).toString();
}
