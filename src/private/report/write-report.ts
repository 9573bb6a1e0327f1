/** The report on a branch for its reviewers, as Markdown: what the public will see, and how much it will not. */
import { pathTo } from '../../shared/addresses/path-to.ts';
import { postmortemMarkdown } from '../../shared/documents/postmortem-markdown.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { Instant } from '../../shared/incident/instant.ts';
import { permanentId } from '../../shared/incident/permanent-id.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { countProblems, printLocation } from '../../shared/problem/print-problems.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import { type PostmortemChange, translationsIn } from '../history/compare-snapshots.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';
import type { Publication } from '../publish/types.ts';
import { figuresOf } from './computed-figures.ts';
import { diffInWords, literal } from './diff-in-words.ts';
import { folded } from './folded.ts';
import { siteChanges } from './site-changes.ts';
import { withheldText } from './withheld-in-words.ts';

export interface ReportOptions {
  before: SiteSnapshot;
  after: SiteSnapshot;
  changes: readonly PostmortemChange[];
  problems: readonly Problem[];
  /** Touched ones that are not public, as if they were published at `now`: in draft or review, embargoed, or with errors. */
  unpublished: readonly Pick<
    Publication,
    'slug' | 'state' | 'problems' | 'postmortem' | 'publishedAt' | 'translations' | 'withheld'
  >[];
  /** Folders of those with private text in what would be public: nothing of them is told but that. */
  unshown: ReadonlySet<string>;
  /** The instant of the report. */
  now: Instant;
}

/** Made of public facts and of counts; problems hold no private text by themselves. */
export function writeReport(all: ReportOptions): string {
  const { changes, problems, unpublished, unshown } = all;
  const after = { ...all.after, postmortems: all.after.postmortems.filter(({ slug }) => !unshown.has(slug)) };
  const options = { ...all, after };
  const added = changes.filter(({ before }) => !before);
  const gone = changes.filter((change) => !change.after);
  const changed = changes.filter((change) => change.before && change.after);
  return [
    '# What this branch makes public',
    overview({
      added: added.length,
      changed: changed.length,
      gone: gone.length,
      touched: Map.groupBy(unpublished, (each) => kindOf(each, all.now)),
      after: all.after,
    }),
    ...problemSection(problems),
    ...added.map(({ after: postmortem }) => section('Added', postmortem as PublicPostmortem, options)),
    ...changed.map((change) => section('Changed', change.after as PublicPostmortem, options, change)),
    ...unpublished.map((each) => unpublishedSection(each, options)),
    ...gone.map(
      ({ before }) =>
        `## Gone: ${titleOf(before as PublicPostmortem)}\n\nIts page and its entries in feeds are public now; readers of feeds keep theirs.`,
    ),
    ...siteChanges({ before: all.before, after: all.after, problems }),
  ]
    .join('\n\n')
    .concat('\n');
}

function overview({
  added,
  changed,
  gone,
  touched,
  after,
}: {
  added: number;
  changed: number;
  gone: number;
  touched: ReadonlyMap<Kind, readonly unknown[]>;
  after: SiteSnapshot;
}): string {
  const counts = [`${added} added`, `${changed} changed`, `${gone} gone`].join(', ');
  const { drafts, embargoed, postmortems } = after;
  const shown = (kind: Kind) => {
    const count = touched.get(kind)?.length ?? 0;
    return count === 0
      ? ''
      : `, of which ${count} changed here and ${count === 1 ? 'is' : 'are'} shown below as if published now`;
  };
  return `Of ${postmortems.length} public postmortems: ${counts}. Not public: ${drafts} in draft or review${shown('Draft')}, ${embargoed} embargoed${shown('Embargoed')}.`;
}

function problemSection(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ['No problems.'];
  const rows = problems.map(
    ({ location, severity, code, fact }) =>
      `| ${severity} | ${literal(printLocation(location))} | \`${code}\` | ${literal(fact)} |`,
  );
  return [
    `## Problems\n\n${countProblems(problems)}\n\n| | Place | Code | |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
  ];
}

type Unpublished = ReportOptions['unpublished'][number];
type Kind = 'Draft' | 'Embargoed' | 'With errors';

function kindOf({ state, publishedAt = '' }: Unpublished, now: Instant): Kind {
  if (state === 'draft' || state === 'review') return 'Draft';
  return publishedAt > now ? 'Embargoed' : 'With errors';
}

/** Before anybody decided, or before its moment: what would become public, if it were published now. */
function unpublishedSection(unpublished: Unpublished, options: ReportOptions): string {
  const { slug, problems, postmortem: published, translations = {}, withheld } = unpublished;
  const kind = kindOf(unpublished, options.now);
  if (options.unshown.has(slug)) return hidden(kind, slug);
  if (!published) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return `## ${kind}: ${literal(slug)}\n\nIt cannot be shown before its ${errors === 1 ? 'error is' : `${errors} errors are`} mended.`;
  }
  const { after } = options;
  const then: SiteSnapshot = {
    ...after,
    postmortems: [...after.postmortems, published],
    translations: { ...after.translations, [slug]: translations },
    withheld: withheld ? { ...after.withheld, [slug]: withheld } : after.withheld,
  };
  return section(`${kind}, as if it were published now`, published, { ...options, after: then });
}

