/** A postmortem as clean public Markdown: made of the public postmortem and its HTML, so that nothing else can be in it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { actionInWords } from '../i18n/action-in-words.ts';
import { countInWords } from '../i18n/count-in-words.ts';
import { timeInWords } from '../i18n/time-in-words.ts';
import type { Locale } from '../i18n/use-locale.ts';
import type { Words } from '../i18n/words.ts';
import type { Prose, PublicPostmortem } from '../incident/public-postmortem.ts';
import { treeToMarkdown } from './html-to-markdown.ts';
import { listDownloads } from './list-downloads.ts';
import { rawHtml } from './raw-html.ts';

export interface MarkdownContext {
  locale: Locale;
  organisation: string;
  /** Full address of the postmortem's page. */
  pageUrl: string;
  /** Where files of the site are: its origin, and the path of its own language. */
  site: { origin: string; root: string };
  severityName: string;
  /** Names of services by their ids. */
  serviceNames: Readonly<Record<string, string>>;
  /** Verdicts on agreements: a row each, the first row their head; empty where there is none. */
  agreements: readonly (readonly string[])[];
  related: readonly { title: string; url: string }[];
}

type Content = ElementContent | string;
type Row = readonly [name: string, value: Content | Content[]];

/** Title, summary and facts; then the story with the parts that it places; then the other parts as sections. */
export function postmortemMarkdown(postmortem: PublicPostmortem, context: MarkdownContext): string {
  const { words } = context.locale;
  const parts: Record<'timeline' | 'impact' | 'agreements' | 'actions', Content[]> = {
    impact: impactTable(postmortem, context),
    timeline: timelineTable(postmortem, context.locale),
    agreements: table(context.agreements),
    actions: actionItems(postmortem, context.locale),
  };
  const placed = new Set(postmortem.story.segments.flatMap((segment) => ('part' in segment ? [segment.part] : [])));
  const unlessPlaced = (name: keyof typeof parts) => (placed.has(name) ? [] : section(words.part[name], parts[name]));
  const { lessons, trigger } = postmortem;
  const content: Content[] = [
    ...head(postmortem, context),
    ...postmortem.story.segments.flatMap((segment) =>
      'html' in segment ? [rawHtml(segment.html)] : parts[segment.part],
    ),
    ...unlessPlaced('impact'),
    ...unlessPlaced('timeline'),
    ...section(words.part.responders, responders(postmortem, context.locale)),
    ...section(words.part.trigger, trigger ? [h('p', rawHtml(trigger.html))] : []),
    ...section(words.part.factors, list(postmortem.contributingFactors)),
    ...section(words.part.mitigations, list(postmortem.mitigations)),
    ...section(words.part.lessons, [
      ...subsection(words.postmortem.wentWell, list(lessons.wentWell)),
      ...subsection(words.postmortem.wentBadly, list(lessons.wentBadly)),
      ...subsection(words.postmortem.gotLucky, list(lessons.gotLucky)),
    ]),
    ...unlessPlaced('agreements'),
    ...unlessPlaced('actions'),
    ...section(words.part.attachments, downloads(postmortem, context)),
    ...section(words.part.references, links(postmortem.references, words.postmortem.archivedCopy)),
    ...section(words.part.related, links(context.related)),
  ];
  return treeToMarkdown({ type: 'root', children: h('div', ...content).children }, context.pageUrl);
}

function head(postmortem: PublicPostmortem, context: MarkdownContext): Content[] {
  const { locale } = context;
  const { words, format } = locale;
  const { title, summary, state, advice, revisions } = postmortem;
  const notes = [...revisions].reverse().map(({ at, kind, note }) => {
    return h(
      'blockquote',
      h(
        'p',
        h('strong', words.label(`${words.revisionKind[kind]}${words.comma}${format.date(at)}`)),
        ' ',
        rawHtml(note.html),
      ),
    );
  });
  return [
    h('h1', title),
    h('p', rawHtml(summary.html)),
    ...(state === 'preliminary' ? [h('blockquote', h('p', words.notice.preliminary))] : []),
    ...notes,
    ...(advice ? [h('p', h('strong', words.label(words.postmortem.advice)), ' ', rawHtml(advice.html))] : []),
    facts(postmortem, context),
  ];
}

function facts(postmortem: PublicPostmortem, context: MarkdownContext): Element {
  const { locale, serviceNames, pageUrl } = context;
  const { words, format } = locale;
  const { times, impact, detection, tags, publishedAt, revisions, id } = postmortem;
  const time = (name: 'acknowledged' | 'mitigated'): Row[] =>
    times[name] ? [[words.postmortem[name], timeInWords(times[name], locale)]] : [];
  const by = words.detectedBy[detection.by];
  const logged = detection.team ? words.detectedByTeam(by, detection.team) : by;
  const updated = revisions.at(-1)?.at;
  const services = [...new Set(impact.services.map(({ service }) => serviceNames[service] ?? service))];
  return pairs(words, [
    [words.postmortem.kicker, [[id, context.organisation, ''].join(words.comma), h('a', { href: pageUrl }, pageUrl)]],
    [words.postmortem.publishedLabel, format.date(publishedAt)],
    ...(updated ? [[words.postmortem.updatedLabel, format.date(updated)] as const] : []),
    [words.severity.label, context.severityName],
    [words.postmortem.started, timeInWords(times.started, locale)],
    [words.postmortem.firstLogged, `${timeInWords(times.firstLogged, locale)}${words.comma}${logged}`],
    ...time('acknowledged'),
    ...time('mitigated'),
    [words.postmortem.resolved, times.resolved ? timeInWords(times.resolved, locale) : words.postmortem.notResolved],
    [words.postmortem.users, countInWords(impact.users, locale)],
    [words.postmortem.accounts, countInWords(impact.accounts, locale)],
    [words.postmortem.supportRequests, countInWords(impact.supportRequests, locale)],
    ...(impact.dataLoss
      ? [
          [
            words.postmortem.dataLoss,
            impact.dataLoss === 'none' ? words.postmortem.dataLossNone : impact.dataLoss,
          ] as const,
        ]
      : []),
    ...(impact.regions.length > 0 ? [[words.postmortem.regions, format.list(impact.regions)] as const] : []),
    ...(services.length > 0 ? [[words.postmortem.services, format.list(services)] as const] : []),
    ...(tags.length > 0 ? [[words.tags.title, format.list(tags)] as const] : []),
  ]);
}

