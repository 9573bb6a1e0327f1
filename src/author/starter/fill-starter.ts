/** The files of a new site's repository, made of those in this folder. */

/** What the files say of their site. */
export interface StarterAnswers {
  name: string;
  organisation: string;
  url: string;
  /** A BCP 47 tag. */
  language: string;
  /** An IANA time zone. */
  timezone: string;
  host: 'github' | 'gitlab' | 'none';
  updates: 'renovate' | 'dependabot' | 'none';
  /** Whether people without git can begin a postmortem by a form of GitHub's. */
  issueForm: boolean;
  /** As package.json names it: a version, or `file:` and a path. */
  candor: string;
}

/** Texts by their paths, as they lie in this folder; the first part of a path says for whom: `site/content/site.yaml`. */
export type StarterTexts = ReadonlyMap<string, string>;

/** Texts by their paths in the repository, in order. `severities` are the ids of the site's, the gravest first; `now` is the moment of the command, canonical. */
export function fillStarter(
  texts: StarterTexts,
  answers: StarterAnswers & { severities: readonly string[] },
  now: string,
): Map<string, string> {
  const wanted = ['site', answers.host, answers.updates, ...(answers.issueForm ? ['issue-form'] : [])];
  const words = { ...answers, ...daysAround(now) };
  const files = [...texts].flatMap(([path, text]): [string, string][] => {
    const [kind = '', ...rest] = path.split('/');
    return wanted.includes(kind) ? [[nameIn(rest, words.yesterday), fill(text, words)]] : [];
  });
  files.push(['package.json', packageJson(answers.candor)]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** npm takes no `.gitignore` into a package, so that what begins with a dot begins with `_` here. */
function nameIn(parts: readonly string[], yesterday: string): string {
  return parts
    .map((part) => (part === '_example' ? `${yesterday}-missing-pictures` : part.replace(/^_/, '.')))
    .join('/');
}

/** `{{name}}` as it is, `{{name:yaml}}` as a value in YAML. */
function fill(text: string, words: object): string {
  const values = new Map<string, unknown>(Object.entries(words));
  return text.replace(/\{\{(\w+)(:yaml)?\}\}/g, (_, name: string, form?: string) => {
    const value = values.get(name);
    if (form && (typeof value === 'string' || Array.isArray(value))) return JSON.stringify(value);
    if (typeof value !== 'string') throw new Error(`The starter has no word for ${name}.`);
    return value;
  });
}

function daysAround(now: string) {
  const moment = new Date(now).getTime();
  const dayIn = (days: number) => new Date(moment + days * 86_400_000).toISOString().slice(0, 10);
  return { day: dayIn(0), yesterday: dayIn(-1), due: dayIn(45), year: dayIn(-1).slice(0, 4) };
}

function packageJson(candor: string): string {
  const content = {
    name: 'postmortems',
    private: true,
    scripts: {
      dev: 'candor dev',
      check: 'candor check',
      build: 'candor build',
      preview: 'candor preview',
      // Any other command, as the documents write it: `npm run candor -- new`.
      candor: 'candor',
    },
    dependencies: { candor },
    engines: { node: '>=22.18' },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
