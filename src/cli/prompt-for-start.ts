/** The questions of `candor init`, on a terminal. */
import { confirm, intro, outro, select, text } from '@clack/prompts';
import type { StarterAnswers } from '../author/starter/fill-starter.ts';
import { askAll } from './ask-all.ts';

type Asked = Omit<StarterAnswers, 'candor'>;
type Typed = Exclude<keyof Asked, 'issueForm'>;

/** Asks what was not given; `complaintOf` says what is wrong with an answer. `undefined` when the person gave up. */
export async function promptForStart(
  given: Partial<Asked>,
  usual: Asked,
  complaintOf: (key: keyof Asked, value: string) => string | undefined,
): Promise<Asked | undefined> {
  intro('A new site of postmortems. Everything can be changed later.');
  const words = (key: Typed, message: string) => () =>
    given[key] === undefined
      ? text({
          message,
          placeholder: usual[key],
          defaultValue: usual[key],
          validate: (value) => (value?.trim() ? complaintOf(key, value.trim()) : undefined),
        })
      : Promise.resolve(given[key]);
  const answers = await askAll({
    organisation: words('organisation', 'Who publishes?'),
    name: words('name', 'What is the site called?'),
    url: words('url', 'Where will it be read?'),
    language: words('language', 'In which language? (en, de-AT, pt-BR …)'),
    timezone: words('timezone', 'In which time zone do you write?'),
    host: () =>
      given.host === undefined
        ? select({
            message: 'Who hosts it?',
            options: [
              { value: 'github' as const, label: 'GitHub Pages' },
              { value: 'gitlab' as const, label: 'GitLab Pages' },
              { value: 'none' as const, label: 'Another', hint: 'docs/hosting.md has the usual ones' },
            ],
          })
        : Promise.resolve(given.host),
    issueForm: ({ results }) =>
      given.issueForm === undefined && results.host === 'github'
        ? confirm({
            message: 'Shall people without git begin postmortems by a form on GitHub?',
            initialValue: usual.issueForm,
          })
        : Promise.resolve(given.issueForm ?? false),
  });
  if (answers === undefined) return undefined;
  outro('Thank you.');
  const { host, organisation, name, url, language, timezone, issueForm } = answers;
  const said = (key: Typed, value: unknown) => (typeof value === 'string' && value.trim()) || usual[key];
  return {
    host,
    updates: given.updates ?? usual.updates,
    issueForm: issueForm === true && host === 'github',
    organisation: said('organisation', organisation),
    name: said('name', name),
    url: said('url', url),
    language: said('language', language),
    timezone: said('timezone', timezone),
  };
}
