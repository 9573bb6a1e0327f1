/** Facts and style of what will be public, and what the site and its authors make of the finds. */

import type { Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { applyChecks } from '../lint/apply-checks.ts';
import type { Passage, TextInput } from '../lint/lint-input.ts';
import { listLinks, type SiteLink } from '../lint/list-links.ts';
import { passagesOfField, passagesOfStory } from '../lint/read-passages.ts';
import { applySuppressions, type LocatedComment, readSuppressions, type Suppression } from '../lint/suppressions.ts';
import type { PublicationContext } from './publication-context.ts';
import type { Authored, AuthoredStory } from './read-authored.ts';
import type { TextReader } from './text-checks.ts';

export interface StyleOptions {
  authored: AuthoredStory & Partial<Pick<Authored, 'document'>>;
  /** Its fields, which have been read. */
  texts?: TextReader;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
  /** What links within the page may lead to around the story. */
  anchors: readonly string[];
  /** Anchors that headings of the story cannot have. */
  taken: readonly string[];
  /** The checks that fit this kind of text. */
  lint(input: TextInput): Problem[];
  /** It is not published as it is. */
  isDraft?: boolean;
}

export interface StyleCheck {
  /** All problems, at the severities of the site, without those that are suppressed. */
  problems: Problem[];
  /** Suppressions that found nothing to suppression yet: checks across the site may still need them. */
  suppressions: Suppression[];
  /** Links to pages of the site, of fields and story; they are checked when all pages are known. */
  links: SiteLink[];
}

/** `others` are the problems found so far. In the internal edition nothing more is looked for. */
export function checkStyle(others: readonly Problem[], options: StyleOptions): StyleCheck {
  const { authored, context, isDraft = false } = options;
  const found = context.edition === 'public' ? lint(others, options) : [];
  const applied = applyChecks([...others, ...found], { checks: context.settings.checks, isDraft });
  const read = readSuppressions(commentsOf(authored), {
    lines: authored.text.split('\n'),
    lastLineOf: authored.document?.lastLineOf ?? ((line) => line),
  });
  const heard = applySuppressions(applied, read.suppressions);
  return { problems: [...heard.problems, ...read.problems], suppressions: heard.unused, links: linksOf(options) };
}

function lint(others: readonly Problem[], options: StyleOptions): Problem[] {
  const { authored, texts, context, findPrivateText, anchors, taken } = options;
  const { story, body, locationAt } = authored;
  const tree = story.checkable;
  const passages = [
    ...(texts?.fields ?? []).flatMap(passagesOfField),
    ...(tree ? passagesOfStory(tree, body, locationAt) : []),
  ];
  const found = others.flatMap(({ code, location }) => (code === 'redaction/private-text' ? [location.line ?? 0] : []));
  return options.lint({
    settings: context.settings,
    anchors,
    taken,
    passages: found.length === 0 ? passages : passages.filter((passage) => !isPrivate(passage, found, findPrivateText)),
    ...(tree
      ? {
          story: {
            tree,
            locationAt,
            emptyLinks: story.emptyLinks,
            indented: story.indented,
            comments: story.comments.map(({ start }) => start),
          },
        }
      : {}),
  });
}

function linksOf({ authored: { story, locationAt }, texts }: StyleOptions): SiteLink[] {
  const ofFields = (texts?.fields ?? []).flatMap(({ tree, locationAt: locationWithin }) =>
    tree ? listLinks(tree, ({ offset }) => locationWithin(offset ?? 0)) : [],
  );
  return [...ofFields, ...(story.checkable ? listLinks(story.checkable, locationAt) : [])];
}

/** Nothing is quoted from a passage that holds private text, nor from one on a line where such text was found. */
function isPrivate(
  { shown, locationAt }: Passage,
  foundLines: readonly number[],
  findPrivateText: PrivateTextFinder,
): boolean {
  const [first, last] = [locationAt(0).line ?? 0, locationAt(shown.length).line ?? 0];
  return findPrivateText(shown).length > 0 || foundLines.some((line) => line === 0 || (first <= line && line <= last));
}

function commentsOf({ document, story, locationAt }: StyleOptions['authored']): LocatedComment[] {
  const inYaml = (document?.comments ?? []).map(({ text, line, column }) => ({
    text,
    location: { ...locationAt({ line, column }) },
    endLine: line,
  }));
  const inStory = story.comments.map(({ text, start, end }) => ({
    text,
    location: locationAt(start),
    endLine: end.line,
  }));
  return [...inYaml, ...inStory];
}