function hidden(kind: string, slug: string): string {
  return `## ${kind}: ${literal(slug)}\n\nIt is not shown: there is private text in it. The problems above say where.`;
}

function section(
  kind: string,
  postmortem: PublicPostmortem,
  options: ReportOptions,
  change?: PostmortemChange,
): string {
  const { after, before, unshown } = options;
  if (unshown.has(postmortem.slug)) return hidden(kind, postmortem.slug);
  const parts = [
    `## ${kind}: ${titleOf(postmortem)}`,
    facts(postmortem, options, change),
    ...(change ? changedParts(change, before, after) : []),
    folded('The page as text', pageText(postmortem, after)),
    ...translatedParts(postmortem, options, change),
    folded('Feeds and card', entryText(postmortem, after)),
    withheldText(after.withheld[postmortem.slug]),
  ];
  return parts.join('\n\n');
}

/** Computed figures; of a changed one those that were, an arrow, and those that are. */
function facts(postmortem: PublicPostmortem, options: ReportOptions, change?: PostmortemChange): string {
  const { before, after, now } = options;
  const today = now.slice(0, 10);
  const present = figuresOf(postmortem, after, today);
  const earlier = change?.before ? figuresOf(change.before, before, today) : present;
  const rows = [...new Set([...earlier.keys(), ...present.keys()])].map((name) => {
    const [was, is] = [earlier.get(name), present.get(name)].map((value) => value ?? 'none');
    return `| ${literal(name)} | ${was === is ? is : `${was} → ${is}`} |`;
  });
  return `| Computed | |\n| --- | --- |\n${rows.join('\n')}`;
}

function changedParts(
  { before: old, after: now, newRevisions }: PostmortemChange,
  before: SiteSnapshot,
  after: SiteSnapshot,
): string[] {
  if (!old || !now) return [];
  const told =
    newRevisions.length > 0
      ? `Subscribers are told: ${newRevisions.length} new revision.`
      : 'Subscribers are not told: no new revision.';
  const words = diffInWords(pageText(old, before), pageText(now, after));
  return [told, words === '' ? 'The text of the page stays the same.' : `### What changes for readers\n\n${words}`];
}

/** Each translation of what is new; of what was public, those that differ. */
function translatedParts(
  { slug }: PublicPostmortem,
  { before, after }: ReportOptions,
  change: PostmortemChange | undefined,
): string[] {
  const present = translationsIn(after, slug);
  const old = change?.before ? translationsIn(before, change.before.slug) : {};
  return (change?.languages ?? Object.keys(present)).flatMap((language) => {
    const [was, is] = [old[language]?.postmortem, present[language]?.postmortem];
    if (!is) return [`The translation into \`${language}\` is gone; readers will see the original.`];
    const text = pageText(is, after, language);
    if (!was) return [folded(`The page as text, in \`${language}\``, text)];
    const words = diffInWords(pageText(was, before, language), text);
    return words === '' ? [] : [`### What changes for readers in \`${language}\`\n\n${words}`];
  });
}

function pageText(
  postmortem: PublicPostmortem,
  { settings, services }: SiteSnapshot,
  language = settings.language,
): string {
  return postmortemMarkdown(postmortem, {
    locale: useLocale(language),
    organisation: settings.organisation,
    pageUrl: pageUrl(postmortem, settings),
    site: settings,
    severityName: settings.severities.find(({ id }) => id === postmortem.severity)?.name ?? postmortem.severity,
    serviceNames: Object.fromEntries(services.map(({ id, name }) => [id, name])),
    agreements: [],
    related: [],
  });
}

function entryText(postmortem: PublicPostmortem, { settings, services }: SiteSnapshot): string {
  const { id, title, publishedAt, revisions, summary, severity, impact, tags } = postmortem;
  const names = [...new Set(impact.services.map(({ service }) => service))].map(
    (service) => services.find((known) => known.id === service)?.name ?? service,
  );
  return [
    `id:         ${permanentId(settings, id)}`,
    `title:      ${title}`,
    `published:  ${publishedAt}`,
    `updated:    ${revisions.at(-1)?.at ?? publishedAt}`,
    `link:       ${pageUrl(postmortem, settings)}`,
    `categories: ${[severity, ...names, ...tags].join(', ')}`,
    `summary:    ${summary.text}`,
    `card:       ${[title, publishedAt.slice(0, 10), severity, ...names].join(' · ')}`,
  ].join('\n');
}

function pageUrl({ slug }: PublicPostmortem, { origin, base }: SiteSnapshot['settings']): string {
  return origin + base + pathTo('postmortem', { slug }).slice(1);
}

function titleOf({ id, title }: PublicPostmortem): string {
  return `${literal(title)} (${literal(id)})`;
}