function impactTable({ impact }: PublicPostmortem, { locale, serviceNames }: MarkdownContext): Content[] {
  const { words, format } = locale;
  const rows = impact.services.flatMap(({ service, windows }) =>
    windows.map(({ from, to, level, share }) => [
      serviceNames[service] ?? service,
      share === undefined
        ? words.level[level]
        : `${words.level[level]}${words.comma}${words.count.shareOf.window(format.percent(share))}`,
      timeInWords(from, locale),
      to ? timeInWords(to, locale) : words.time.ongoing,
    ]),
  );
  const { service, degree, from, to, noServices } = words.postmortem;
  return rows.length === 0 ? [h('p', noServices)] : table([[service, degree, from, to], ...rows]);
}

function timelineTable({ timeline }: PublicPostmortem, locale: Locale): Content[] {
  const { words } = locale;
  const rows = timeline.map(({ at, kind, what }) => [
    timeInWords(at, locale),
    words.timelineKind[kind],
    rawHtml(what.html),
  ]);
  return rows.length === 0 ? [] : table([[words.timeline.at, words.timeline.kind, words.timeline.what], ...rows]);
}

function responders({ responders: teams, review }: PublicPostmortem, { words, format }: Locale): Content[] {
  const rows = teams.map(({ team, did }) =>
    h('li', did.length > 0 ? words.postmortem.teamDid(team, format.list(did)) : team),
  );
  return [
    ...(rows.length > 0 ? [h('ul', ...rows)] : []),
    ...(review ? [h('p', words.postmortem.reviewHeld(format.date(review.held)))] : []),
  ];
}

function actionItems({ actions }: PublicPostmortem, { words, format }: Locale): Content[] {
  const name = words.postmortem;
  const items = actions.map(
    ({ id, what, kind, owner, due, moved, doneWhen, state, doneOn, droppedOn, droppedBecause }) =>
      h(
        'li',
        h('p', h('strong', id), ' ', rawHtml(what.html)),
        pairs(words, [
          [words.actionKind[kind], actionInWords({ state, due, doneOn }, { words, format })],
          [name.actionOwner, owner],
          [name.actionDue, format.date(due)],
          ...(moved ?? []).map(
            ({ at, from, because }): Row => [
              words.promises.moved,
              [`${words.promises.movedFrom(format.date(at), format.date(from))} `, rawHtml(because.html)],
            ],
          ),
          ...(doneOn ? [[name.actionDoneOn, format.date(doneOn)] as const] : []),
          ...(droppedOn ? [[name.actionDroppedOn, format.date(droppedOn)] as const] : []),
          ...(droppedBecause ? [[name.actionDroppedBecause, rawHtml(droppedBecause.html)] as const] : []),
          [name.actionDoneWhen, rawHtml(doneWhen.html)],
        ]),
      ),
  );
  return items.length > 0 ? [h('ul', ...items)] : [];
}

function table(rows: readonly (readonly Content[])[]): Content[] {
  const [first = [], ...rest] = rows;
  if (rest.length === 0) return [];
  const head = h('thead', h('tr', ...first.map((cell) => h('th', cell))));
  return [h('table', head, h('tbody', ...rest.map((row) => h('tr', ...row.map((cell) => h('td', cell))))))];
}

function pairs({ label }: Words, rows: readonly Row[]): Element {
  return h(
    'ul',
    ...rows.map(([name, value]) => h('li', `${label(name)} `, ...(Array.isArray(value) ? value : [value]))),
  );
}

function downloads({ attachments }: PublicPostmortem, { site, locale }: MarkdownContext): Content[] {
  const { words, format } = locale;
  const rows = listDownloads(attachments, site).map(({ title, url, kind, bytes }) =>
    h('li', h('a', { href: url }, title), ` (${kind}${words.comma}${format.fileSize(bytes)})`),
  );
  return rows.length === 0 ? [] : [h('ul', ...rows)];
}

interface Link {
  title: string;
  url: string;
  archived?: string | undefined;
}

function links(items: readonly Link[], archivedCopy = ''): Content[] {
  const rows = items.map(({ title, url, archived }) =>
    h('li', h('a', { href: url }, title), ...(archived ? [', ', h('a', { href: archived }, archivedCopy)] : [])),
  );
  return rows.length === 0 ? [] : [h('ul', ...rows)];
}

function list(items: readonly Prose[]): Content[] {
  return items.length === 0 ? [] : [h('ul', ...items.map(({ html }) => h('li', rawHtml(html))))];
}

function section(heading: string, content: Content[]): Content[] {
  return content.length === 0 ? [] : [h('h2', heading), ...content];
}

function subsection(heading: string, content: Content[]): Content[] {
  return content.length === 0 ? [] : [h('h3', heading), ...content];
}
