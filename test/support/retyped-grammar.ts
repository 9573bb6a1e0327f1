/** Postmortems at random in which a value that is internal by its kind is typed again into public text, for the fuzz tests. */
import fc from 'fast-check';

export interface RetypedPostmortem {
  /** Frontmatter lines by key, and the story. */
  fields: Record<string, string>;
  body: string;
  /** Texts of the German translation. */
  translation: { summary: string; body: string };
  /** Whose file the value was typed into, and its first word there. */
  file: 'index.mdx' | 'index.de.mdx';
  value: string;
}

const word = fc.stringMatching(/^[b-z][aeiou][b-z]{2,5}[aeiou]$/);
const name = word.map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const fullName = fc.tuple(name, name).map((parts) => parts.join(' '));
const ticket = fc.oneof(
  fc.tuple(fc.stringMatching(/^[A-Z]{2,5}$/), fc.integer({ min: 100, max: 9_999_999 })).map((parts) => parts.join('-')),
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((number) => `INC${number}`),
  fc.integer({ min: 10_000, max: 99_999 }).map((number) => `#${number}`),
  fc
    .tuple(word, fc.integer({ min: 10, max: 99_999 }))
    .map(([repository, number]) => `github.com/acme/${repository}/issues/${number}`),
);
const id = fc.tuple(word, fc.integer({ min: 100, max: 9999 })).map(([text, number]) => `${text}-${number}`);

/** How somebody types it again. */
const spelling = fc.constantFrom<(value: string) => string>(
  (value) => value,
  (value) => `**${value}**`,
  (value) => value.replace(' ', ' *') + (value.includes(' ') ? '*' : ''),
  (value) => `(${value})`,
  (value) => `"${value}",`,
  (value) => `[${value}](/about/)`,
  (value) => `\`${value}\``,
);

const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));

export const retypedPostmortem: fc.Arbitrary<RetypedPostmortem> = fc
  .record({
    attendee: fullName,
    responder: fullName,
    ticket,
    customer: fullName,
    contract: id,
    which: fc.constantFrom('attendee', 'responder', 'ticket', 'customer', 'contract'),
    where: fc.constantFrom('body', 'summary', 'trigger', 'mitigations', 'translated body', 'translated summary'),
    spell: spelling,
    before: sentence,
    behind: sentence,
  })
  .map(({ which, where, spell, before, behind, ...values }) => {
    const value = values[which as keyof typeof values];
    const planted = `${before} ${spell(value)} ${behind}.`;
    const at = (place: string) => (where === place ? planted : `${before} ${behind}.`);
    const ticketOf = values.ticket.startsWith('github') ? `https://${values.ticket}` : values.ticket;
    return {
      fields: {
        summary: JSON.stringify(at('summary')),
        trigger: JSON.stringify(at('trigger')),
        mitigations: `[${JSON.stringify(at('mitigations'))}]`,
        responders: `[{ team: Payments, people: [${values.responder}] }]`,
        review: `{ held: 2026-03-18, attendees: [${values.attendee}] }`,
        actions: `[{ id: A1, what: Add it, kind: fix, owner: T, due: 2026-05-01, doneWhen: Done., state: open, ticket: ${JSON.stringify(ticketOf)} }]`,
        internal: `{ customer: ${values.customer}, contract: ${values.contract} }`,
      },
      body: at('body'),
      translation: { summary: JSON.stringify(at('translated summary')), body: at('translated body') },
      file: where.startsWith('translated') ? 'index.de.mdx' : 'index.mdx',
      value,
    };
  });
