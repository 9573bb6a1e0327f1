/** The whole text of a postmortem as plain HTML: what a subscriber reads without coming to the site. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Download } from '../../shared/documents/list-downloads.ts';
import { rawHtml } from '../../shared/documents/raw-html.ts';
import { actionInWords } from '../../shared/i18n/action-in-words.ts';
import { timeInWords } from '../../shared/i18n/time-in-words.ts';
import type { Locale } from '../../shared/i18n/use-locale.ts';
import type { Prose, PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { absoluteHtml } from './absolute-html.ts';
import { type FactContext, keyFacts } from './key-facts.ts';
import { readableHtml } from './readable-html.ts';

export interface EntryContext extends FactContext {
  /** Full address of the postmortem's page. */
  pageUrl: string;
  /** What the entry says first on a site in another language: that it is not translated, or changed since. */
  translation?: { kind: 'missing' } | { kind: 'corrected' | 'changed'; at: string } | undefined;
  /** Files for download. */
  downloads: readonly Download[];
  /** The language of the story, where it is not that of the feed. */
  foreignLanguage?: string | undefined;
}

type Content = ElementContent | string;

/** Revisions come first, newest first, in dated boxes; then the summary; then the facts; then the story; then the record. */
export function entryHtml(postmortem: PublicPostmortem, context: EntryContext): string {
  const { locale } = context;
  const { words } = locale;
  const placed = new Set(postmortem.story.segments.flatMap((segment) => ('part' in segment ? [segment.part] : [])));
  const parts: Record<string, () => Content[]> = {
    timeline: () => timelineList(postmortem, locale),
    impact: () => impactList(postmortem, context),
    agreements: () => [h('p', h('a', { href: context.pageUrl }, words.feeds.agreementsOnPage))],
    actions: () => actionList(postmortem, locale),
  };
  const partUnlessPlaced = (name: string, heading: string) =>
    placed.has(name as 'timeline') ? [] : section(heading, parts[name]?.() ?? []);
  const { translation, foreignLanguage } = context;
  const story = (html: string, element: 'div' | 'span' = 'div') =>
    foreignLanguage === undefined ? rawHtml(html) : h(element, { lang: foreignLanguage }, rawHtml(html));
  const content: Content[] = [
    ...(translation ? [h('p', h('strong', translationNotice(translation, locale)))] : []),
    ...revisionBoxes(postmortem, locale),
    h('p', story(postmortem.summary.html, 'span')),
    ...(postmortem.state === 'preliminary' ? [h('p', h('strong', words.notice.preliminary))] : []),
    ...(postmortem.advice
      ? [h('p', h('strong', `${words.label(words.postmortem.advice)} `), rawHtml(postmortem.advice.html))]
      : []),
    facts(postmortem, context),
    ...postmortem.story.segments.flatMap((segment): Content[] =>
      'html' in segment ? [story(segment.html)] : (parts[segment.part]?.() ?? []),
    ),
    ...partUnlessPlaced('impact', words.part.impact),
    ...partUnlessPlaced('timeline', words.part.timeline),
    ...section(words.part.trigger, postmortem.trigger ? [h('p', rawHtml(postmortem.trigger.html))] : []),
    ...section(words.part.factors, list(postmortem.contributingFactors)),
    ...section(words.part.mitigations, list(postmortem.mitigations)),
    ...section(words.postmortem.wentWell, list(postmortem.lessons.wentWell)),
    ...section(words.postmortem.wentBadly, list(postmortem.lessons.wentBadly)),
    ...section(words.postmortem.gotLucky, list(postmortem.lessons.gotLucky)),
    ...partUnlessPlaced('actions', words.part.actions),
    ...section(words.part.attachments, downloadList(context)),
  ];
  const html = toHtml({ type: 'root', children: h('div', ...content).children }, { allowDangerousHtml: true });
  return absoluteHtml(readableHtml(html, context), context.pageUrl);
}

function translationNotice(translation: NonNullable<EntryContext['translation']>, { words, format }: Locale): string {
  return translation.kind === 'missing'
    ? words.translation.missing
    : words.translation[translation.kind](format.date(translation.at));
}

/** One revision, as an entry of its own. */
export function revisionHtml(
  revision: PublicPostmortem['revisions'][number],
  { locale, pageUrl }: EntryContext,
  title: string,
): string {
  const box = revisionBox(revision, locale);
  return absoluteHtml(
    toHtml({ type: 'root', children: [box, h('p', h('a', { href: pageUrl }, title))] }, { allowDangerousHtml: true }),
    pageUrl,
  );
}

function revisionBoxes({ revisions }: PublicPostmortem, locale: Locale): Element[] {
  return [...revisions].reverse().map((revision) => revisionBox(revision, locale));
}

function revisionBox({ at, kind, note }: PublicPostmortem['revisions'][number], { words, format }: Locale): Element {
  return h(
    'blockquote',
    h(
      'p',
      h('strong', `${words.label(`${words.revisionKind[kind]}${words.comma}${format.date(at)}`)} `),
      rawHtml(note.html),
    ),
  );
}

function facts(postmortem: PublicPostmortem, context: EntryContext): Element {
  const { words } = context.locale;
  return h('ul', ...keyFacts(postmortem, context).map(({ name, value }) => h('li', `${words.label(name)} ${value}`)));
}

/** A list, since readers of plain text cut what is too wide of a table. */
function timelineList({ timeline }: PublicPostmortem, locale: Locale): Content[] {
  if (timeline.length === 0) return [];
  const rows = timeline.map(({ at, what }) =>
    h('li', h('strong', `${locale.words.label(timeInWords(at, locale))} `), rawHtml(what.html)),
  );
  return [h('ul', ...rows)];
}

function impactList({ impact }: PublicPostmortem, { locale, serviceNames }: EntryContext): Content[] {
  const { words, format } = locale;
  const rows = impact.services.flatMap(({ service, windows }) =>
    windows.map(({ from, to, level, share }) => {
      const degree =
        share === undefined ? words.level[level] : `${words.level[level]}${words.comma}${format.percent(share)}`;
      const begin = timeInWords(from, locale);
      const span = to ? words.time.range(begin, timeInWords(to, locale)) : words.time.since(begin);
      return h('li', `${words.label(serviceNames[service] ?? service)} ${degree}${words.comma}${span}`);
    }),
  );
  return rows.length > 0 ? [h('ul', ...rows)] : [];
}

function actionList({ actions }: PublicPostmortem, { words, format }: Locale): Content[] {
  if (actions.length === 0) return [];
  return [
    h(
      'ul',
      ...actions.map((action) => {
        const said = [action.owner, format.date(action.due), actionInWords(action, { words, format })];
        return h('li', rawHtml(action.what.html), ` — ${said.join(words.comma)}`);
      }),
    ),
  ];
}

function downloadList({ downloads, locale }: EntryContext): Content[] {
  const { words, format } = locale;
  const rows = downloads.map(({ title, url, kind, bytes }) =>
    h('li', h('a', { href: url }, title), ` (${kind}${words.comma}${format.fileSize(bytes)})`),
  );
  return rows.length > 0 ? [h('ul', ...rows)] : [];
}

function list(items: readonly Prose[]): Content[] {
  return items.length === 0 ? [] : [h('ul', ...items.map(({ html }) => h('li', rawHtml(html))))];
}

function section(heading: string, content: Content[]): Content[] {
  return content.length === 0 ? [] : [h('h2', heading), ...content];
}
