/** Who may be mentioned, with the roles that a text in another language shows. */
import type { People } from './policy-schema.ts';

/** A role without a word in `language` is shown as it is. */
export function peopleInLanguage(people: People, language: string): People {
  return Object.fromEntries(
    Object.entries(people).map(([handle, person]) => [
      handle,
      { ...person, role: (Object.hasOwn(person.roles, language) ? person.roles[language] : undefined) ?? person.role },
    ]),
  );
}
