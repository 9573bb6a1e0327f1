/** What a branch changes of the site beside its postmortems: pages, what stands on every page, and what settings and services say. */
import { htmlToMarkdown } from '../../shared/documents/html-to-markdown.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';
import { diffInWords, literal } from './diff-in-words.ts';
import { folded } from './folded.ts';

export interface SiteChanges {
  before: SiteSnapshot;
  after: SiteSnapshot;
  problems: readonly Problem[];
}

/** Sections of the report, made of what both commits publish. What has an error is named and not shown. */
export function siteChanges(changes: SiteChanges): string[] {
  return [...textSections(changes), ...settingsSection(changes)];
}

/** Of pages and of what stands on every page. */
function textSections({ before, after, problems }: SiteChanges): string[] {
  const [old, now] = [textsByFile(before), textsByFile(after)];
  const wrong = filesWithErrors(problems).filter((file) => /^content\/(?:pages|theme)\//.test(file));
  return [...new Set([...old.keys(), ...now.keys(), ...wrong])].sort().flatMap((file) => {
    if (wrong.includes(file)) return [`## With errors: ${literal(file)}\n\nIt cannot be shown before they are mended.`];
    const [was, is] = [old.get(file), now.get(file)];
    if (!was) return is ? [`## Added: ${literal(is.name)}\n\n${folded('As text', is.text)}`] : [];
    if (!is) return [`## Gone: ${literal(was.name)}`];
    const words = was.text === is.text ? '' : diffInWords(was.text, is.text);
    return words === '' ? [] : [`## Changed: ${literal(is.name)}\n\n${words}`];
  });
}

interface OwnText {
  name: string;
  text: string;
}

function textsByFile({ pages, translatedPages, theme, settings }: SiteSnapshot): Map<string, OwnText> {
  const markdown = (html: string) => htmlToMarkdown(html, settings.origin + settings.base);
  const texts = new Map<string, OwnText>();
  for (const { id, language, title, description = '', html } of [...pages, ...translatedPages]) {
    const file = `content/pages/${id}${language === undefined ? '' : `.${language}`}.mdx`;
    texts.set(file, { name: `page ${title}`, text: `# ${title}\n\n${description}\n\n${markdown(html)}` });
  }
  for (const [slot, html = ''] of Object.entries(theme.slots))
    texts.set(`content/theme/${slot}.mdx`, { name: `theme, ${slot}`, text: markdown(html) });
  return texts;
}

function settingsSection({ before, after, problems }: SiteChanges): string[] {
  const [old, now] = [statementsOf(before), statementsOf(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key)).sort();
  if (changed.length === 0) return [];
  const heading = '## Changed: settings and services';
  if (filesWithErrors(problems).some((file) => !/^content\/(?:postmortems|pages|theme)\//.test(file)))
    return [`${heading}\n\nThey cannot be shown before their errors are mended.`];
  const rows = changed.map((key) =>
    ['', literal(key), ...[old.get(key), now.get(key)].map((value) => literal(value ?? '–')), ''].join(' | ').trim(),
  );
  return [`${heading}\n\n| | Before | Now |\n| --- | --- | --- |\n${rows.join('\n')}`];
}

/** Each value by where it stands: `services › checkout › name`. */
function statementsOf({ settings, services }: SiteSnapshot): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: readonly string[]) => {
    if (typeof value !== 'object' || value === null) {
      if (value !== undefined) found.set(path.join(' › '), String(value));
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const { id } = (Array.isArray(value) ? (inner ?? {}) : {}) as { id?: unknown };
      visit(inner, [...path, typeof id === 'string' ? id : key]);
    }
  };
  visit({ ...settings, services }, []);
  return found;
}

/** Errors of the file itself, not of how it differs from what was. */
function filesWithErrors(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ severity, code, location }) =>
    severity === 'error' && !code.startsWith('history/') ? [location.file] : [],
  );
}
