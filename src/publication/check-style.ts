/** Facts and style of what will be public, and what the site and its authors make of the finds. */
import type { Postmortem } from '../incident/postmortem-schema.ts';
import { applyChecks } from '../lint/apply-checks.ts';
import type { Passage } from '../lint/lint-input.ts';
import { lintPostmortem, lintTranslation } from '../lint/lint-postmortem.ts';
import { listLinks, type SiteLink } from '../lint/list-links.ts';
import { passagesOfField, passagesOfStory } from '../lint/read-passages.ts';
import { hearSilences, type PlacedComment, readSilences, type Silence } from '../lint/silences.ts';
import type { ReadStory } from '../markdown/read-story.ts';
import type { Place, Problem } from '../problem/problem.ts';
import type { PrivateTextFinder } from '../redaction/find-private-text.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import type { PublicationContext } from './publication-context.ts';
import type { TextReader } from './text-checks.ts';

export interface StyleOptions {
  document: YamlDocument;
  story: ReadStory;
  /** The text of which `story` was read: its lines are those of the file. */
  body: string;
  /** The whole file. */
  text: string;
  texts: TextReader;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
  placeAt(point: { line: number; column: number }): Place;
  /** Texts alone: what is said of the facts is said of the original. */
  isTranslation?: boolean;
}

export interface StyleCheck {
  /** All problems, at the severities of the site, without those that are silenced. */
  problems: Problem[];
  /** Silences that found nothing to silence yet: checks across postmortems may still need them. */
  silences: Silence[];
}

/** `others` are the problems found so far. In the internal edition nothing more is looked for. */
export function checkStyle(postmortem: Postmortem, others: readonly Problem[], options: StyleOptions): StyleCheck {
  const { context, document } = options;
  const found = context.edition === 'public' ? lint(postmortem, others, options) : [];
  const isDraft = postmortem.state === 'draft' || postmortem.state === 'review';
  const applied = applyChecks([...others, ...found], { checks: context.settings.checks, isDraft });
  const read = readSilences(commentsOf(options), {
    lines: options.text.split('\n'),
    lastLineOf: document.lastLineOf,
  });
  const heard = hearSilences(applied, read.silences);
  return { problems: [...heard.problems, ...read.problems], silences: heard.unused };
}

function lint(postmortem: Postmortem, others: readonly Problem[], options: StyleOptions): Problem[] {
  const { document, story, body, texts, context, placeAt, findPrivateText } = options;
  const tree = story.checkable;
  const passages = [...texts.fields.flatMap(passagesOfField), ...(tree ? passagesOfStory(tree, body, placeAt) : [])];
  const found = others.flatMap(({ code, place }) => (code === 'redaction/private-text' ? [place.line ?? 0] : []));
  const services = Object.entries(context.services);
  const lintTexts = options.isTranslation ? lintTranslation : lintPostmortem;
  return lintTexts({
    postmortem,
    settings: context.settings,
    publicServices: new Set(services.flatMap(([id, { internal }]) => (internal ? [] : [id]))),
    placeOf: document.placeOf,
    passages: found.length === 0 ? passages : passages.filter((passage) => !isPrivate(passage, found, findPrivateText)),
    ...(tree ? { story: { tree, placeAt, emptyLinks: story.emptyLinks } } : {}),
  });
}

/** Links to pages of the site, of fields and story; they are checked when all pages are known. */
export function linksOf({ story, texts, placeAt }: StyleOptions): SiteLink[] {
  const ofFields = texts.fields.flatMap(({ tree, placeAt: placeWithin }) =>
    tree ? listLinks(tree, ({ offset }) => placeWithin(offset ?? 0)) : [],
  );
  return [...ofFields, ...(story.checkable ? listLinks(story.checkable, placeAt) : [])];
}

/** Nothing is quoted from a passage that holds private text, nor from one on a line where such text was found. */
function isPrivate(
  { shown, placeAt }: Passage,
  foundLines: readonly number[],
  findPrivateText: PrivateTextFinder,
): boolean {
  const [first, last] = [placeAt(0).line ?? 0, placeAt(shown.length).line ?? 0];
  return findPrivateText(shown).length > 0 || foundLines.some((line) => line === 0 || (first <= line && line <= last));
}

function commentsOf({ document, story, placeAt }: StyleOptions): PlacedComment[] {
  const inYaml = document.comments.map(({ text, line, column }) => ({
    text,
    place: { ...placeAt({ line, column }) },
    endLine: line,
  }));
  const inStory = story.comments.map(({ text, start, end }) => ({ text, place: placeAt(start), endLine: end.line }));
  return [...inYaml, ...inStory];
}
