/** Takes people named by their role out of all public texts of what an importer of a tool's data made out. */
import type { ImportedIncident } from './imported-incident.ts';
import { withholdPeople } from './withhold-people.ts';
import type { Todo } from './write-frontmatter.ts';

export interface PeopleOfIncident {
  incident: ImportedIncident;
  /** By their labels; empty where nobody is named. */
  people: Record<string, string[]>;
  company: string[];
  todos: Todo[];
}

/** Rows that are internal stay as they are. */
export function peopleOfIncident(incident: ImportedIncident): PeopleOfIncident {
  const texts = [
    incident.story,
    incident.summary ?? '',
    ...incident.timeline.flatMap(({ text, isInternal }) => (isInternal ? [] : [text])),
  ];
  const options = { takesSections: true };
  const names = texts.flatMap((text) => Object.values(withholdPeople(text, [], options).internal).flat());
  if (names.length === 0) return { incident, people: {}, company: [], todos: [] };
  const people: Record<string, string[]> = {};
  const company: string[] = [incident.title];
  const without = (text: string) => {
    const found = withholdPeople(text, names, options);
    for (const [label, values] of Object.entries(found.internal))
      people[label] = [...new Set([...(people[label] ?? []), ...values])];
    company.push(...found.company);
    return found.text;
  };
  return {
    incident: {
      ...incident,
      title: withholdPeople('', names).hide(incident.title),
      story: without(incident.story),
      ...(incident.summary !== undefined && { summary: without(incident.summary) }),
      timeline: incident.timeline.map((row) => (row.isInternal ? row : { ...row, text: without(row.text) })),
    },
    people,
    company,
    todos: [
      {
        key: 'internal',
        text: 'People whom the source names by their role stand under `people`; in the text their names became "a colleague": say their roles there.',
      },
    ],
  };
}
